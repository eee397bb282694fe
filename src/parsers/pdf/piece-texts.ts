import { textAt } from './find-bytes';
import type { PdfObjects } from './pdf-objects';
import { type PdfValue, Reference } from './pdf-values';
import { streamContent } from './stream-content';

/** Streams of instructions as texts whose characters are their bytes, each unpacked once. */
export interface PieceTexts {
  /** Empty where it is no stream; null where it is longer than `limit`, or packed in a way that is not known. */
  of(piece: PdfValue): Promise<string | null>;
}

export function createPieceTexts(objects: PdfObjects, limit: number): PieceTexts {
  const known = new Map<number, string>();
  return {
    async of(piece) {
      const before = piece instanceof Reference ? known.get(piece.number) : undefined;
      if (before !== undefined) return before;
      const stream = objects.streamOf(piece);
      const content = stream === null ? new Uint8Array() : await streamContent(objects, stream, limit);
      if (typeof content === 'string') return null;
      const text = textAt(content, 0, content.length);
      if (piece instanceof Reference) known.set(piece.number, text);
      return text;
    },
  };
}
