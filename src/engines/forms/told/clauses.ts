/** Short words with a full stop that end no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?!(?:ja|no|si|sí|ok|oui)\.)(?:\p{L}{1,2}|nos?|str|tel|nr|st|mrs?|ms|dr|prof|apt|ave|rd|ca|bzw|geb|approx)\.$/iu;
/** A number with its unit may end one. */
const UNIT = /\d\s?(?:m|km|cm|mm|kg|g|l|h)\.$/i;
/** "3. Mai" */
const ORDINAL = /(?<![\d.\-/])\d{1,2}\.$/;
/** What begins to say something else after a comma or an "and". */
const ANEW =
  /^(?:(?:and|und|et|y|e|en)\s+)?(?:he|she|they|who|which|his|her|their|my|our|i|born|living|lives?|residing|works?|working|tick|check|mark|er|sie|sein|seine|ihr|ihre|mein|meine|geboren|geb|wohnhaft|wohnt|né|née|il|elle|son|sa|mon|ma|habite|demeurant|nacid[oa]|vive|su|mi|nat[oa]|residente|abita|il suo|geboren|woont|zijn|haar|mijn|phone|email|e-mail|tel)(?!\p{L})/iu;
/** What is said of somebody in one word. */
const STATE =
  /^(?:(?:and|und|et|y|e|en)\s+)?(?:male|female|married|single|divorced|widowed|ledig|verheiratet|geschieden|verwitwet|weiblich|männlich|mariée?|célibataire|casad[oa]|solter[oa]|sposat[oa]|gehuwd)(?!\p{L})/iu;
/** A list of boxes has their names in it. */
const LIST_OF_BOXES =
  /^(?:please\s+|bitte\s+)?(?:tick|check|mark|select|choose|cross|kreuze?|wähle|coche[rz]?|marque|marca[r]?|seleccion[ae]|spunta|seleziona|kruis|vink)\s/iu;
/** What tells by its shape that it is something of its own: an e-mail address, a number to call. */
const SHAPED = /^(?:\S+@\S+\.\w|\+\d)/;
const PAIR_AHEAD = /^(?:(?:and|und|et|y|e|en)\s+)?[\p{L}][^,:;.]{1,40}:\s/u;

/** The pieces of a text that each say one thing: lines, sentences, and what commas part. Quotes stay whole. */
export function clausesOf(text: string): string[] {
  return text
    .split(/\r?\n|(?<!&\w{1,8});/)
    .flatMap(sentencesOf)
    .flatMap(partsOf)
    .map((clause) => clause.replace(/^[\s\-*•·–>]+/, '').trim())
    .filter((clause) => clause !== '');
}

function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of line.matchAll(/[.!]["'”’)]?\s+(?=["'“‘(]?[\p{Lu}\d])/gu)) {
    const piece = line.slice(from, end.index + 1);
    if ((ABBREVIATION.test(piece) && !UNIT.test(piece)) || ORDINAL.test(piece)) continue;
    sentences.push(piece);
    from = end.index + end[0].length;
  }
  return [...sentences, line.slice(from)];
}

/** "Name: Jane Doe, born 3 May 1990" says two things; "12 Mill Lane, Leeds" one. */
function partsOf(sentence: string): string[] {
  const parts: string[] = [];
  let from = 0;
  // Quotes since the last part began, counted up to here.
  let [quotes, counted] = [0, 0];
  for (const comma of sentence.matchAll(/,\s+|\s+(?=(?:and|und|et|y|e|en)\s)/gu)) {
    const after = sentence.slice(comma.index + comma[0].length);
    quotes += sentence.slice(counted, comma.index).match(/["“”„]/g)?.length ?? 0;
    counted = comma.index;
    const isQuoted = quotes % 2 === 1;
    // "Springfield, IL" goes on.
    if (/^\p{Lu}{2}(?!\p{L})/u.test(after)) continue;
    const isState = STATE.test(after) && !LIST_OF_BOXES.test(sentence.slice(from));
    if (isQuoted || !(isState || ANEW.test(after) || SHAPED.test(after) || PAIR_AHEAD.test(after))) continue;
    parts.push(sentence.slice(from, comma.index));
    from = comma.index + comma[0].length;
    [quotes, counted] = [0, from];
  }
  return [...parts, sentence.slice(from)].map((part) => part.replace(/^(?:and|und|et|y|e|en)\s+/i, ''));
}
