import { readBoolean } from '../../values/boolean';
import { fold } from '../../values/fold';

/** Answers that forms let one tick, by what they mean. One letter counts only where nothing else is said. */
const MEANINGS: readonly (readonly string[])[] = [
  'female|f|w|woman|weiblich|frau|feminin|femme|mujer|femenino|femminile|donna|vrouw|vrouwelijk|v'.split('|'),
  'male|m|man|mannlich|mann|masculin|homme|hombre|masculino|maschile|uomo|mannelijk|h'.split('|'),
  'diverse|divers|d|x|other|non-binary|autre|otro|altro|anders'.split('|'),
  'single|unmarried|ledig|celibataire|soltero|soltera|celibe|nubile|ongehuwd|alleenstaand'.split('|'),
  'married|verheiratet|marie|mariee|casado|casada|coniugato|coniugata|sposato|sposata|gehuwd|getrouwd'.split('|'),
  'divorced|geschieden|divorce|divorcee|divorciado|divorciada|divorziato|divorziata|gescheiden'.split('|'),
  'widowed|verwitwet|veuf|veuve|viudo|viuda|vedovo|vedova|weduwe|weduwnaar'.split('|'),
  'mr|mister|herr|monsieur|m|sr|senor|sig|signor|dhr|de heer'.split('|'),
  'ms|mrs|miss|frau|madame|mme|sra|senora|sig.ra|signora|mevr|mevrouw'.split('|'),
  'cash|bar|bargeld|especes|efectivo|contanti|contant'.split('|'),
];

/** Whether a text says an option, as a whole: with its words, with others that mean the same, or as yes or no. */
export function saysOption(text: string, option: string): boolean {
  const said = bare(text);
  const printed = bare(option);
  if (said === '' || printed === '') return false;
  if (said === printed) return true;
  if (MEANINGS.some((words) => words.includes(said) && words.includes(printed))) return true;
  const answer = readBoolean(text);
  return answer !== null && answer === readBoolean(option.split(/[\s,;]/)[0] ?? '');
}

/** Letters and digits that an option has at least that is recognised within a sentence. */
const MIN_LETTERS = 3;

/** Whether an option's words stand in a sentence, and nothing denies them. */
export function mentionsOption(sentence: string, option: string): boolean {
  const words = MEANINGS.find((meanings) => meanings.includes(bare(option))) ?? [];
  return [bare(option), ...words].some((wording) => {
    if (
      wording.replace(/[^\p{L}\d]/gu, '').length < MIN_LETTERS ||
      !/\p{L}/u.test(wording) ||
      readBoolean(wording) !== null
    )
      return false;
    const at = ` ${bare(sentence)} `.indexOf(` ${wording} `);
    return (
      at >= 0 &&
      !/\b(?:not|no|never|nor|nicht|kein|keine|keinen|pas|non|nunca|niet|geen|un)\s(?:\S+\s){0,1}$/.test(
        ` ${bare(sentence)} `.slice(0, at + 1),
      )
    );
  });
}

/** Words apart from each other by single blanks. */
const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}.-]+/gu, ' ')
    .replace(/(?<=\s|^)[.-]+|[.-]+(?=\s|$)/g, '')
    .trim();
