import type { ViewLine } from '../layout/view';
import { stemsOfToken } from './own-words';
import type { Sight } from './sight';

/** Notes which of the words looked for a line shows. `rank`: 0-1, how much it is a heading, where they count more. */
export function noteWords(words: Map<string, Sight>, line: ViewLine, stems: ReadonlySet<string>, rank: number): void {
  if (stems.size === 0) return;
  for (const { word, start, end } of line.tokens) {
    for (const { stem, weight } of stemsSeen(word, stems)) {
      const held = words.get(stem)?.weight ?? 0;
      const seen = weight * (0.5 + 0.5 * rank);
      // Met again it says a little more.
      const now = held === 0 ? seen : Math.min(1, Math.max(held, seen) + 0.05);
      if (held === 0 || now > held) words.set(stem, { text: line.text.slice(start, end), weight: now });
    }
  }
}

/** Letters from which a part of a compound word is taken for a word. */
const SHORTEST_PART = 5;
/** How much a part of a compound word counts: "Fahrzeugflotte" speaks of a Fahrzeug. */
const PART = 0.7;

function stemsSeen(word: string, stems: ReadonlySet<string>): { stem: string; weight: number }[] {
  const whole = stemsOfToken(word).filter((stem) => stems.has(stem));
  if (whole.length > 0 || word.length < SHORTEST_PART + 3) return whole.map((stem) => ({ stem, weight: 1 }));
  for (let length = word.length - 1; length >= SHORTEST_PART; length -= 1) {
    const [start, end] = [word.slice(0, length), stemsOfToken(word.slice(-length))[0] ?? ''];
    if (stems.has(start)) return [{ stem: start, weight: PART }];
    if (stems.has(end)) return [{ stem: end, weight: PART }];
  }
  return [];
}
