import type { Page, ParsedDocument, Word } from '../../parsers/parsed-document';
import type { Cell } from '../../schema/cell';
import { overlap } from './span';

/** Words read this surely are as good as printed: misread ones among them are rare. */
const AS_PRINTED = 0.9;
/** What is left of the confidence in a value whose words could be anything. */
const ILLEGIBLE = 0.4;
/** Share of a word that lies in a cited box when the citation means it. */
const MEANT = 0.5;

/** Confidence in values read from scans, lowered by how sure the reader was of the least legible word cited. Pure. */
export function byLegibility(cells: readonly Cell[], { pages }: ParsedDocument): readonly Cell[] {
  const scanned = new Map(pages.filter(isScanned).map((page) => [page.number, page]));
  if (scanned.size === 0) return cells;
  return cells.map((cell) => {
    const certainty = Math.min(...certainties(cell, scanned));
    if (certainty >= AS_PRINTED) return cell;
    const share = ILLEGIBLE + ((1 - ILLEGIBLE) * certainty) / AS_PRINTED;
    return { ...cell, confidence: Math.round(cell.confidence * share * 1000) / 1000 };
  });
}

/** Whether characters of the page were read off an image. */
export function isScanned(page: Page): boolean {
  return page.lines.some((line) => line.words.some((word) => word.certainty < 1));
}

/** Of the words that a cell cites, 1 among them so that there is one. */
function* certainties({ citations }: Cell, scanned: ReadonlyMap<number, Page>): Generator<number> {
  yield 1;
  for (const { page, box, text } of citations) {
    const isCited = (word: Word): boolean => text.includes(word.text) && overlap(word.box, box) > MEANT;
    for (const line of scanned.get(page)?.lines ?? []) {
      for (const word of line.words) if (isCited(word)) yield word.certainty;
    }
  }
}
