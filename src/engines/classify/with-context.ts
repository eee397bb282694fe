import { fold } from '../values/fold';
import type { AskedKind } from './asked-kind';

/**
 * Kinds with what the caller said about the documents in words: a sentence that names one kind describes it ("Pro forma
 * invoices count as quotes" names two, and so describes neither); what names none is about all of them and tells nothing.
 */
export function withContext<Kind extends AskedKind>(kinds: readonly Kind[], context: string | null): readonly Kind[] {
  if (context === null) return kinds;
  const added = new Map<Kind, string[]>();
  for (const sentence of context.split(/(?<=[.!?;])\s+|\n+/u)) {
    const [named, ...more] = kinds.filter(({ name }) => isNamedIn(name, sentence));
    if (named !== undefined && more.length === 0) added.set(named, [...(added.get(named) ?? []), sentence.trim()]);
  }
  return kinds.map((kind) => {
    const said = added.get(kind);
    return said === undefined ? kind : { ...kind, description: [kind.description, ...said].join('\n') };
  });
}

function isNamedIn(name: string, sentence: string): boolean {
  const plain = (text: string): string =>
    ` ${fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const [words, said] = [plain(name).trimEnd(), plain(sentence)];
  return [' ', 's ', 'e ', 'n ', 'en '].some((ending) => said.includes(`${words}${ending}`));
}
