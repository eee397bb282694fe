import { type Block, textOfBlocks } from './blocks';

/** Headers or footers, each once: first pages, even pages and later sections often repeat what others say. */
export function distinctParts(parts: readonly Block[][]): Block[] {
  const seen = new Set<string>();
  return parts.flatMap((blocks) => {
    const text = textOfBlocks(blocks);
    if (text === '' || seen.has(text)) return [];
    seen.add(text);
    return blocks;
  });
}
