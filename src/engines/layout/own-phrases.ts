import type { ScalarNode } from '../../schema/schema-node';
import { contentTokens, nameTokens, tokens } from './lexicon/tokens';

export interface OwnPhrase {
  readonly words: readonly string[];
  readonly weight: number;
}

/** Characters of a description that are looked at for wordings: a label is short. */
const READ_OF_DESCRIPTION = 2_000;

export function ownPhrases(path: readonly string[], node: ScalarNode, parents: readonly string[]): OwnPhrase[] {
  const name = nameTokens(path.at(-1) ?? '');
  const parent = nameTokens(parents.at(-1) ?? '');
  const description = node.description
    .slice(0, READ_OF_DESCRIPTION)
    .replace(/,? (?:e\.g\.|z\.B\.|such as|as ISO|in ISO|like) .*$/iu, '')
    .replace(/\(.*?\)/g, '');
  const made: OwnPhrase[] = [
    { words: contentTokens([...parent, ...name]), weight: parent.length > 0 ? 1 : 0 },
    { words: contentTokens(name), weight: parent.length > 0 ? 0.8 : 1 },
    { words: contentTokens(tokens(node.title)), weight: parent.length > 0 ? 0.85 : 0.98 },
    { words: contentTokens(tokens(description)), weight: 0.9 },
    ...alternatives(description).map((words) => ({ words, weight: 0.8 })),
  ];
  const seen = new Set<string>();
  return made.filter(({ words, weight }) => {
    const key = words.join(' ');
    if (key === '' || weight === 0 || words.length > 9 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "Contract, order or invoice number" names three numbers; "Payee or payer" two people. */
function alternatives(description: string): (readonly string[])[] {
  const parts = description.split(/,\s*|\s+or\s+|\s*\/\s*|:\s+/iu).map((part) => contentTokens(tokens(part)));
  const noun = parts.at(-1)?.at(-1);
  if (parts.length < 2 || noun === undefined || parts.some((part) => part.length === 0 || part.length > 3)) return [];
  const alone = parts.at(-1)?.length === 1 || /:\s/.test(description);
  return parts.map((part) => (part.includes(noun) || alone ? part : [...part, noun]));
}

export function dayOrderIn(description: string): 'dmy' | 'mdy' | null {
  if (/day first|dd[./-]mm|european/i.test(description)) return 'dmy';
  return /month first|mm[./-]dd|\bUS format/i.test(description) ? 'mdy' : null;
}
