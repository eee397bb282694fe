import type { ParsedDocument } from '../../parsers/parsed-document';
import type { AskedKind } from '../classify/asked-kind';
import { pageFacts } from '../classify/page-facts';
import { profilesOf } from '../classify/profile';
import { askedFor } from '../classify/scores';
import { STANCES } from '../classify/stance';
import { agree } from './agree';
import type { SeenPage } from './beginnings';
import { type KeySighting, keySightings } from './key-sightings';
import { pageMarks } from './page-marks';
import { type FoundPartition, partitionsOf } from './partitions';
import { type Segment, segmentsOf } from './segments';

/** One kind of document that a bundle may hold. */
export interface AskedPart extends AskedKind {
  /** What tells one of these from the next; null: they are not told apart. */
  readonly partitionKey: string | null;
}

/** The pages of a bundle that are of one kind. */
export interface FoundPart {
  /** Their numbers, ascending. */
  readonly pages: readonly number[];
  /** How far several readings agree, 0-1; null: there was one. */
  readonly likelihood: number | null;
  /** What each reading said; []: there was one. */
  readonly votes: readonly (readonly number[])[];
  /** Where there is a partition key. */
  readonly partitions: readonly FoundPartition[];
}

/** Cuts one bundle into the asked parts; it is shown to it part after part. */
export interface Splitter {
  /** Takes in the next pages. Keeps only what they show of kinds, and how they are joined. */
  look(part: ParsedDocument): void;
  /** One reading of all that was shown, by its 0-based place among them: the most trusted first, eight in all. */
  read(order: number): readonly Segment[];
  /** Of each asked part, in order, what the readings come to. Every page is of one at most. */
  parts(readings: readonly (readonly Segment[])[]): readonly FoundPart[];
}

/** `asked`: at least one. */
export function splitter(asked: readonly AskedPart[]): Splitter {
  const kinds = askedFor(profilesOf(asked));
  const stems = new Set(kinds.words.keys());
  const names = [...new Set(asked.flatMap(({ partitionKey }) => partitionKey ?? []))];
  const keys = new Map(names.map((name) => [name, new Map<number, KeySighting[]>()]));
  const pages: SeenPage[] = [];

  const numbersOf = ({ first, last }: Segment): number[] => pages.slice(first, last + 1).map(({ marks }) => marks.page);
  const pagesOf = (segments: readonly Segment[], kind: number): number[] =>
    segments.filter((segment) => segment.kind === kind).flatMap(numbersOf);

  return {
    look(part) {
      const facts = pageFacts(part, stems);
      for (const [index, marks] of pageMarks(part).entries()) {
        const seen = facts[index];
        if (seen !== undefined) pages.push({ facts: seen, marks });
      }
      for (const [name, sightings] of keySightings(part, names)) {
        const byPage = keys.get(name);
        for (const one of sightings) byPage?.set(one.page, [...(byPage.get(one.page) ?? []), one]);
      }
    },
    read(order) {
      const stance = STANCES[order];
      if (stance === undefined) throw new Error(`there is no reading ${order}`);
      return segmentsOf(pages, kinds, stance);
    },
    parts(readings) {
      const { segments, likelihoods } = agree(readings, asked.length, pages.length);
      return asked.map(({ partitionKey }, kind) => ({
        pages: pagesOf(segments, kind),
        likelihood: readings.length > 1 ? (likelihoods[kind] ?? 1) : null,
        votes: readings.length > 1 ? readings.map((said) => pagesOf(said, kind)) : [],
        partitions:
          partitionKey === null
            ? []
            : partitionsOf(
                segments.filter((segment) => segment.kind === kind).map(numbersOf),
                keys.get(partitionKey) ?? new Map(),
              ),
      }));
    },
  };
}
