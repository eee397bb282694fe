import type { ParsedPage } from '@llamaindex/liteparse-wasm';

/** Fewer letters and digits than this are a stamp or a number on a page that is a picture. */
const FEW = 100;
/** A text layer of which this share is no characters at all was made by a font that does not tell what it prints. */
const GARBAGE_SHARE = 0.3;
/** Characters that no text is written in: replaced, private, unassigned, controls. */
const GARBAGE = /[\ufffd\p{Co}\p{Cn}\p{Cc}]/u;

/** What the text layer of a page is good for. `sparse`: where pictures are on the page, it may be one of them that is to be read. */
export type TextLayer = 'good' | 'sparse' | 'none';

export function textLayerOf(page: ParsedPage): TextLayer {
  const characters = [...page.textItems.map((item) => item.text).join('')].filter((character) => /\S/u.test(character));
  const garbage = characters.filter((character) => GARBAGE.test(character)).length;
  if (characters.length === 0 || garbage > GARBAGE_SHARE * characters.length) return 'none';
  return characters.length - garbage < FEW ? 'sparse' : 'good';
}
