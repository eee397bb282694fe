import { splitList } from './split-list';

/** Things a request names side by side, and the tables among them with what each row has. */
export interface RequestPiece {
  readonly text: string;
  /** What each row of it has; null: it is no table. */
  readonly columns: readonly string[] | null;
}

/** Words that name the whole and no part of it. */
const WHOLE = new Set(
  'field fields data information info facts detail details document documents invoice invoices receipt receipts contract contracts file files page pages text schema json value values everything it this them key relevant important all following'.split(
    ' ',
  ),
);

/** "The relevant information" asks for all there is, "document type" for a part. */
export const namesTheWhole = (text: string): boolean =>
  text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => WHOLE.has(word));

/** Characters of a request that are read. */
const LONGEST = 20_000;
/** Of one line; what is matched below takes its square at worst. */
const LONGEST_LINE = 4_000;

const BULLET = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s+/u;

/** What comes before the things asked for. */
const ASKING =
  /^.*?\b(?:extract(?:s|ing)?|find|pull|return|capture|collect|read|identify|retrieve|get|give|need|want|include[sd]?|including|add|contain(?:s|ing)?|list(?! of)|fields?(?: are)?|schema (?:for|with)|such as|namely|with|extrahiere|lies|finde|brauche)\b(?:\s+(?:me|us|out|all|also|only|just|fields?|the following|following|information|data|details)\b)*(?:\s+(?:fields?|information|data|details|values|items?)(?:\s+(?:like|such as|including|for|about|on))?(?=\s*[:,]|\s+(?:the|a)\b))?\s*:?\s*/iu;

const FOR_EACH =
  /(?:,?\s*\b(?:and\s+)?)(?:for|from|per|of)\s+(?:each|every|all(?: the)?)\s+(?:of the\s+)?([\p{L}][\p{L} -]{1,40}?)\s*(?:[,:]|\b(?:the|its|their|a|an|extract|return|get|include|list)\b)\s*(?:extract|return|get|include|list)?\s*/iu;
const LIST_OF =
  /(?:^|[,;]\s*(?:and\s+)?|\band\s+)(?:(?:a|the)\s+)?(?:(?:list|table|array) of\s+)?((?:all\s+)?(?:the\s+)?[\p{L}][\p{L} -]{1,40}?s)\s*(?:\(|,?\s*(?:each\s+)?(?:with|including|having|containing|consisting of)\s+(?:(?:the|their|its|a|an)\s+)?|:\s*\[?)([^()[\]]+)[)\]]?/iu;

/** Cuts a request in words into the things it names. Empty where it names none. */
export function requestPieces(prompt: string): readonly RequestPiece[] {
  const lines = prompt
    .slice(0, LONGEST)
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').slice(0, LONGEST_LINE));
  const hasBullets = lines.some((line) => BULLET.test(line));
  return lines.flatMap((line): RequestPiece[] => {
    if (BULLET.test(line)) return bulletPiece(line.replace(BULLET, ''));
    return hasBullets ? [] : sentencesOf(line).flatMap(piecesOfSentence);
  });
}

/** "total (number): what is to be paid" names the total; "items: description, price" a table. */
function bulletPiece(line: string): RequestPiece[] {
  const [head = '', rest] = line.split(/\s*(?::|\s[–—-]\s)\s*/u, 2);
  const table = tableIn(line);
  if (table !== null) return [table.piece];
  const isTable = rest !== undefined && /s$/.test(head.trim()) && /,/.test(rest);
  if (isTable) return [{ text: head, columns: splitList(rest) }];
  return splitList(head).map((text) => ({ text, columns: null }));
}

const sentencesOf = (line: string): readonly string[] => line.split(/(?<=\p{L}{3}[.!?])\s+(?=\p{Lu})|;\s*$/u);

function piecesOfSentence(sentence: string): RequestPiece[] {
  const text = sentence.trim().replace(/[.!?]+$/, '');
  const each = FOR_EACH.exec(text);
  if (each !== null) {
    const [whole, name = ''] = each;
    const columns = splitList(text.slice(each.index + whole.length));
    const before = text.slice(0, each.index);
    const rows = namesTheWhole(name)
      ? columns.map((column) => ({ text: column, columns: null }))
      : columns.length === 0
        ? []
        : [{ text: name, columns }];
    return [...(before.trim() === '' ? [] : plainPieces(before)), ...rows];
  }
  return plainPieces(text);
}

function plainPieces(text: string): RequestPiece[] {
  const asking = ASKING.exec(text);
  const rest = asking === null ? text : text.slice(asking[0].length);
  // "key facts of a person: name, address"
  const asked = asking === null ? rest : rest.replace(/^(?!.*\bitems?:)[^:,()]{0,80}:\s*/u, '');
  // Without a verb only a list is a request: a sentence may be about anything.
  if (asking === null && !/[,\n]|\band\b/.test(text) && text.split(/\s+/).length > 4) return [];
  const table = tableIn(asked);
  if (table === null) return splitList(asked).map((one) => ({ text: one, columns: null }));
  const around = [asked.slice(0, table.start), asked.slice(table.end)];
  const [before = [], after = []] = around.map((part) => splitList(part).map((one) => ({ text: one, columns: null })));
  return [...before, table.piece, ...after];
}

function tableIn(text: string): { readonly piece: RequestPiece; readonly start: number; readonly end: number } | null {
  const match = LIST_OF.exec(text);
  if (match === null) return null;
  const [whole, name = '', listed = ''] = match;
  const over = /\s(?:and|und|et)\s[^,]*(,\s+(?:and|und|et)\s)/iu.exec(listed);
  const end =
    over === null ? whole.length : whole.lastIndexOf(listed) + over.index + over[0].length - (over[1]?.length ?? 0);
  const columns = splitList(
    over === null ? listed : listed.slice(0, over.index + over[0].length - (over[1]?.length ?? 0)),
  );
  if (columns.length < 2 || namesTheWhole(name)) return null;
  return { piece: { text: name, columns }, start: match.index, end: match.index + end };
}
