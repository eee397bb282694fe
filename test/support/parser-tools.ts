import type { ParserTools } from '../../src/parsers/parsed-document';

/** For a parser by itself: nobody reads characters, and files inside are only listed. */
export const ALONE: ParserTools = {
  characters: null,
  refusal: () => null,
  inside: async () => null,
  within: async () => null,
};
