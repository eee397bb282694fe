import { jsonNode } from './data-node';
import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import { setData } from './set-data';
import { Typesetter } from './typeset';

/** Characters of one document. */
const MAX_CHARACTERS = 5_000_000;

/** JSON: every leaf is a field with its JSON pointer; lists of objects are tables as well. Lines of JSON are a list. */
export const parseJson: Parser = async (bytes, options) => {
  const root = jsonNode(read(decodeText(bytes)), 'document', [], '');
  if (root === null) throw new ParseError('document-unreadable', 'this JSON is nested too deep');
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const { fields, tables } = setData(root, typesetter);
  const pages = typesetter.finish();
  return finishDocument({ mediaType: 'application/json', pages, tables, fields }, options.pages);
};

function read(text: string): unknown {
  if (text.length > MAX_CHARACTERS) {
    throw new ParseError('document-unreadable', `this JSON is longer than ${MAX_CHARACTERS} characters`);
  }
  try {
    return JSON.parse(text);
  } catch {
    const values = readLines(text);
    if (values !== null) return values;
    throw new ParseError('document-unreadable', 'this JSON is truncated or not well-formed');
  }
}

/** JSON lines: a value on each of two lines or more. */
function readLines(text: string): unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    return null;
  }
}
