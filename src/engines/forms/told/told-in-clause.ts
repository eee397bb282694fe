import type { Told } from './told';

/** Characters of a clause; a longer one is prose. */
const LONGEST = 2000;
/** Words of a label that is told in a sentence. */
const MOST_WORDS = 8;

const TICK =
  /^(?:please\s+|bitte\s+)?(?:tick|check|mark|select|choose|cross|(?:put|make) (?:an? )?(?:x|cross|tick|check ?mark) (?:in|at|for|next to|beside)|kreuze?(?: an)?|ankreuzen|wähle|coche[rz]?|sélectionne[rz]?|marca[r]?|marque|seleccion[ae]|spunta(?:re)?|barrare|seleziona|kruis(?: aan)?|vink(?: aan)?)\s+(.+)$/iu;
const TICKED_AFTER =
  /^(.{1,80}?)\s+(?:ankreuzen|angekreuzt|aankruisen|aanvinken|cocher|cochée?|marcar|marcad[oa]|spuntare|barrare|(?:is |are |should be )?(?:ticked|checked|selected))$/iu;
const NOT =
  /^(?:please\s+)?(?:do not|don['’]t|never|nicht|ne pas|no|non|niet)\s+|^(?:leave|lasse?)\s+(.+?)\s+(?:empty|blank|unticked|unchecked|leer|frei)$/iu;
const BOXES =
  /\b(?:the|box(?:es)?|option|checkbox(?:es)?|field|das|die|den|feld|kästchen|la case|la casilla|la casella|het vakje)\b/giu;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”«»]|(?<![\p{L}\d])['‘]([^'’]+)['’](?![\p{L}\d])/gu;

const PAIR = /^([^:=]{1,80}?)\s*(?:(?<=\?)\s|:(?!\/\/)|=(?!=)|->|→|\s[–—-]\s)\s*(\S[\s\S]*)$/u;
const SET =
  /^(?:please\s+)?(?:set|fill(?: in| out)?|enter|complete|write|put|use)\s+(?:the\s+|in\s+)?(.{1,60}?)\s+(?:to|with|as|be)\s+(.+)$/iu;
const PUT =
  /^(?:please\s+)?(?:put|write|enter|use|insert|fill in|schreibe?|trage?|mets|inscris|escribe|pon|scrivi|inserisci|vul)\s+(.+?)\s+(?:in|into|for|as|under|on|at|bei|unter|dans|en|nel|nella|bij)\s+(?:the\s+|das\s+|la\s+|le\s+|el\s+|il\s+|het\s+)?(.{1,60}?)(?:\s+(?:field|box|line|feld|ein|in))?$/iu;
const IS =
  /^(.{1,60}?)\s+(?:is|are|was|will be|should be|shall be|ist|sind|lautet|soll sein|est|sont|es|son|è|sono|is|zijn)\s+(.+)$/iu;
const OWNER =
  /^(?:the|my|his|her|their|our|its|your|der|die|das|mein|meine|sein|seine|ihr|ihre|le|la|les|mon|ma|mes|el|mi|su|il|lo|de|het|mijn|zijn|haar)\s+/iu;
const PERSON =
  /^(?:he|she|they|it|i|this|that|there|er|sie|es|ich|il|elle|je|ella|él|yo|lei|lui|io|hij|zij|ik|we|you)$/iu;

/** Words of a name stand apart: what one word could be and two as well would be tried in all ways. */
const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}'’.-]*|v[ao]n|der?|den|del|da|di|la|le|te[nr]|zu)`;

