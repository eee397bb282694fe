/** One structured line each. Callers pass ids, counts, codes and times; never document content, keys or request bodies. */
type Facts = Readonly<Record<string, string | number | boolean | null>>;

export function logInfo(event: string, facts: Facts): void {
  console.log(JSON.stringify({ level: 'info', event, ...facts }));
}

/** Something unexpected, whole: message and stack go to the operator, never to a caller. */
export function logError(event: string, error: unknown, facts: Facts): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: null };
  console.error(JSON.stringify({ level: 'error', event, ...facts, message, stack }));
}
