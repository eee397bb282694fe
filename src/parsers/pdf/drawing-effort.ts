import { ParseError } from '../parse-error';
import { appearancesOf } from './appearances';
import { type ContentEffort, contentEffort } from './content-effort';
import type { PageInTree } from './pages-of';
import type { PdfObjects, PdfStream } from './pdf-objects';
import { type PdfValue, Reference } from './pdf-values';
import { layersOf } from './stream-content';

/** What drawing takes, in bytes of plain instructions, and the bytes of the file that say it. */
interface DrawingEffort {
  readonly effort: number;
  readonly packed: number;
}

/** Bytes of one stream of instructions, unpacked: more take the PDF reader more memory than there is. */
const MAX_CONTENT_BYTES = 8 * 1024 * 1024;
/**
 * What a page may take: something in any case, and more the more of the file it fills. A drawing of 50,000 lines is large
 * in the file as well; only what says the same again and again takes little there.
 */
const FREE_EFFORT = 3 * 1024 * 1024;
const EFFORT_PER_BYTE = 100;
const MAX_EFFORT = 40 * 1024 * 1024;
/** What all pages looked at so far may take; those of reports say their forms again and again. */
const FREE_EFFORT_OF_FILE = 8 * 1024 * 1024;
const EFFORT_PER_BYTE_OF_FILE = 200;
/** Streams of instructions of one page. */
const MAX_PIECES = 10_000;
/** Notes and fields of one page. */
const MAX_ANNOTATIONS = 10_000;
/** Forms in one another; some readers go no deeper than 30. */
const MAX_DEPTH = 40;
/** A byte that is packed in a way that is not known here is taken for as many. */
const UNKNOWN_INFLATION = 10;

export interface DrawingMeter {
  /** Throws `ParseError` for a page that draws without end, or next to it. `place`: what it is called in messages. */
  admit(page: PageInTree, place: string): Promise<void>;
}

