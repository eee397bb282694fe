import type { ParsedDocument } from '../../parsers/parsed-document';
import type { AskedKind } from './asked-kind';
import { type PageFacts, pageFacts } from './page-facts';
import { profilesOf } from './profile';
import { type Asked, askedFor, scoresOf } from './scores';
import { STANCES } from './stance';
import { type Verdict, verdictOf } from './verdict';

/** Tells of which kind one document is, which is shown to it part after part. */
export interface Classifier {
  /** Takes in the next pages. Keeps only what they show of kinds. */
  look(part: ParsedDocument): void;
  /** What each of so many readings takes it for, the most trusted first. */
  verdicts(readings: number): readonly Verdict[];
}

/** Pages that are looked at: what a document is, it shows on its first ones. */
const MOST_PAGES = 60;

/** `kinds`: at least one. */
export function classifier(kinds: readonly AskedKind[]): Classifier {
  const asked: Asked = askedFor(profilesOf(kinds));
  const stems = new Set(asked.words.keys());
  const pages: PageFacts[] = [];
  return {
    look(part) {
      if (pages.length < MOST_PAGES) pages.push(...pageFacts(part, stems));
    },
    verdicts: (readings) =>
      STANCES.slice(0, readings).map((stance) => verdictOf(scoresOf(pages, asked, stance), asked)),
  };
}
