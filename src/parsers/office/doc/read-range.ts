import type { Block } from '../blocks';
import { BlockFlow } from '../flow';
import type { DocCharacters, DocParagraph } from './doc-properties';
import type { DocText } from './doc-text';
import type { RunLookup } from './property-runs';

export interface DocSource {
  readonly text: DocText;
  readonly paragraphAt: RunLookup<DocParagraph>;
  readonly charactersAt: RunLookup<DocCharacters>;
}

const END_OF_PARAGRAPH = '\r';
const END_OF_CELL = '\x07';
const PAGE_BREAK = '\f';
const FIELD_BEGINS = '\x13';
const FIELD_RESULT = '\x14';
const FIELD_ENDS = '\x15';
const SHOWN: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-', '\xa0': ' ' };
const NOTE = '\x02';
const BULLET = '-';

/** The blocks of a stretch of the text, `end` not included; what the file says beyond its text is not there. Notes are numbered. */
export function readRange(source: DocSource, start: number, end: number, areNotes: boolean): Block[] {
  const reader = new RangeReader(source, areNotes);
  const last = Math.min(end, source.text.text.length);
  for (let at = start; at < last; at += 1) reader.character(source.text.text[at] ?? '', source.text.offsetAt(at));
  return reader.finish();
}

class RangeReader {
  readonly #source: DocSource;
  readonly #flow = new BlockFlow();
  #text = '';
  #isBold = true;
  readonly #areNotes: boolean;
  #notes = 0;
  #number = '';
  /** Whether each field that is open shows its result by now. */
  readonly #fields: boolean[] = [];
  /** Fields that are open and do not show theirs. */
  #instructions = 0;

  constructor(source: DocSource, areNotes: boolean) {
    this.#source = source;
    this.#areNotes = areNotes;
  }

  character(character: string, offset: number): void {
    if (character === END_OF_PARAGRAPH) this.#endParagraph(this.#source.paragraphAt(offset));
    else if (character === END_OF_CELL) this.#endCell(this.#source.paragraphAt(offset));
    else if (character === PAGE_BREAK) this.#breakPage(offset);
    else if (character === FIELD_BEGINS) this.#openField(false);
    else if (character === FIELD_RESULT) {
      this.#closeField();
      this.#openField(true);
    } else if (character === FIELD_ENDS) this.#closeField();
    else if (character === NOTE) this.#beginNote();
    else this.#show(character, offset);
  }

  #openField(showsResult: boolean): void {
    this.#fields.push(showsResult);
    if (!showsResult) this.#instructions += 1;
  }

  #closeField(): void {
    if (this.#fields.pop() === false) this.#instructions -= 1;
  }

  /** In the text the same sign refers to a note. */
  #beginNote(): void {
    if (!this.#areNotes) return;
    this.#notes += 1;
    this.#number = String(this.#notes);
  }

  finish(): Block[] {
    if (this.#text.trim() !== '') this.#endParagraph(null);
    return this.#flow.finish();
  }

  #show(character: string, offset: number): void {
    const shown = SHOWN[character] ?? (character < ' ' ? '' : character);
    if (shown === '' || this.#instructions > 0) return;
    const characters = this.#source.charactersAt(offset);
    if (characters?.isHidden === true) return;
    this.#text += shown;
    if (characters?.isBold !== true && shown.trim() !== '') this.#isBold = false;
  }

  #breakPage(offset: number): void {
    if (this.#text.trim() !== '') this.#endParagraph(this.#source.paragraphAt(offset));
    this.#flow.pageBreak();
  }

  #endCell(paragraph: DocParagraph | null): void {
    if (paragraph?.endsRow === true) {
      this.#flow.row(paragraph.shapes, paragraph.isHeaderRow);
      this.#text = '';
      return;
    }
    this.#addParagraph(paragraph, true);
    this.#flow.cell();
  }

  #endParagraph(paragraph: DocParagraph | null): void {
    const inTable = paragraph?.inTable === true;
    if (paragraph?.beginsPage === true && !inTable) this.#flow.pageBreak();
    this.#addParagraph(paragraph, inTable);
  }

  #addParagraph(paragraph: DocParagraph | null, inTable: boolean): void {
    const level = inTable ? 0 : (paragraph?.level ?? 0);
    const isItem = paragraph?.isListItem === true && level === 0 && this.#text.trim() !== '';
    const marks = {
      level,
      bold: this.#isBold && this.#text.trim() !== '',
      marker: isItem ? BULLET : this.#number,
      depth: isItem ? paragraph.depth : 0,
    };
    this.#flow.paragraph(this.#text.trimStart() === '' ? '' : this.#text, marks, inTable);
    this.#text = '';
    this.#number = '';
    this.#isBold = true;
  }
}
