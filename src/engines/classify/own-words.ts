import { glossed } from '../layout/lexicon/glossary';

/** Words that say of any category that it is one, and words of speech. Folded. */
const IDLE = new Set(
  (
    'document documents doc docs dokument dokumente dokumenten documento documenti documentos documenten paper papers papier papiere pages page seite seiten pagina file files datei type types kind kinds art category categories kategorie categorie class cat label ' +
    'about an to we our us you your he she his her with without from that this these those which who whom whose where when what how it its their there here any all some each every other others another such than then they them are was were be been being has have had do does can may might will would shall should must not none only also etc eg ie usually often typically mostly mainly generally including includes include included contains contain containing showing shows show shown listing lists used using use sent issued written made given between by into over under out up one two more most many much very etc like ' +
    'mit ohne von vom bei aus nach uber unter oder auch nicht kein keine keinen sowie wie wird werden wurde ist sind hat haben enthalt enthalten alle jede jeder jedes andere anderer anderes sonstige sonstiges einer eines einem einen meist oft dass diese dieser dieses sich durch ' +
    'avec sans par sur dans ou ne pas que qui est sont ete etre cette ces tout tous toute toutes autre autres contenant contient plus comme ' +
    'con sin por para sobre que es son una uno unos unas todo todos otra otras otro otros contiene como mas ' +
    'con senza per su che sono una uno altri altre altro contiene come piu ' +
    'met zonder door over onder dat die zijn wordt worden alle andere bevat zoals meer niet geen'
  ).split(' '),
);

const ENDING = /(?:ungen|ung|ings?|ed|es|en|er|em|s|e|i|a|o)$/;
/** Letters that must be left. */
const SHORTEST_STEM = 4;

/** A word without its inflections, so that "vehicles" and "vehicle" are one. */
export function stemOf(word: string): string {
  const short = word.replace(/ies$/, 'y').replace(/aux$/, 'al').replace(ENDING, '');
  if (short === word) return alikeSpelt(word);
  if (short.length < SHORTEST_STEM) return alikeSpelt(word.length > SHORTEST_STEM ? word.replace(/s$/, '') : word);
  return stemOf(short);
}

/** Letters that an inflection doubles or makes single: "bonnen" of "bon", "stroken" of "strook". */
const alikeSpelt = (stem: string): string =>
  stem
    .replace(/y$/, 'i')
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/([aeou])\1(?=[^aeou]+$)/, '$1');

/** Numbers, and names that are no more than that: "c12". */
const NUMBERED = /^\p{L}{0,3}\p{N}+$/u;

/** Those of the words that carry a meaning, as stems, each with what it means in English where that is known. */
export function stemsOf(words: readonly string[]): string[] {
  const said = words.filter((word) => word.length > 1 && !IDLE.has(word) && !NUMBERED.test(word));
  return [...new Set(said.flatMap((word) => [word, ...glossed([word])]).map(stemOf))];
}

const stemsOfWords = new Map<string, readonly string[]>();
/** Letters that a word put together of two has at least. */
const SHORTEST_COMPOUND = 9;
/** Words whose stems are kept in mind at most. */
const MOST_KEPT = 20_000;

/** The stems that a word of a document stands for: its own, and of what it means in English. */
export function stemsOfToken(word: string): readonly string[] {
  const held = stemsOfWords.get(word);
  if (held !== undefined) return held;
  if (stemsOfWords.size >= MOST_KEPT) stemsOfWords.clear();
  const meant = glossed([word]);
  // A short word that seems to be put together of two is hardly ever.
  const meaning = meant.length > 1 && word.length < SHORTEST_COMPOUND ? [] : meant;
  const stems = [...new Set([word, ...meaning].map(stemOf))];
  stemsOfWords.set(word, stems);
  return stems;
}
