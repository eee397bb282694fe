/** Something read, as printed. */
export interface Sight {
  readonly text: string;
  /** 0-1. */
  readonly weight: number;
}