/** What verbs say of a person, and how a form calls it. */
const VERBS: readonly (readonly [pattern: RegExp, label: string])[] = [
  [
    /^(?:.*?\b)?(?:was\s+)?(?:born|geboren|geb\.|née?|nacid[oa]|nat[oa])\s+(?:on\s+(?:the\s+)?|am\s+|le\s+|el\s+|il\s+|op\s+)?(.*\d.*)$/iu,
    'date of birth',
  ],
  [/^(?:.*?\b)?(?:was\s+)?(?:born|geboren|née?|nacid[oa]|nat[oa])\s+(?:in|à|en|a|te)\s+(\p{Lu}.*)$/u, 'place of birth'],
  [
    /^(?:.*?\b)?(?:lives?|living|resid(?:es|ing|ent)|wohnhaft|wohnt|wohne|habite|demeurant|vive|vivo|abita|abito|residente|woont|wonend)\s+(?:at|in|on|à|au|en|a|te|op)\s+(.+)$/iu,
    'address',
  ],
  [
    /^(?:.*?\b)?(?:works?|working|employed|arbeitet|travaille|trabaja|lavora|werkt)\s+(?:at|for|by|bei|chez|en|para|presso|per|bij)\s+(.+)$/iu,
    'employer',
  ],
  [/^(?:.*?\b)?(?:works?|working)\s+as\s+(?:an?\s+|the\s+)?(.+)$/iu, 'occupation'],
  [
    /^(?:(?:he|she|they|i|er|sie|ich|il|elle)\s+)?(?:is|am|are)?\s*(?:called|named|heiße?t?|s['’]appelle|se llama|si chiama|heet)\s+(.+)$/iu,
    'name',
  ],
  [
    new RegExp(
      String.raw`^(?:[Pp]lease\s+|[Bb]itte\s+)?(?:[Ff]ill|[Cc]omplete|[Ff]ülle?n?|[Rr]empli[rs]|[Rr]emplissez|[Rr]ellen[ae]r?|[Cc]ompila(?:re)?|[Vv]ul)\b.*?\b(?:for|on behalf of|für|pour|para|per|voor)\s+(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu}|\S+\s+\S)(${NAME_WORD}(?:\s+${NAME_WORD}){0,5})$`,
      'u',
    ),
    'name',
  ],
];

/** What one clause says. Nothing where it is not understood. */
export function toldInClause(clause: string): Told[] {
  const text = /\.\p{L}\.$/u.test(clause) ? clause.trim() : clause.replace(/[.!]+$/, '').trim();
  if (text.length > LONGEST) return [];
  const tell = (label: string, value: string): Told => ({
    label: plain(label),
    context: '',
    value: unquoted(value),
    quote: clause,
  });
  const not = NOT.exec(text);
  const after = TICKED_AFTER.exec(text);
  if (after !== null) return boxesIn(after[1] ?? '').map((box) => tell(box, 'true'));
  const ticked = TICK.exec(not === null ? text : not[1] === undefined ? text.slice(not[0].length) : `tick ${not[1]}`);
  if (ticked !== null) return boxesIn(ticked[1] ?? '').map((box) => tell(box, String(not === null)));
  const pair = PAIR.exec(text);
  if (pair !== null && wordsOf(pair[1]) <= MOST_WORDS && !/^\d{1,2}$/.test(pair[1] ?? '')) {
    const said = toldByVerb(pair[2] ?? '', clause);
    return /^(?:please\s+)?(?:fill|complete|use|data|daten|note|instructions?)\b/iu.test(pair[1] ?? '') &&
      said.length > 0
      ? said
      : [tell(pair[1] ?? '', pair[2] ?? '')];
  }
  const verb = toldByVerb(text, clause);
  if (verb.length > 0) return verb;
  const set = SET.exec(text);
  if (set !== null) return [tell(set[1] ?? '', set[2] ?? '')];
  const put = PUT.exec(text);
  if (put !== null) return [tell(put[2] ?? '', put[1] ?? '')];
  const is = IS.exec(text);
  if (
    is !== null &&
    wordsOf(is[1]) <= MOST_WORDS &&
    !/["“”„()«»,]/.test(is[1] ?? '') &&
    !/^\w+ed by\b/.test(is[2] ?? '')
  )
    return [PERSON.test((is[1] ?? '').trim()) ? tell('', is[2] ?? '') : tell(is[1] ?? '', is[2] ?? '')];
  return [tell('', text)];
}

const BORN_IN_ON =
  /^(?:.*?\b)?(?:was\s+)?(?:born|geboren|née?|nacid[oa]|nat[oa])\s+(?:in|à|en|a|te)\s+(\p{Lu}[\p{L}\s.'’-]*?),?\s+(?:on\s+(?:the\s+)?|am\s+|le\s+|el\s+|il\s+|op\s+)?(\d.*)$/u;

/** Where and when a paper is signed, in either order. */
const SIGNED = '(?:signed|unterzeichnet|unterschrieben|fait|signée?|firmad[oa]|firmat[oa]|ondertekend|getekend)';
const SIGNED_IN_ON = new RegExp(
  `^(?:.*?\\b)?${SIGNED}\\s+(?:in|at|à|en|a|te)\\s+(\\p{Lu}[\\p{L}\\s.'’-]*?),?\\s+(?:(?:on|am|den|le|el|il|op)\\s+)?(\\p{L}*\\s?\\d.*)$`,
  'iu',
);
const SIGNED_ON_IN = new RegExp(
  `^(?:.*?\\b)?${SIGNED}\\s+(?:on|am|le|el|il|op)\\s+(.*\\d)\\s+(?:in|at|à|en|a|te)\\s+(\\p{Lu}.*)$`,
  'iu',
);

function signedIn(text: string, quote: string): Told[] {
  const [, place, date] = SIGNED_IN_ON.exec(text) ?? [];
  const [, day, town] = SIGNED_ON_IN.exec(text) ?? [];
  const [where, when] = [place ?? town, date ?? day];
  if (where === undefined || when === undefined) return [];
  return [
    { label: 'place', context: '', value: where.trim(), quote },
    { label: 'date', context: '', value: when.trim(), quote },
  ];
}

function toldByVerb(text: string, quote: string): Told[] {
  const placed = BORN_IN_ON.exec(text.replace(/^B(?=orn\b)/, 'b'));
  if (placed !== null)
    return [
      { label: 'place of birth', context: '', value: placed[1] ?? '', quote },
      { label: 'date of birth', context: '', value: placed[2] ?? '', quote },
    ];
  const signed = signedIn(text, quote);
  if (signed.length > 0) return signed;
  for (const [pattern, label] of VERBS) {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value === undefined || value === '') continue;
    const birth = label === 'date of birth' ? /^(.*?\d)\s+(?:in|à|en|a|te)\s+(\p{Lu}.*)$/u.exec(value) : null;
    if (birth === null) return [{ label, context: '', value, quote }];
    return [
      { label, context: '', value: birth[1] ?? '', quote },
      { label: 'place of birth', context: '', value: birth[2] ?? '', quote },
    ];
  }
  return [];
}

/** "'married' and 'newsletter'" are two boxes. */
function boxesIn(text: string): string[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? '').trim());
  if (quoted.length > 0) return quoted;
  return text
    .replace(BOXES, ' ')
    .split(/\s*,\s*|\s+(?:and|und|et|y|e|en)\s+/i)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
}

const unquoted = (value: string): string => {
  const bare = value.trim().replace(/^["“”„«']([^"“”„«»']+)["“”»']\.?$/u, '$1');
  const isShort = /(?:\.\p{L}|\b(?:Inc|Ltd|Co|St|Jr|Sr))\.$/u.test(bare);
  return (isShort ? bare : bare.replace(/[.;,]+$/, '')).trim();
};

function plain(label: string): string {
  return label
    .replace(/["“”„«»]/g, '')
    .replace(OWNER, '')
    .replace(/['’]s\b/g, '')
    .replace(/\s+(?:field|box|line)$/i, '')
    .trim();
}

const wordsOf = (text: string | undefined): number => (text ?? '').trim().split(/\s+/).length;
