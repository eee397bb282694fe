/** Minutes of a duration in words or ISO 8601 ("1 hr 20 min", "PT35M", "1 Stunde", "45 minuten"); null when it names none. */
export function findMinutes(
  text: string,
): { readonly minutes: number; readonly start: number; readonly end: number } | null {
  const iso = /P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?/.exec(text);
  if (iso !== null) {
    const minutes = Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
    return minutes === 0 ? null : { minutes, start: iso.index, end: iso.index + iso[0].length };
  }
  const HOURS =
    /(\d+(?:[.,]\d+)?)\s*(?:h(?:rs?|ours?|eures?)?|std\.?|stunden?|horas?|or[ae]|uur|uren|godz\p{L}*|hod\p{L}*|óra)(?!\p{L})/iu;
  const short = /(\d{1,2})\s*h\s*(\d{2})(?![\d\p{L}])/iu.exec(text);
  if (short !== null)
    return {
      minutes: Number(short[1]) * 60 + Number(short[2]),
      start: short.index,
      end: short.index + short[0].length,
    };
  const MINUTES = /(\d+)\s*(?:m(?:in(?:s|ute[ns]?|uti|uto|utos|uut|uten|ut)?)?\.?|'|perc)(?!\p{L})/iu;
  const hours = HOURS.exec(text);
  const rest = hours === null ? text : text.slice(hours.index + hours[0].length);
  const minutes = MINUTES.exec(rest);
  if (hours === null && minutes === null) return null;
  const offset = text.length - rest.length;
  const near = minutes !== null && (hours === null || minutes.index < 12);
  return {
    minutes: Math.round(Number((hours?.[1] ?? '0').replace(',', '.')) * 60 + (near ? Number(minutes[1]) : 0)),
    start: hours?.index ?? offset + (minutes?.index ?? 0),
    end: near ? offset + minutes.index + minutes[0].length : (hours?.index ?? 0) + (hours?.[0].length ?? 0),
  };
}

/** Zero to twelve as they are spelled; English goes on to twenty. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze',
    'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce',
    'zero un due tre quattro cinque sei sette otto nove dieci undici dodici',
    'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf',
    'zero um dois três quatro cinco seis sete oito nove dez onze doze',
  ].flatMap((words) => words.split(' ').map((word, value): [string, number] => [word, value])),
);

/** Twenty, thirty ... ninety. */
const TENS: ReadonlyMap<string, number> = new Map(
  [
    'twenty thirty forty fifty sixty seventy eighty ninety',
    'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix',
    'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  ].flatMap((words) => words.split(' ').map((word, order): [string, number] => [word, 10 * (order + 2)])),
);

function spelledNumber(word: string): number {
  const plain = word.toLowerCase();
  const known = NUMBER_WORDS.get(plain) ?? TENS.get(plain);
  if (known !== undefined) return known;
  const [tens = '', ones = ''] = plain.split('-');
  const [ten, one] = [TENS.get(tens), NUMBER_WORDS.get(ones)];
  return ten === undefined || one === undefined ? -1 : ten + one;
}

/** Spans of time in words ("three (3) years", "18 months", "one-year"), as "3 years". */
export function findDurations(
  text: string,
): { readonly value: string; readonly text: string; readonly start: number; readonly end: number }[] {
  const pattern =
    /(?<![\p{L}\d])(\p{L}+(?:-\p{L}+){0,2}|\d{1,3})(?:[ -]?\((?:(\d{1,3})|[\p{L} -]{2,30})\))?[ -](?:calendar |business |full )?(year|month|week|day|jahr|monat|woche|tag|an|mois|semaine|jour|año|mes|semana|día|ann|settiman|giorn|jaar|maand|wek|dag|ano|mês|dia)(s|e|en|es|n|i|o|a)?(?![\p{L}])/giu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, word = '', digits, unit = '', plural = ''] = match;
    const spelled = spelledNumber(word);
    const count = digits !== undefined ? Number(digits) : /^\d+$/.test(word) ? Number(word) : spelled;
    if (count < 0) return [];
    const ending = /^(?:year|month|week|day)$/i.test(unit) ? (count === 1 ? '' : 's') : plural;
    return [
      {
        value: `${count} ${unit.toLowerCase()}${ending}`,
        text: whole,
        start: match.index,
        end: match.index + whole.length,
      },
    ];
  });
}
