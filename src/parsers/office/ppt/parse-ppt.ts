import { openCompoundFile } from '../../ole/compound-file';
import { ParseError } from '../../parse-error';
import type { Parser } from '../../parsed-document';
import type { Block } from '../blocks';
import { type Slide, slidesDocument } from '../slides-document';
import { summaryProperties } from '../summary-properties';
import { readNotes, readShapes, textsIn } from './read-shapes';
import { HEADER_BYTES, type PptRecord, RECORD, recordAt, recordsIn } from './records';

/** What the list of slides and that of notes are marked with. */
const SLIDES = 0;
const ENCRYPTED_TOKEN = 0xf3d1c4df;
const HIDDEN = 0x04;
/** Objects that a directory may name. */
const MAX_OBJECTS = 100_000;

interface SlideEntry {
  readonly object: number;
  readonly id: number;
  readonly records: readonly PptRecord[];
}

/** PowerPoint's format of 1997-2003 (MS-PPT): the text of slides, without hidden ones; notes after each. */
export const parsePpt: Parser = async (bytes, options) => {
  const root = openCompoundFile(bytes);
  const stream = root?.stream('PowerPoint Document') ?? null;
  if (root === null || stream === null) throw damaged();
  if (isEncrypted(root.stream('Current User'))) {
    throw new ParseError('document-unreadable', 'this PowerPoint presentation is encrypted; remove the password');
  }
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records = recordsIn(view);
  const objects = objectOffsets(records);
  // Saved quickly, a file holds older documents before the one that counts.
  const document = records.filter(({ type }) => type === RECORD.document).at(-1);
  if (document === undefined) throw damaged();
  const list = recordsIn(document.content).find(
    ({ type, instance }) => type === RECORD.slideList && instance === SLIDES,
  );
  const notes = notesBySlide(records);
  // Slides that are each other, or lie in one another, would be a presentation without end.
  const offsets = new Set<number>();
  let left = stream.length;
  const slides = (list === undefined ? [] : entriesOf(list)).flatMap((entry): Slide[] => {
    const offset = objects.get(entry.object);
    if (offset === undefined || offsets.has(offset)) return [];
    offsets.add(offset);
    const slide = recordAt(view, offset);
    if (slide === null || slide.type !== RECORD.slide || slide.content.byteLength > left) return [];
    left -= slide.content.byteLength + HEADER_BYTES;
    if (isHidden(slide)) return [];
    const own = notes.get(entry.id) ?? [];
    notes.delete(entry.id);
    return [{ shapes: readShapes(slide, textsIn(entry.records)), notes: own }];
  });
  const properties = summaryProperties(root.stream('\x05SummaryInformation'));
  return slidesDocument(slides, { mediaType: 'application/vnd.ms-powerpoint', properties }, options.pages);
};

function damaged(): ParseError {
  return new ParseError('document-unreadable', 'this PowerPoint presentation is truncated or damaged; save it again');
}

function isEncrypted(user: Uint8Array | null): boolean {
  if (user === null || user.length < 16) return false;
  return new DataView(user.buffer, user.byteOffset, user.byteLength).getUint32(12, true) === ENCRYPTED_TOKEN;
}

/** Where each object is; directories further on correct those before. */
function objectOffsets(records: readonly PptRecord[]): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const { content } of records.filter(({ type }) => type === RECORD.persistDirectory)) {
    let at = 0;
    while (at + 4 <= content.byteLength && offsets.size < MAX_OBJECTS) {
      const head = content.getUint32(at, true);
      const count = head >>> 20;
      at += 4;
      for (let index = 0; index < count && at + 4 <= content.byteLength; index += 1, at += 4) {
        offsets.set((head & 0xfffff) + index, content.getUint32(at, true));
      }
    }
  }
  return offsets;
}

/** Each slide of a list, with the records that follow it up to the next. */
function entriesOf(list: PptRecord): SlideEntry[] {
  const entries: (SlideEntry & { readonly records: PptRecord[] })[] = [];
  for (const record of recordsIn(list.content)) {
    const { type, content } = record;
    if (type !== RECORD.slidePersist) entries[entries.length - 1]?.records.push(record);
    else if (content.byteLength >= 16) {
      entries.push({ object: content.getUint32(0, true), id: content.getUint32(12, true), records: [] });
    }
  }
  return entries;
}

function isHidden(slide: PptRecord): boolean {
  const show = recordsIn(slide.content).find(({ type }) => type === RECORD.slideShowInfo);
  return show !== undefined && show.content.byteLength >= 12 && (show.content.getUint16(10, true) & HIDDEN) !== 0;
}

function notesBySlide(records: readonly PptRecord[]): Map<number, Block[]> {
  const notes = new Map<number, Block[]>();
  for (const record of records.filter(({ type }) => type === RECORD.notes)) {
    const atom = recordsIn(record.content).find(({ type }) => type === RECORD.notesAtom);
    if (atom !== undefined && atom.content.byteLength >= 4)
      notes.set(atom.content.getUint32(0, true), readNotes(record));
  }
  return notes;
}
