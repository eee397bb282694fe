/** One structured line each. Callers pass ids, counts, codes and times; never document content, keys or request bodies. */
type Facts = Readonly<Record<string, string | number | boolean | null>>;

export function logInfo(event: string, facts: Facts): void {
  console.log(JSON.stringify({ level: 'info', event, ...facts }));
}

/** Something unexpected, whole: message and stack go to the operator, never to a caller. */
export function logError(event: string, error: unknown, facts: Facts): void {
  const told = withoutValues(error);
  const { message, stack } = told instanceof Error ? told : { message: String(told), stack: null };
  console.error(JSON.stringify({ level: 'error', event, ...facts, message, stack }));
}

/** A query's error repeats the values bound to it, which are content: what the database said of it is told instead. */
function withoutValues(error: unknown): unknown {
  return error instanceof Error && 'params' in error ? (error.cause ?? new Error('A query failed')) : error;
}
