/** What is met in RTF, in order. */
export interface RtfEvents {
  open(): void;
  close(): void;
  /** A control word, or a control symbol ("*", "~"), with its number. */
  control(word: string, number: number | null): void;
  /** Characters as bytes of the code page, one byte a character. */
  text(bytes: string): void;
}

const TEXT = /[^\\{}\r\n\0]+/y;
const CONTROL = /\\([A-Za-z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /\\'([0-9A-Fa-f]{2})/y;

/** Tells what is in RTF, one byte a character. Skips binary data. Never throws by itself. */
export function walkRtf(source: string, events: RtfEvents): void {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < source.length) {
    const character = source[at] ?? '';
    if (character === '{' || character === '}') {
      at += 1;
      if (character === '{') events.open();
      else events.close();
    } else if (character !== '\\') {
      const text = match(TEXT)?.[0];
      if (text === undefined) at += 1;
      else events.text(text);
    } else {
      const control = match(CONTROL);
      const hex = control === null ? match(HEX)?.[1] : undefined;
      if (control !== null) {
        const number = control[2] === undefined ? null : Number(control[2]);
        if (control[1] === 'bin') at += Math.max(0, number ?? 0);
        else events.control(control[1] ?? '', number);
      } else if (hex !== undefined) events.text(String.fromCharCode(Number.parseInt(hex, 16)));
      else {
        events.control(source[at + 1] ?? '', null);
        at += 2;
      }
    }
  }
}

/** Each byte as the character of its number. */
export function byteString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const PIECE = 8192;
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  }
  return pieces.join('');
}
