/** Objects that moved or restarted say `retryable`; an overloaded one must be left alone. */
export function mayCallAgain(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { retryable, overloaded } = error as Error & { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}
