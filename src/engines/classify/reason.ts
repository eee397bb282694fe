import type { Seen } from './kind-scores';
import type { Shape } from './kinds/kind';
import type { Score } from './scores';

/** Things quoted of each sort at most. */
const MOST_QUOTED = 4;
/** A heading less prominent than this is only a mention. */
const HEADS = 0.3;

const SHAPE_WORDS = {
  mail: 'it is a mail with its headers',
  sheet: 'it is a file of rows and columns',
  web: 'it is a web page',
  slides: 'it is a file of slides',
  'structured-invoice': 'it holds a structured invoice',
  grid: 'much of it is set in tables',
  prose: 'it is running text',
  blanks: 'it has boxes or blanks to be filled in',
  labels: 'much of it is labels with what was put in behind them',
  slip: 'it is printed on a slip',
} as const satisfies Record<Shape, string>;

/** In words what speaks for an asked kind, and for which other one something speaks too. */
export function reasonFor(
  score: Score,
  rival: { readonly name: string; readonly score: Score } | null,
  isTied: boolean,
): string {
  const seen = sights(score);
  const what = seen.length === 0 ? 'Only little speaks for it' : sentence(seen);
  if (rival === null || rival.score.value <= 0) return `${what}.`;
  const other = sights(rival.score)[0];
  const because = other === undefined ? '' : `: ${other}`;
  return isTied
    ? `${what}. As much speaks for "${rival.name}"${because}; the first of the two counts.`
    : `${what}. Next would be "${rival.name}"${because}.`;
}

function sights({ kind, words }: Score): string[] {
  const evidence = kind?.evidence;
  const [heading] = evidence?.headings ?? [];
  const proofs = evidence?.proofs ?? [];
  return [
    ...(heading === undefined
      ? []
      : [`${quotes([heading])} ${heading.weight >= HEADS ? 'heads' : 'stands on'} page ${heading.page}`]),
    ...(proofs.length === 0 ? [] : [`it says ${quotes(proofs)}${onPages(proofs)}`]),
    ...(evidence?.shapes ?? []).map((shape) => SHAPE_WORDS[shape]),
    ...(words.length === 0 ? [] : [`words of the category are in it: ${quotes(words)}${onPages(words)}`]),
  ];
}

/** Each text once, as printed. */
function quotes(seen: readonly Seen[]): string {
  const texts = [...new Set(seen.map(({ text }) => text.replace(/\s+/g, ' ').trim()))].slice(0, MOST_QUOTED);
  return texts.map((text) => `"${text}"`).join(', ');
}

function onPages(seen: readonly Seen[]): string {
  const pages = [...new Set(seen.slice(0, MOST_QUOTED).map(({ page }) => page))].sort((a, b) => a - b);
  return ` on page${pages.length === 1 ? '' : 's'} ${pages.join(', ')}`;
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
