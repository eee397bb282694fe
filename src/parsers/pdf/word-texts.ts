import type { WordBox } from '@llamaindex/liteparse-wasm';

/** Control and private-use characters that fonts without a map leave behind, and invisible marks. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const LIGATURES = /[\ufb00-\ufb06]/g;
/** Letters set apart by more or less the same space are one word from this many on. */
const MIN_SPACED_LETTERS = 4;
/** Space between letters of one word, as a part of the font size. */
const MAX_LETTER_GAP_EM = 0.8;
/** What the widest and the narrowest space between letters of one word may have between them. */
const LETTER_GAP_RATIO = 1.7;
/** Nothing to be made plain. */
const PLAIN = /^(?!.*\.{4})[\x20-\x7e]*$/;
/** Dots that lead the eye from an entry to its number. */
const LEADER = /[.\u2026\u00b7]{4,}/g;
/** Dots set apart from each other lead the eye from this many on. */
const MIN_LEADING_DOTS = 4;

const TICKED = new Set([...'☑☒🗹🗵⊠⮽']);
const EMPTY = new Set([...'☐❏❐❑❒']);
/** Boxes in the fonts of signs that have no Unicode of their own: by font, the characters of ticked and of empty boxes. */
const SIGN_FONTS: readonly { readonly font: RegExp; readonly ticked: string; readonly empty: string }[] = [
  { font: /wingdings\s?-?2/i, ticked: 'RSTUVX\u00a4', empty: '\u00a3*0' },
  { font: /wingdings/i, ticked: 'xþý', empty: 'o\u00a8q' },
  { font: /dingbats/i, ticked: '', empty: 'nopqr' },
];

/** The texts of an item's words as they read: signs made plain, spaced letters joined, leaders taken out. */
export function wordTexts(boxes: readonly WordBox[], font: string, size: number): readonly WordBox[] {
  if (boxes.every((box) => box.text.length > 1 && PLAIN.test(box.text))) return boxes;
  const plain = boxes.flatMap((box) => withoutLeaders({ ...box, text: plainText(box.text, font) }));
  const isDot = (box: WordBox): boolean => /^[.\u2026]$/.test(box.text);
  const hasLeader = plain.filter(isDot).length >= MIN_LEADING_DOTS;
  return joinSpaced(
    plain.filter((box) => box.text !== '' && !(hasLeader && isDot(box))),
    size,
  );
}

function plainText(text: string, font: string): string {
  const box = boxSign(text, font);
  if (box !== null) return box;
  return text
    .replace(INVISIBLE, '')
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .normalize('NFC');
}

/** "☐" or "☒" where a text is such a sign in any spelling. */
function boxSign(text: string, font: string): string | null {
  const [sign, ...more] = text;
  if (sign === undefined || more.length > 0) return null;
  if (TICKED.has(sign)) return '☒';
  if (EMPTY.has(sign)) return '☐';
  const code = sign.charCodeAt(0);
  // Fonts of signs keep their characters in the private area, at the place of their bytes.
  const own = code >= 0xf000 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : sign;
  const signs = SIGN_FONTS.find((one) => one.font.test(font));
  if (signs === undefined) return null;
  if (signs.ticked.includes(own)) return '☒';
  return signs.empty.includes(own) ? '☐' : null;
}

/** Parts a word at its leaders, the width shared out by characters. */
function withoutLeaders(box: WordBox): WordBox[] {
  if (!/[.\u2026\u00b7]{4}/.test(box.text)) return [box];
  const step = box.width / box.text.length;
  const parts: WordBox[] = [];
  let from = 0;
  const keep = (to: number): void => {
    if (to > from)
      parts.push({ ...box, text: box.text.slice(from, to), x: box.x + from * step, width: (to - from) * step });
  };
  for (const leader of box.text.matchAll(LEADER)) {
    keep(leader.index);
    from = leader.index + leader[0].length;
  }
  keep(box.text.length);
  return parts;
}

/** "N O T I C E" is one word. A wider space parts words that are both spaced. */
function joinSpaced(boxes: readonly WordBox[], size: number): WordBox[] {
  const joined: WordBox[] = [];
  let run: WordBox[] = [];
  const end = (): void => {
    if (run.length >= MIN_SPACED_LETTERS) joined.push(together(run));
    else joined.push(...run);
    run = [];
  };
  for (const box of boxes) {
    if (!goesOn(run, box, size)) end();
    run.push(box);
  }
  end();
  return joined;
}

function goesOn(run: readonly WordBox[], box: WordBox, size: number): boolean {
  const last = run[run.length - 1];
  if (last === undefined) return true;
  const isLetter = (one: WordBox): boolean => /^\p{L}$/u.test(one.text);
  if (!isLetter(last) || !isLetter(box)) return false;
  const gaps = [...run.slice(1), box].map((one, index) => {
    const before = run[index];
    return before === undefined ? 0 : one.x - before.x - before.width;
  });
  const widest = Math.max(...gaps);
  return widest <= MAX_LETTER_GAP_EM * size && widest <= LETTER_GAP_RATIO * Math.max(0.1 * size, Math.min(...gaps));
}

function together(run: readonly WordBox[]): WordBox {
  const [first] = run;
  const last = run[run.length - 1];
  const text = run.map((box) => box.text).join('');
  if (first === undefined || last === undefined) return { text, x: 0, y: 0, width: 0, height: 0 };
  return { ...first, text, width: last.x + last.width - first.x };
}
