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

/**
 * A query's error repeats the values bound to it, which are content: what the database said of it is told instead. What
 * could not be parsed is repeated by its error, too: where that happened is told instead.
 */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('params' in error) return error.cause ?? new Error('A query failed');
  return error instanceof SyntaxError ? unread(error) : error;
}

function unread({ message, stack = '' }: SyntaxError): Error {
  const told = new Error('Something could not be parsed');
  told.stack = stack.replace(message, told.message);
  return told;
}
