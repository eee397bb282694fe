/** Letters beyond a-z in lower case, the most frequent first, and the encodings their texts are written in besides Unicode. */
export interface Writing {
  /** ISO 639-1 codes of those who write so. */
  readonly languages: readonly string[];
  readonly letters: string;
  /** Labels of single-byte encodings, the usual one first. */
  readonly encodings: readonly string[];
}

const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'];

export const WRITINGS: readonly Writing[] = [
  { languages: ['de'], letters: 'üäöß', encodings: WESTERN },
  { languages: ['fr'], letters: 'éèàêçùôîâûëïœ', encodings: WESTERN },
  { languages: ['es'], letters: 'óíáéñúü', encodings: WESTERN },
  { languages: ['it'], letters: 'àèùòìé', encodings: WESTERN },
  { languages: ['pt'], letters: 'ãçáéíõóêúâà', encodings: WESTERN },
  { languages: ['nl', 'en'], letters: 'ëéïóöü', encodings: WESTERN },
  { languages: ['sv', 'da', 'no', 'fi'], letters: 'äåöøæé', encodings: WESTERN },
  { languages: ['is'], letters: 'íáðþöéóúýæ', encodings: WESTERN },
  { languages: ['pl'], letters: 'łóążęśćńź', encodings: CENTRAL },
  { languages: ['cs'], letters: 'íáěéšřčžýůúťďňó', encodings: CENTRAL },
  { languages: ['sk'], letters: 'áíéčšžýľúťôňďóäĺŕ', encodings: CENTRAL },
  { languages: ['hu'], letters: 'áéöóőíüúű', encodings: CENTRAL },
  { languages: ['hr', 'sl'], letters: 'čšžćđ', encodings: CENTRAL },
  { languages: ['ro'], letters: 'ăîâşţ', encodings: CENTRAL },
  { languages: ['tr'], letters: 'ıüşğçöİâ', encodings: ['windows-1254'] },
  { languages: ['el'], letters: 'αοιετσνηυρπκμλςωγδβχφθίόάέήύώξζψϊϋ', encodings: ['windows-1253', 'iso-8859-7'] },
  { languages: ['ru', 'uk', 'bg'], letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ', encodings: CYRILLIC },
];
