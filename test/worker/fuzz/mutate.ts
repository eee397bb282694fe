import type { Chance } from '../../support/fuzz/chance';
import { WILD_TEXTS, WILD_VALUES } from './wild';

/** The value with something in it changed for the worse. */
export function mutated(value: unknown, chance: Chance): unknown {
  if (chance.happens(0.1)) return wild(chance);
  if (Array.isArray(value) && value.length > 0) {
    const at = chance.number(value.length);
    if (chance.happens(0.15)) return value.concat(value);
    return value.map((item, index) => (index === at ? mutated(item, chance) : item));
  }
  if (typeof value === 'object' && value !== null) return mutatedObject(value as Record<string, unknown>, chance);
  return wild(chance);
}

function mutatedObject(value: Record<string, unknown>, chance: Chance): unknown {
  const name = chance.oneOf(Object.keys(value));
  if (name === null || chance.happens(0.1)) return { ...value, [chance.pick(WILD_TEXTS)]: wild(chance) };
  const { [name]: changed, ...others } = value;
  if (chance.happens(0.15)) return others;
  if (chance.happens(0.1)) return { ...others, [`${name}s`]: changed };
  return { ...others, [name]: mutated(changed, chance) };
}

const wild = (chance: Chance): unknown => (chance.happens(0.5) ? chance.pick(WILD_VALUES) : chance.pick(WILD_TEXTS));

/** JSON text, sometimes no longer one. */
export function mutatedText(text: string, chance: Chance): string {
  if (chance.happens(0.8)) return text;
  const at = chance.number(text.length + 1);
  return chance.pick([
    text.slice(0, at),
    `${text.slice(0, at)}${chance.pick(['"', '}', ',', '\u0000', '\\u12', '1e9999', '\ud800'])}${text.slice(at)}`,
    `\ufeff${text}`,
    `${text}${text}`,
    `[${text}]`,
    '[['.repeat(2_000),
    JSON.stringify(text),
  ]);
}
