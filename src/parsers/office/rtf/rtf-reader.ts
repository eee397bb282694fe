import { ParseError } from '../../parse-error';
import type { Block } from '../blocks';
import { isSymbolCode, signOf } from '../check-signs';
import { decodePage } from '../code-pages';
import { BlockFlow } from '../flow';
import { CHARACTERS, DESTINATIONS } from './destinations';
import { FontTable } from './font-table';
import { DEFAULT_PAGE, type Group, isSide, outermostGroup, type Side } from './group';
import { PLAIN_PARAGRAPH, paragraphAfter } from './paragraph-state';
import { RowDefinition } from './row-definition';
import { StyleSheet } from './style-sheet';
import type { RtfEvents } from './tokens';

/** Groups inside groups. */
const MAX_DEPTH = 1000;
/** Control words, stretches of text and groups: a thousand pages have half of that. */
const MAX_MET = 2_000_000;

/** Hears RTF and gathers its blocks: body, headers, footers, notes. Throws `ParseError` past its limits. */
export class RtfReader implements RtfEvents {
  readonly properties: Record<string, string> = {};
  readonly #flows: Readonly<Record<'body' | Side, BlockFlow>> = {
    body: new BlockFlow(),
    header: new BlockFlow(),
    footer: new BlockFlow(),
    note: new BlockFlow(),
    box: new BlockFlow(),
  };
  readonly #groups: Group[] = [];
  #group = outermostGroup();
  #paragraph = PLAIN_PARAGRAPH;
  #ansiPage = DEFAULT_PAGE;
  readonly #fonts = new FontTable();
  readonly #styles = new StyleSheet();
  #row = new RowDefinition();
  #raw = '';
  #text = '';
  #marker = '';
  #isBold = true;
  #toSkip = 0;
  #met = 0;
  #breaksSections = true;
  #interrupted = { text: '', marker: '' };
  #notes = 0;

  get depth(): number {
    return this.#groups.length;
  }

  blocks(part: 'body' | Side): Block[] {
    if (part === 'body' && this.#text.trim() !== '') this.#endParagraph(this.#paragraph.inTable);
    return this.#flows[part].finish();
  }

  open(): void {
    this.#count();
    this.#decode();
    this.#toSkip = 0;
    if (this.#groups.length >= MAX_DEPTH) {
      throw new ParseError('document-unreadable', `this RTF document has groups nested deeper than ${MAX_DEPTH}`);
    }
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, isOptional: false };
  }

  close(): void {
    this.#decode();
    this.#toSkip = 0;
    const { destination } = this.#group;
    this.#group = this.#groups.pop() ?? this.#group;
    if (destination === this.#group.destination) return;
    if (isSide(destination)) this.#endSide(destination);
    if (destination === 'title' || destination === 'author' || destination === 'subject') {
      const value = this.#text.trim();
      if (value !== '') this.properties[destination] = value;
      this.#text = '';
    }
  }

  text(bytes: string): void {
    this.#count();
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    if (this.#group.destination === 'styles') this.#styles.name(bytes);
    if (this.#isShown()) this.#raw += bytes.slice(skipped);
  }

  control(word: string, number: number | null): void {
    this.#count();
    if (word === '*') this.#group.isOptional = true;
    else if (this.#enters(word)) return;
    else if (this.#group.isOptional) {
      this.#group.destination = 'skip';
      this.#group.isOptional = false;
    } else if (this.#group.destination === 'fonts') this.#fonts.control(word, number ?? 0);
    else if (this.#group.destination === 'styles') this.#styles.control(word, number ?? 0);
    else if (this.#group.destination !== 'skip') this.#format(word, number);
  }

  #count(): void {
    this.#met += 1;
    if (this.#met > MAX_MET)
      throw new ParseError(
        'document-unreadable',
        `this RTF document has more than the ${MAX_MET} words, signs and groups that are read; save it as .docx`,
      );
  }

  /** A group of another kind begins. */
  #enters(word: string): boolean {
    const destination = DESTINATIONS[word];
    if (destination === undefined) return false;
    this.#decode();
    this.#group.isOptional = false;
    if (this.#group.destination === 'skip' || destination === this.#group.destination) return true;
    if (isSide(destination)) {
      this.#interrupted = { text: this.#text, marker: this.#marker };
      this.#text = '';
      if (destination === 'note') this.#notes += 1;
      this.#marker = destination === 'note' ? String(this.#notes) : '';
    }
    this.#group.destination = destination;
    return true;
  }

  /** What is beside the body interrupts its paragraph, which goes on after it. */
  #endSide(side: Side): void {
    const marks = { level: 0, bold: false, marker: this.#marker, depth: 0 };
    if (this.#text.trim() !== '') this.#flows[side].paragraph(this.#text.trim(), marks, false);
    this.#text = this.#interrupted.text;
    this.#marker = this.#interrupted.marker;
  }

  #format(word: string, number: number | null): void {
    const character = CHARACTERS[word];
    if (character !== undefined) this.#character(character);
    else if (word === 'u') this.#unicode(number ?? 0);
    else if (['\\', '{', '}'].includes(word)) this.#character(word);
    else if (this.#characterState(word, number) || this.#group.destination === 'marker') return;
    else {
      const paragraph = paragraphAfter(this.#paragraph, word, number);
      if (paragraph === null) this.#structure(word, number);
      else this.#paragraph = paragraph;
    }
  }

  #character(character: string): void {
    this.#decode();
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (this.#isShown()) this.#add(character);
  }

  #unicode(number: number): void {
    this.#decode();
    this.#toSkip = 0;
    const code = number < 0 ? number + 0x10000 : number;
    // Whatever sign a list item begins with, it is one.
    const unknown = this.#group.destination === 'marker' ? '-' : '';
    const shown = isSymbolCode(code) ? signOf(code) || unknown : String.fromCharCode(code & 0xffff);
    if (this.#isShown()) this.#add(shown);
    this.#toSkip = this.#group.fallbackCharacters;
  }

  #characterState(word: string, number: number | null): boolean {
    const isOn = number !== 0;
    if (word === 'v' || word === 'deleted') this.#switch(() => (this.#group.isHidden = isOn));
    else if (word === 'b') this.#switch(() => (this.#group.isBold = isOn));
    else if (word === 'plain') this.#switch(() => Object.assign(this.#group, { isHidden: false, isBold: false }));
    else if (word === 'uc') this.#group.fallbackCharacters = Math.min(10, Math.max(0, number ?? 1));
    else if (word === 'ansicpg') this.#page(number ?? DEFAULT_PAGE);
    else if (word === 'mac') this.#page(10000);
    else if (word === 'f')
      this.#switch(() => (this.#group.codePage = this.#fonts.pageOf(number ?? 0) ?? this.#ansiPage));
    else return false;
    return true;
  }

  #page(page: number): void {
    this.#ansiPage = page;
    this.#group.codePage = page;
  }

  #switch(change: () => unknown): void {
    this.#decode();
    change();
  }

  #structure(word: string, number: number | null): void {
    if (word === 'par' || word === 'sect') this.#endParagraph(this.#paragraph.inTable);
    if (word === 'cell') this.#endCell();
    if (word === 'nestcell') this.#character('\t');
    if (word === 'nestrow') this.#character('\n');
    if (word === 'trowd') this.#row = new RowDefinition();
    else this.#row.control(word, number ?? 0);
    if (word === 'row') this.#flow().row(this.#row.shapes, this.#row.isHeader);
    if (word === 'sbknone') this.#breaksSections = false;
    if (word === 'sectd') this.#breaksSections = true;
    if (word === 'page' || word === 'pagebb' || (word === 'sect' && this.#breaksSections)) this.#breakPage();
  }

  #endCell(): void {
    this.#endParagraph(true);
    this.#flow().cell();
  }

  #breakPage(): void {
    this.#decode();
    if (this.#group.destination !== 'body') return;
    if (this.#text.trim() !== '') this.#endParagraph(this.#paragraph.inTable);
    if (!this.#paragraph.inTable) this.#flow().pageBreak();
  }

  #endParagraph(inTable: boolean): void {
    this.#decode();
    const level = this.#paragraph.level ?? this.#styles.levelOf(this.#paragraph.style);
    const marker = this.#marker.trim();
    const shown = /^[\w(]/.test(marker) || marker === '' ? marker : '-';
    const depth = marker === '' || level > 0 ? 0 : this.#paragraph.depth;
    const marks = { level: inTable ? 0 : level, bold: this.#isBold && this.#text.trim() !== '', marker: shown, depth };
    this.#flow().paragraph(this.#text, marks, inTable);
    this.#text = '';
    this.#marker = '';
    this.#isBold = true;
  }

  #flow(): BlockFlow {
    const { destination } = this.#group;
    return isSide(destination) ? this.#flows[destination] : this.#flows.body;
  }

  #isShown(): boolean {
    const { destination, isHidden } = this.#group;
    return !isHidden && !['skip', 'fonts', 'styles', 'info'].includes(destination);
  }

  #add(text: string): void {
    if (this.#group.destination === 'marker') {
      this.#marker += text;
      return;
    }
    this.#text += text;
    if (!this.#group.isBold && text.trim() !== '') this.#isBold = false;
  }

  /** Bytes that were gathered are text once the code page may change, or something else comes. */
  #decode(): void {
    if (this.#raw === '') return;
    const raw = this.#raw;
    this.#raw = '';
    const isPlain = /^[\0-\x7f]*$/.test(raw);
    this.#add(
      isPlain
        ? raw
        : decodePage(
            Uint8Array.from(raw, (byte) => byte.charCodeAt(0)),
            this.#group.codePage,
          ),
    );
  }
}
