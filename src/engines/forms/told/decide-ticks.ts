import { readBoolean } from '../../values/boolean';
import type { Decided } from './decided';
import { type FieldWords, meaning } from './fillable';
import { LIKE_ENOUGH, likeField } from './like-field';
import { mentionsOption, saysOption } from './options';
import type { Told } from './told';

/** Boxes that answer one question, or one that stands alone. */
interface TickGroup {
  readonly question: string;
  readonly section: string;
  readonly boxes: readonly FieldWords[];
}

/** What is ticked: where a question's answer is told, where a box is named, and where a sentence says an answer. */
export function decideTicks(fields: readonly FieldWords[], told: readonly Told[]): Map<string, Decided> {
  const groups = groupsOf(fields.filter(({ field }) => field.type === 'checkbox'));
  const decided = new Map<string, Decided>();
  const tick = (box: FieldWords, value: string, { quote }: Told): void => {
    if (!decided.has(box.field.key)) decided.set(box.field.key, { value, quote });
  };
  for (const one of told) {
    const answer = readBoolean(one.value);
    if (one.label === '') continue;
    const named = answer === null ? null : namedBox(one, groups);
    if (named !== null) {
      tick(named, String(answer), one);
      continue;
    }
    const group = mostLike(one, groups);
    for (const box of group?.boxes ?? []) {
      if (answersOf(one.value).some((value) => saysOption(value, box.label))) tick(box, 'true', one);
    }
  }
  const isOpen = ({ boxes }: TickGroup): boolean => boxes.every(({ field }) => !decided.has(field.key));
  for (const one of told) {
    for (const group of groups.filter(isOpen)) {
      const said = group.boxes.filter(({ label }) => mentionsOption(`${one.label} ${one.value}`, label));
      const [box] = said;
      if (group.question !== '' && said.length === 1 && box !== undefined && one.label === '') tick(box, 'true', one);
    }
  }
  return decided;
}

function groupsOf(boxes: readonly FieldWords[]): TickGroup[] {
  const groups: { question: string; section: string; boxes: FieldWords[] }[] = [];
  for (const box of boxes) {
    const last = groups.find(
      ({ question, section }) => question !== '' && question === box.question && section === box.section,
    );
    if (last === undefined) groups.push({ question: box.question, section: box.section, boxes: [box] });
    else last.boxes.push(box);
  }
  return groups;
}

/** "a, b and c" are three answers, where they are not one. */
const answersOf = (value: string): string[] => [value, ...value.split(/\s*[,/]\s*|\s+(?:and|und|et|y|e|en)\s+/i)];

/** The one box that is called this: by its own words, or by its question's with yes or no for an answer. */
function namedBox(told: Told, groups: readonly TickGroup[]): FieldWords | null {
  const boxes = groups.flatMap((group) => group.boxes.map((box) => ({ box, group })));
  const same = boxes.find(
    ({ box }) => saysOption(told.label, box.label) || saysOption(told.label, `${box.question} ${box.label}`),
  );
  if (same !== undefined) return same.box;
  const group = mostLike(told, groups);
  const answered = group?.boxes.find(({ label }) => saysOption(told.value, label));
  if (answered !== undefined && readBoolean(told.value) === true) return answered;
  const scored = boxes
    .filter(({ group: { boxes: own } }) => !own.some(({ label }) => readBoolean(label) !== null))
    .map(({ box }) => ({ box, like: Math.max(likeField(told, box), contained(told.label, box.label)) }))
    .sort((a, b) => b.like - a.like);
  const [best, next] = scored;
  return best !== undefined && best.like >= LIKE_ENOUGH && best.like > (next?.like ?? 0) ? best.box : null;
}

/** The words of a long statement among those of a short name for it, and the other way round. */
function contained(label: string, printed: string): number {
  const told = meaning(label);
  const words = meaning(printed);
  const shared = told.filter((word) => word.length > 2 && words.some((one) => one === word || sameStart(one, word)));
  return told.length === 0 ? 0 : shared.length / told.length;
}

const sameStart = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return length >= 4 && a.slice(0, length - 1) === b.slice(0, length - 1);
};

/** The question that is told of. */
function mostLike(told: Told, groups: readonly TickGroup[]): TickGroup | null {
  const scored = groups
    .filter(({ question }) => question !== '')
    .flatMap((group) => {
      const [box] = group.boxes;
      if (box === undefined) return [];
      const asked = { ...box, label: group.question, field: { ...box.field, key: '' } };
      return [{ group, like: likeField(told, asked) }];
    })
    .sort((a, b) => b.like - a.like);
  return scored[0] !== undefined && scored[0].like >= LIKE_ENOUGH ? scored[0].group : null;
}
