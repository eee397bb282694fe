/** How much of one document is read. What a parser cannot bear whatever is set is a constant of its own. */
export interface ReadingLimits {
  /** Pages of a PDF. */
  readonly pages: number;
  /** Files that one document may hold and have read: of an archive, of a mail. */
  readonly filesInside: number;
  /** Bytes of all of them together. */
  readonly bytesInside: number;
  /** How deep they may lie in one another. */
  readonly depthInside: number;
}

/** The most that was measured to hold in one isolate. */
export const READING_LIMITS: ReadingLimits = {
  pages: 5000,
  filesInside: 50,
  bytesInside: 64 * 1024 * 1024,
  depthInside: 3,
};
