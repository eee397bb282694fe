/** Words that are frequent in one language and rare in the others. ISO 639-1 keys. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to is that for with as was on are by this be from your you have not or which will total invoice date',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch werden aus nach bei wir sie rechnung datum betrag',
  fr: 'le les et des du est dans pour que qui une sur au avec par plus vous nous votre sont facture montant être à',
  es: 'el los y las del que en por con para una su al como más se lo factura fecha importe este sus',
  it: 'il di che gli della per con non una sono del alla dei delle nel anche più fattura importo dal ed si',
  nl: 'het een van en dat op te voor met niet aan zijn bij ook naar uit wordt deze factuur bedrag datum btw uw wij',
  pt: 'o os e do da em que não uma para com por mais dos como ao das pelo fatura valor foi são seu sua',
  pl: 'i w na z do nie się jest oraz dla od po przez faktura data kwota razem sprzedawca nabywca',
  cs: 'a v na se je že s z do o k pro jako faktura datum celkem dodavatel odběratel kč při nebo',
  hu: 'a az és hogy nem egy is van számla dátum összesen vevő eladó fizetési áfa nettó bruttó',
  sv: 'och att det som en på är av för med till den inte om ett faktura datum moms summa',
  da: 'og at det som en på er af for med til den ikke om et faktura dato moms beløb',
};

/** Votes needed before a guess is made. */
const MIN_VOTES = 4;
/** The best must have this many times the votes of the second. */
const MIN_LEAD = 1.2;
/** Words looked at: the start of a document tells. */
const MAX_WORDS = 4000;

const LANGUAGES_BY_WORD = indexByWord();

function indexByWord(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(STOP_WORDS)) {
    for (const word of words.split(' ')) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}

/** ISO 639-1 code of the language most stop words vote for; null when too few do or two languages come close. */
export function guessLanguage(words: Iterable<string>): string | null {
  const votes = new Map<string, number>();
  let seen = 0;
  for (const word of words) {
    seen += 1;
    if (seen > MAX_WORDS) break;
    const languages = LANGUAGES_BY_WORD.get(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
    if (languages === undefined) continue;
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < MIN_VOTES) return null;
  return second !== undefined && second[1] * MIN_LEAD > best[1] ? null : best[0];
}
