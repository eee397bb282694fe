/** The one alarm that an object has. */
export interface Alarms {
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}
