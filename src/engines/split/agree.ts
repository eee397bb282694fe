import type { Segment } from './segments';

/** What several readings of a bundle come to. */
export interface Agreement {
  readonly segments: readonly Segment[];
  /** Of each asked kind: how far the readings agree on which pages are of it, 0-1. */
  readonly likelihoods: readonly number[];
}

/** Each page is of the kind, and begins a document, where most readings say so; of two that as many say, the first. */
export function agree(readings: readonly (readonly Segment[])[], kinds: number, pages: number): Agreement {
  const kindsOf = readings.map((segments) => kindByPage(segments, pages));
  const decided = Array.from({ length: pages }, (_, page) => mostSaid(kindsOf.map((kinds) => kinds[page] ?? null)));
  const beginsAt = (page: number): boolean =>
    readings.filter((segments) => segments.some(({ first }) => first === page)).length * 2 > readings.length;
  const segments: Segment[] = [];
  for (const [page, kind] of decided.entries()) {
    const last = segments.at(-1);
    if (last === undefined || last.kind !== kind || beginsAt(page)) segments.push({ first: page, last: page, kind });
    else segments[segments.length - 1] = { ...last, last: page };
  }
  const likelihoods = Array.from({ length: kinds }, (_, kind) => agreementOn(kind, decided, kindsOf));
  return { segments, likelihoods };
}

type Kind = number | null;

function kindByPage(segments: readonly Segment[], pages: number): readonly Kind[] {
  const kinds = new Array<Kind>(pages).fill(null);
  for (const { first, last, kind } of segments) kinds.fill(kind, first, last + 1);
  return kinds;
}

function mostSaid(said: readonly Kind[]): Kind {
  const votes = new Map<Kind, number>();
  for (const kind of said) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return said.find((kind) => votes.get(kind) === most) ?? null;
}

/** Over the pages that any reading takes for it, the share of readings that say what was decided. */
function agreementOn(kind: number, decided: readonly Kind[], readings: readonly (readonly Kind[])[]): number {
  const pages = decided.flatMap((_, page) => (readings.some((kinds) => kinds[page] === kind) ? [page] : []));
  if (pages.length === 0) return 1;
  const shares = pages.map((page) => {
    const isOne = decided[page] === kind;
    return readings.filter((kinds) => (kinds[page] === kind) === isOne).length / readings.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / pages.length;
}
