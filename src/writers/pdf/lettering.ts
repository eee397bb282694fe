import { type Color, type PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';
import type { Lettering } from './draw-text';
import { fontLibrary } from './true-type/font-library';
import { subsetOf } from './true-type/subset';

/** A font that has letters which the fonts of every viewer lack: TrueType, whole. */
export type WideFont = () => Promise<Uint8Array>;

/** What is written in place of a character that no font has. */
const UNKNOWN = '?';

/** The fonts of one document that is written on. */
export class Letterings {
  readonly #narrow: PDFFont;
  readonly #wide: PDFFont | null;
  readonly #ink: Color;

  private constructor(narrow: PDFFont, wide: PDFFont | null, ink: Color) {
    this.#narrow = narrow;
    this.#wide = wide;
    this.#ink = ink;
  }

  /** Takes into the document what these texts need: nothing, as long as Helvetica has all their letters. */
  static async for(pdf: PDFDocument, texts: readonly string[], ink: Color, wideFont: WideFont): Promise<Letterings> {
    const narrow = await pdf.embedFont(StandardFonts.Helvetica);
    const strange = texts.filter((text) => !hasAll(narrow, text));
    if (strange.length === 0) return new Letterings(narrow, null, ink);
    pdf.registerFontkit(fontLibrary);
    const letters = new Set([...strange.join(''), UNKNOWN].map((character) => character.codePointAt(0) ?? 0));
    const wide = await pdf.embedFont(subsetOf(await wideFont(), letters));
    return new Letterings(narrow, wide, ink);
  }

  /** What a text is set with, and the text as it can be set: on one line of no control characters unless they begin lines. */
  of(text: string): { readonly text: string; readonly lettering: Lettering } {
    const plain = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
    const font = this.#wide !== null && !hasAll(this.#narrow, plain) ? this.#wide : this.#narrow;
    const known = new Set(font.getCharacterSet());
    const shown = [...plain].map((character) => (isKnown(character, known) ? character : UNKNOWN)).join('');
    return { text: shown, lettering: { font, ink: this.#ink } };
  }
}

function hasAll(font: PDFFont, text: string): boolean {
  const known = new Set(font.getCharacterSet());
  return [...text].every((character) => isKnown(character, known));
}

const isKnown = (character: string, known: ReadonlySet<number>): boolean =>
  /[\n\r\t]/.test(character) || known.has(character.codePointAt(0) ?? 0);
