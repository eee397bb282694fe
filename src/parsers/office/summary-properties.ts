import { decodePage } from './code-pages';

/** Numbers of properties in a summary (MS-OLEPS, 3.1.4). */
const NAMES: Readonly<Record<number, string>> = { 2: 'title', 3: 'subject', 4: 'author' };
const CODE_PAGE = 1;
const NARROW_TEXT = 0x1e;
const WIDE_TEXT = 0x1f;
const FIRST_SET_AT = 44;
const MAX_PROPERTIES = 1000;
const DEFAULT_PAGE = 1252;

/** Title, subject and author as a compound file's summary tells; what is damaged is left out. */
export function summaryProperties(stream: Uint8Array | null): Record<string, string> {
  const found: Record<string, string> = {};
  if (stream === null || stream.length < FIRST_SET_AT + 4) return found;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const set = view.getUint32(FIRST_SET_AT, true);
  if (set + 8 > stream.length) return found;
  const count = Math.min(MAX_PROPERTIES, view.getUint32(set + 4, true));
  const places = new Map<number, number>();
  for (let index = 0; index < count && set + 16 + 8 * index <= stream.length; index += 1) {
    places.set(view.getUint32(set + 8 + 8 * index, true), set + view.getUint32(set + 12 + 8 * index, true));
  }
  const pageAt = places.get(CODE_PAGE);
  const page = pageAt === undefined || pageAt + 6 > stream.length ? DEFAULT_PAGE : view.getUint16(pageAt + 4, true);
  for (const [id, name] of Object.entries(NAMES)) {
    const at = places.get(Number(id));
    const text = at === undefined ? '' : textAt(stream, view, at, page);
    if (text !== '') found[name] = text;
  }
  return found;
}

function textAt(stream: Uint8Array, view: DataView, at: number, page: number): string {
  if (at + 8 > stream.length) return '';
  const type = view.getUint16(at, true);
  const length = view.getUint32(at + 4, true);
  const bytes = stream.subarray(at + 8, at + 8 + (type === WIDE_TEXT ? 2 * length : length));
  if (type !== NARROW_TEXT && type !== WIDE_TEXT) return '';
  const text =
    type === WIDE_TEXT || page === 1200 ? new TextDecoder('utf-16le').decode(bytes) : decodePage(bytes, page);
  return text.replace(/\0[\s\S]*$/, '').trim();
}
