/** "multipart/mixed; boundary=X": a value and what is said of it (RFC 2045, 5.1). */
export interface StructuredHeader {
  /** In small letters. */
  readonly value: string;
  /** By name in small letters; the first of each. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Of an unfolded header; comments are passed by. Takes time linear in its length. */
export function structuredHeader(text: string): StructuredHeader {
  const [value = '', ...rest] = piecesOf(text);
  const parameters = new Map<string, string>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (equals > 0 && !parameters.has(name)) parameters.set(name, piece.slice(equals + 1).trim());
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** What stands between semicolons, without quotes and comments. */
function piecesOf(text: string): string[] {
  const pieces: string[][] = [[]];
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\\' && (isQuoted || depth > 0)) {
      at += 1;
      if (depth === 0) pieces.at(-1)?.push(text[at] ?? '');
    } else if (letter === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) pieces.at(-1)?.push(letter);
    else if (letter === '(' && (depth > 0 || startsComment(text, at))) depth += 1;
    else if (depth > 0) depth -= letter === ')' ? 1 : 0;
    else if (letter === ';') pieces.push([]);
    else pieces.at(-1)?.push(letter);
  }
  return pieces.map((letters) => letters.join(''));
}

/** "invoice(1).pdf" is a name. */
const startsComment = (text: string, at: number): boolean => at === 0 || /[\s;]/.test(text[at - 1] ?? '');
