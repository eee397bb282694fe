import { ParseError } from '../parse-error';
import type { Attachment, Rule } from '../parsed-document';
import { walkXml, type XmlEvents } from '../xml-events';
import { type DrawingStyle, INITIAL_STYLE, isDrawn, styleWithin } from './drawing-style';
import { type Matrix, numbersIn, times } from './matrix';
import { rulesOfShape } from './straight-lines';
import type { TextChunk } from './text-chunk';

export interface Drawing {
  readonly title: string;
  readonly chunks: readonly TextChunk[];
  readonly rules: readonly Rule[];
  /** Pictures that are part of the drawing. */
  readonly pictures: readonly Attachment[];
}

/** Words of one drawing, each piece of text one at least. */
const MAX_WORDS = 20_000;
/** More rules than this are a drawing, not a table. */
const MAX_RULES = 4000;
/** Elements whose content is not drawn where it stands. */
const APART = new Set('defs symbol clipPath mask pattern marker style script desc metadata filter'.split(' '));
const TEXT_ELEMENTS = new Set(['text', 'tspan', 'textPath', 'a', 'foreignObject']);

/** Everything in an SVG that is text or a straight line, through `page`, which maps its units to points. Throws `ParseError`. */
export function readDrawing(source: string, page: Matrix): Drawing {
  const reader = new DrawingReader(page);
  walkXml(source, reader);
  return reader.drawing();
}

interface Pen {
  xs: readonly number[];
  dx: number;
  y: number;
  text: string;
  style: DrawingStyle;
}

class DrawingReader implements XmlEvents {
  readonly #chunks: TextChunk[] = [];
  readonly #rules: Rule[] = [];
  readonly #pictures: Attachment[] = [];
  readonly #styles: DrawingStyle[];
  readonly #names: string[] = [];
  #title = '';
  #words = 0;
  #apart = 0;
  /** Null outside of text. */
  #pen: Pen | null = null;

  constructor(page: Matrix) {
    this.#styles = [{ ...INITIAL_STYLE, matrix: page }];
  }

  drawing(): Drawing {
    const rules = this.#rules.length > MAX_RULES ? [] : this.#rules;
    return { title: this.#title.trim(), chunks: this.#chunks, rules, pictures: this.#pictures };
  }

  open(qualified: string, attributes: Readonly<Record<string, string>>): void {
    const name = qualified.replace(/^.*:/, '');
    this.#names.push(name);
    const style = styleWithin(this.#style(), attributes);
    this.#styles.push(style);
    if (APART.has(name)) this.#apart += 1;
    if (this.#apart > 0) return;
    if (name === 'text' || name === 'foreignObject' || (this.#pen !== null && TEXT_ELEMENTS.has(name))) {
      this.#move(name, attributes, style);
    } else if (this.#pen !== null && /^(?:br|p|div|li|tr)$/.test(name)) this.#nextLine();
    else if (name === 'svg' && this.#names.length > 1) this.#shift(attributes);
    else if (name === 'image') this.#picture(attributes);
    else if (isDrawn(style)) {
      for (const rule of rulesOfShape(name, attributes, style.matrix)) this.#rules.push(rule);
    }
  }

  text(data: string): void {
    if (this.#apart > 0) return;
    if (this.#names.at(-1) === 'title' && this.#names.length === 2) this.#title += data;
    else if (this.#pen !== null) this.#pen.text += data;
  }

  close(): void {
    const name = this.#names.pop() ?? '';
    this.#styles.pop();
    if (APART.has(name)) this.#apart -= 1;
    else if (this.#apart === 0 && (name === 'text' || name === 'foreignObject')) {
      this.#flush();
      this.#pen = null;
    }
  }

  #style(): DrawingStyle {
    return this.#styles.at(-1) ?? INITIAL_STYLE;
  }

  /** A position ends the chunk before it and begins another. */
  #move(name: string, { x, y, dx, dy }: Readonly<Record<string, string>>, style: DrawingStyle): void {
    const before = this.#pen;
    const isNew = before === null || name === 'text' || name === 'foreignObject';
    const [left] = numbersIn(dx);
    const [down] = numbersIn(dy);
    if (!isNew && x === undefined && y === undefined && (down === undefined || down === 0)) return;
    this.#flush();
    const xs = numbersIn(x);
    const lower = relative(dy, down ?? 0, style.size) + (name === 'foreignObject' ? style.size : 0);
    const isTold = xs.length > 0;
    this.#pen = {
      xs: isTold ? xs : (before?.xs ?? [0]),
      dx: (isTold ? 0 : (before?.dx ?? 0)) + relative(dx, left ?? 0, style.size),
      y: (numbersIn(y)[0] ?? before?.y ?? 0) + lower,
      text: '',
      style,
    };
  }

  #nextLine(): void {
    const pen = this.#pen;
    if (pen === null || pen.text.trim() === '') return;
    this.#flush();
    this.#pen = { ...pen, text: '', y: pen.y + 1.2 * pen.style.size };
  }

  #flush(): void {
    const pen = this.#pen;
    if (pen === null) return;
    const text = pen.text.replace(/\s+/g, ' ').replace(/^ | $/g, '');
    const { matrix, size, bold, anchor, isShown } = pen.style;
    if (text !== '' && isShown) this.#count(text);
    if (text !== '' && isShown)
      this.#chunks.push({ text, xs: pen.xs, dx: pen.dx, y: pen.y, size, bold, anchor, matrix });
    pen.text = '';
  }

  #count(text: string): void {
    for (let at = 0; at >= 0; at = text.indexOf(' ', at + 1)) this.#words += 1;
    if (this.#words > MAX_WORDS)
      throw new ParseError(
        'document-unreadable',
        `this SVG has more than the ${MAX_WORDS} words that are read; export it as PDF, page by page`,
      );
  }

  /** A drawing inside the drawing begins at its own place. */
  #shift({ x, y }: Readonly<Record<string, string>>): void {
    const style = this.#styles.pop() ?? INITIAL_STYLE;
    const place = { a: 1, b: 0, c: 0, d: 1, e: numbersIn(x)[0] ?? 0, f: numbersIn(y)[0] ?? 0 };
    this.#styles.push({ ...style, matrix: times(style.matrix, place) });
  }

  #picture(attributes: Readonly<Record<string, string>>): void {
    const data = attributes['xlink:href'] ?? attributes.href ?? '';
    const [, mediaType, base64] = /^data:([\w.+/-]+);base64,(.*)$/s.exec(data) ?? [];
    if (mediaType === undefined || base64 === undefined) return;
    const sizeBytes = Math.floor((base64.replace(/\s|=+$/g, '').length * 3) / 4);
    this.#pictures.push({ filename: `picture ${this.#pictures.length + 1}`, mediaType, sizeBytes, document: null });
  }
}

/** "1.2em" is of the size of the text. */
const relative = (text: string | undefined, number: number, size: number): number =>
  /em\s*$/.test(text ?? '') ? number * size : number;
