import type { JsonValue } from '../../schema/json';
import { fold, squash } from './fold';

/** The allowed value that a text names: alone (fit 1) or as whole words within it (fit below 1); null when none or two do. */
export function readChoice(
  text: string,
  choices: readonly JsonValue[],
): { readonly value: JsonValue; readonly fit: number } | null {
  const plain = squash(text);
  const alone = choices.filter((choice) => squash(String(choice)) === plain && plain !== '');
  const [only] = alone;
  if (only !== undefined) return { value: only, fit: 1 };
  const words = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const inside = choices.filter((choice) => {
    const phrase = fold(String(choice))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return phrase !== '' && words.includes(` ${phrase} `);
  });
  const [first, ...more] = inside;
  return first === undefined || more.length > 0 ? null : { value: first, fit: 0.7 };
}
