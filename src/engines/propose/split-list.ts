/** Words of one thing; more of them are a sentence about something else. */
const MOST_WORDS = 7;

/** Sentences to whoever reads the document, and how the answer is to be written. */
const SPEECH =
  /^(?:from|in|of|for|to|that|which|on|as|by|at|into|you|we|it|there|here|make|be|use|do|don't)\s|\b(?:you|we|are|should|must|will|would|cannot|json|iso|null)\b/i;

/** "the date, the total amount and its currency" as three. */
export function splitList(text: string): readonly string[] {
  return text
    .replace(/\bdate and time\b/giu, 'date-time')
    .split(/\s*[,;]\s*(?:and\s+|und\s+|et\s+)?|\s+(?:and|as well as|plus|und|et|y)\s+|\s+&\s+/iu)
    .map(trimmed)
    .filter(isThing);
}

const isThing = (text: string): boolean => text !== '' && text.split(/\s+/).length <= MOST_WORDS && !SPEECH.test(text);

const trimmed = (text: string): string =>
  text
    .replace(/^[\s"'“”‘’`:]+|[\s"'“”‘’`:.!?]+$/gu, '')
    .replace(
      /^(?:(?:also|then|the|a|an|its|their|his|her|any|all|every|each|of|as|well|please|der|die|das|den|le|la|les)\s+)+/iu,
      '',
    )
    .replace(
      /\s+(?:of|from|in|on|for)\s+(?:the|this|that|each|every|an?|my|our|these|those)\s+(?:given\s+)?(?:\p{L}+\s+)?(?:document|file|page|invoice|receipt|contract|agreement|letter|statement|order|text|form|report|e-?mail|pdf)s?$/iu,
      '',
    )
    .trim();
