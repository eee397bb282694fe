import { weightOf, wordLikeness } from '../../layout/likeness';
import { fold } from '../../values/fold';
import { type FieldWords, meaning } from './fillable';
import type { Told } from './told';

/** Likeness from which on what is told belongs into a field. */
export const LIKE_ENOUGH = 0.6;
/** What it adds to be told of the section that a field stands in. */
const SAME_SECTION = 0.15;
/** Where all the words told stand among more in the label. */
const PARTLY = 0.6;
const BY_SHARE = 0.05;

/** How well what is told names a field: 0 not at all, 1 and above: with the same words. */
export function likeField({ label, context }: Told, { field, label: printed, section }: FieldWords): number {
  if (label === '') return 0;
  const told = meaning(label);
  const near = [printed, field.key].map((name) => wordLikeness(told, meaning(name)));
  const own = meaning(printed);
  // What only names the section names none of its fields.
  const isOfLabel = told.some((word) => wordLikeness([word], own) > 0);
  const within = isOfLabel ? wordLikeness(meaning(`${context} ${label}`), meaning(`${section} ${printed}`)) : 0;
  const isSame = fold(label) === fold(printed) || fold(label) === field.key;
  const about = meaning(context === '' ? label : context);
  const sectionWords = meaning(section);
  const bonus =
    section !== '' && about.some((word) => weightOf(word) === 1 && sectionWords.includes(word)) ? SAME_SECTION : 0;
  const like = Math.max(isSame ? 1.1 : 0, ...near, within, partOf(told, own));
  return like === 0 ? 0 : like + bonus;
}

/** A long label says what is told among other things: "newsletter" in "I wish to receive the newsletter". */
function partOf(told: readonly string[], printed: readonly string[]): number {
  const isPart =
    told.length > 0 &&
    told.length < printed.length &&
    told.some((word) => weightOf(word) === 1) &&
    told.every((word) => wordLikeness([word], printed) > 0);
  return isPart ? PARTLY + (BY_SHARE * told.length) / printed.length : 0;
}
