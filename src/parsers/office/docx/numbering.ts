import { listNumber } from '../list-number';
import { attributeAt, childrenOf, type Markup } from '../markup';

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2)": the numbers of the levels with what stands around them. */
  readonly text: string;
}

/** Levels of a list in a word processor. */
const MAX_DEPTH = 9;
const BULLET = '-';

/** Counts the items of all lists of one document, in the order they stand in. */
export class DocxNumbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #abstractOf = new Map<string, string>();
  readonly #overrides = new Map<string, Map<number, Level>>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: Markup | null) {
    if (root === null) return;
    for (const list of childrenOf(root, 'w:abstractNum')) {
      this.#levels.set(list.attributes['w:abstractNumId'] ?? '', levelsOf(childrenOf(list, 'w:lvl')));
    }
    for (const list of childrenOf(root, 'w:num')) {
      const id = list.attributes['w:numId'] ?? '';
      const abstract = attributeAt(list, ['w:abstractNumId'], 'w:val') ?? '';
      this.#abstractOf.set(id, abstract);
      this.#overrides.set(id, this.#overridesOf(list, abstract));
    }
  }

  /** The number or bullet of the next item; empty where the list has none. */
  next(id: string, depth: number): string {
    const abstract = this.#abstractOf.get(id);
    if (abstract === undefined || !(depth >= 0 && depth < MAX_DEPTH)) return '';
    const overrides = this.#overrides.get(id);
    const levelAt = (at: number): Level | undefined => overrides?.get(at) ?? this.#levels.get(abstract)?.get(at);
    const level = levelAt(depth);
    if (level === undefined) return '';
    const counts = this.#counts.get(abstract) ?? [];
    this.#counts.set(abstract, counts);
    const restarts = !this.#begun.has(`${id}/${depth}`) && overrides?.has(depth) === true;
    this.#begun.add(`${id}/${depth}`);
    counts[depth] = restarts ? level.start : (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    if (level.format === 'bullet') return BULLET;
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return listNumber(counts[at] ?? levelAt(at)?.start ?? 1, levelAt(at)?.format ?? 'decimal');
    });
  }

  #overridesOf(list: Markup, abstract: string): Map<number, Level> {
    const found = new Map<number, Level>();
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const depth = Number(override.attributes['w:ilvl']);
      const level = levelsOf(childrenOf(override, 'w:lvl')).get(depth) ?? this.#levels.get(abstract)?.get(depth);
      const start = attributeAt(override, ['w:startOverride'], 'w:val');
      if (level !== undefined) found.set(depth, start === null ? level : { ...level, start: Number(start) });
    }
    return found;
  }
}

function levelsOf(elements: readonly Markup[]): Map<number, Level> {
  return new Map(
    elements.map((element) => [
      Number(element.attributes['w:ilvl']),
      {
        start: Number(attributeAt(element, ['w:start'], 'w:val') ?? '1'),
        format: attributeAt(element, ['w:numFmt'], 'w:val') ?? 'decimal',
        text: attributeAt(element, ['w:lvlText'], 'w:val') ?? '',
      },
    ]),
  );
}
