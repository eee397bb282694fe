// From scores and whether they were right to curves on the scale of log odds (see src/engines/layout/calibration.ts). Pure.

/** What is believed before any value was seen: a score means what it says, give or take. */
const BELIEF = { slope: 1, offset: 0, slopeSpread: 0.5, offsetSpread: 1.5 };
/** How far a kind of evidence may be from all of them before it has shown so itself. */
const SPREAD = { slopeSpread: 0.35, offsetSpread: 0.8 };
/** Kinds seen in fewer documents have no curve of their own. */
const FEWEST_DOCUMENTS = 4;
/** A curve always rises. */
const FLATTEST = 0.1;
const STEPS = 60;

/**
 * `cells`: `{ kind, document, score, right }`. Answers `{ any, kinds }`, each a curve `{ slope, offset }`. Few values move
 * a curve little: it starts from that of all kinds together. Values of one document and kind err together, so `n` of them
 * count as the square root of `n`.
 */
export function fitCurves(cells) {
  const weighted = withWeights(cells);
  const any = likeliest(weighted, BELIEF);
  const kinds = Object.groupBy(weighted, ({ kind }) => kind);
  const fitted = Object.entries(kinds).flatMap(([kind, own]) =>
    new Set(own.map(({ document }) => document)).size < FEWEST_DOCUMENTS
      ? []
      : [[kind, likeliest(own, { ...any, ...SPREAD })]],
  );
  return { any, kinds: Object.fromEntries(fitted.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function withWeights(cells) {
  const group = ({ document, kind }) => `${document} ${kind}`;
  const sizes = new Map();
  for (const cell of cells) sizes.set(group(cell), (sizes.get(group(cell)) ?? 0) + 1);
  return cells.map((cell) => ({ ...cell, odds: logOdds(cell.score), weight: sizes.get(group(cell)) ** -0.5 }));
}

/** The likeliest curve by Newton's method, held to what was believed before. */
function likeliest(cells, { slope, offset, slopeSpread, offsetSpread }) {
  const hold = { slope: slopeSpread ** -2, offset: offsetSpread ** -2 };
  let now = { slope, offset };
  for (let step = 0; step < STEPS; step++) {
    const pull = { slope: hold.slope * (slope - now.slope), offset: hold.offset * (offset - now.offset) };
    const bend = { slope: hold.slope, offset: hold.offset, both: 0 };
    for (const { odds, right, weight } of cells) {
      const share = 1 / (1 + Math.exp(-(now.offset + now.slope * odds)));
      const miss = weight * (Number(right) - share);
      const spread = weight * share * (1 - share);
      pull.slope += miss * odds;
      pull.offset += miss;
      bend.slope += spread * odds * odds;
      bend.offset += spread;
      bend.both += spread * odds;
    }
    const size = bend.slope * bend.offset - bend.both * bend.both;
    now = {
      slope: Math.max(FLATTEST, now.slope + (bend.offset * pull.slope - bend.both * pull.offset) / size),
      offset: now.offset + (bend.slope * pull.offset - bend.both * pull.slope) / size,
    };
  }
  return { slope: rounded(now.slope), offset: rounded(now.offset) };
}

const logOdds = (share) => Math.log(share / (1 - share));
const rounded = (value) => Math.round(value * 100) / 100;