/** What the pages of one file take to draw, forms (ISO 32000-1, 8.10) as often as they are drawn. Looks at each stream once. */
export function createDrawingMeter(objects: PdfObjects, fileBytes: number): DrawingMeter {
  const most = FREE_EFFORT_OF_FILE + EFFORT_PER_BYTE_OF_FILE * fileBytes;
  let unpacked = 0;
  let spent = 0;
  const known = new Map<string, DrawingEffort>();
  const inside = new Set<string>();

  async function ofStream(stream: PdfStream, above: PdfValue, depth: number, place: string): Promise<DrawingEffort> {
    const packed = stream.bytes.length;
    const { own, draws } = await ofLayers(stream, place);
    let sum: DrawingEffort = { effort: own, packed };
    const resources = objects.entryOf(stream.dictionary, '/Resources') ?? above;
    const named = objects.entryOf(resources, '/XObject');
    for (const [name, times] of named instanceof Map ? draws : [])
      sum = within(
        sumOf(sum, await ofNamed(named as ReadonlyMap<string, PdfValue>, name, above, depth + 1, place), times),
        place,
      );
    return sumOf(sum, await ofLetters(resources, depth + 1, place), 1);
  }

  /** Of the instructions themselves: of all that its filters leave of a stream, whichever of it a reader takes for them. */
  async function ofLayers(stream: PdfStream, place: string): Promise<ContentEffort> {
    const draws = new Map<string, number>();
    let own = 0;
    for await (const layer of layersOf(objects, stream, MAX_CONTENT_BYTES)) {
      if (layer === 'limit' || (typeof layer !== 'string' && layer.length > MAX_CONTENT_BYTES))
        throw refusal(place, `has more than ${MAX_CONTENT_BYTES} bytes of instructions in one piece`);
      if (layer === 'unknown') return { own: own + stream.bytes.length * UNKNOWN_INFLATION, draws };
      unpacked += layer.length;
      if (unpacked > most) throw refusal(place, 'unpacks to far more instructions than the file is large');
      const effort = contentEffort(layer);
      own += effort.own;
      for (const [name, times] of effort.draws) draws.set(name, (draws.get(name) ?? 0) + times);
    }
    return { own, draws };
  }

  /** Letters that are instructions (ISO 32000-1, 9.6.5) are gone through once, when a font is met. */
  async function ofLetters(resources: PdfValue, depth: number, place: string): Promise<DrawingEffort> {
    const fonts = objects.entryOf(resources, '/Font');
    let sum: DrawingEffort = { effort: 0, packed: 0 };
    for (const font of fonts instanceof Map ? fonts.values() : []) {
      const letters = objects.entryOf(font, '/CharProcs');
      const id = font instanceof Reference ? `font ${font.number}` : null;
      if (!(letters instanceof Map) || (id !== null && known.has(id))) continue;
      // Fonts name each other, and themselves.
      if (id !== null) known.set(id, sum);
      const own = objects.entryOf(font, '/Resources') ?? resources;
      for (const letter of letters.values())
        if (letter instanceof Reference) sum = within(sumOf(sum, await ofPiece(letter, own, depth, place), 1), place);
    }
    return sum;
  }

  async function ofPiece(piece: Reference, above: PdfValue, depth: number, place: string): Promise<DrawingEffort> {
    if (depth > MAX_DEPTH) throw refusal(place, `draws forms more than ${MAX_DEPTH} deep inside one another`);
    const stream = objects.streamOf(piece);
    return stream === null ? { effort: 0, packed: 0 } : ofStream(stream, above, depth, place);
  }

  /** The most that anything of this name may take. */
  async function ofNamed(
    named: ReadonlyMap<string, PdfValue>,
    name: string,
    above: PdfValue,
    depth: number,
    place: string,
  ): Promise<DrawingEffort> {
    const found = name === '' ? [...named.values()] : [named.get(name)];
    let heaviest: DrawingEffort = { effort: 0, packed: 0 };
    for (const value of found) {
      if (!(value instanceof Reference)) continue;
      const one = await ofForm(value, above, depth, place);
      if (one.effort > heaviest.effort) heaviest = one;
    }
    return heaviest;
  }

  async function ofForm(reference: Reference, above: PdfValue, depth: number, place: string): Promise<DrawingEffort> {
    const stream = objects.streamOf(reference);
    if (stream === null || objects.entryOf(stream.dictionary, '/Subtype') === '/Image') return { effort: 0, packed: 0 };
    const id = String(reference.number);
    if (inside.has(id)) throw refusal(place, 'draws a form inside itself');
    if (depth > MAX_DEPTH) throw refusal(place, `draws forms more than ${MAX_DEPTH} deep inside one another`);
    const before = known.get(id);
    inside.add(id);
    const one = before ?? (await ofStream(stream, above, depth, place));
    inside.delete(id);
    known.set(id, one);
    return one;
  }

  return {
    async admit({ dictionary, resources }, place) {
      if (objects.isTooLong(dictionary.get('/Annots'))) throw refusal(place, 'has a list of notes too long to be read');
      const annotations = objects.entryOf(dictionary, '/Annots');
      if (Array.isArray(annotations) && annotations.length > MAX_ANNOTATIONS)
        throw refusal(place, `has ${annotations.length} notes and fields; at most ${MAX_ANNOTATIONS} are read`);
      const contents = dictionary.get('/Contents');
      const whole = objects.resolve(contents);
      if (objects.isTooLong(contents)) throw refusal(place, 'has a list of instructions too long to be read');
      const pieces = Array.isArray(whole) ? whole : [contents];
      if (pieces.length > MAX_PIECES)
        throw refusal(place, `has its instructions in ${pieces.length} pieces; at most ${MAX_PIECES} are read`);
      let sum: DrawingEffort = { effort: 0, packed: 0 };
      for (const piece of pieces) {
        if (piece instanceof Reference) sum = within(sumOf(sum, await ofPiece(piece, resources, 0, place), 1), place);
      }
      for (const note of Array.isArray(annotations) ? annotations : [])
        for (const form of appearancesOf(objects, note))
          sum = within(sumOf(sum, await ofForm(form, resources, 1, place), 1), place);
      spent += sum.effort;
      if (sum.effort > FREE_EFFORT + EFFORT_PER_BYTE * sum.packed || spent > most) throw tooMuch(place, sum);
    },
  };
}

/** What is drawn again is not said again. */
const sumOf = (sum: DrawingEffort, one: DrawingEffort, times: number): DrawingEffort => ({
  effort: sum.effort + one.effort * times,
  packed: sum.packed + one.packed,
});

function within(sum: DrawingEffort, place: string): DrawingEffort {
  if (sum.effort > MAX_EFFORT) throw tooMuch(place, sum);
  return sum;
}

const tooMuch = (place: string, { effort }: DrawingEffort): ParseError =>
  refusal(
    place,
    `draws the same again and again, as much as ${Math.ceil(effort / 1024 / 1024)} MiB of instructions, more than is read`,
  );

const refusal = (place: string, problem: string): ParseError =>
  new ParseError('document-unreadable', `${place} of this PDF ${problem}; export it again from its source`);
