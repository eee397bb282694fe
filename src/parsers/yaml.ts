import { type Document, isScalar, parseAllDocuments, visit } from 'yaml';
import { jsonNode } from './data-node';
import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import { setData } from './set-data';
import { Typesetter } from './typeset';

/** Characters of one file: the library takes a second or two for them. */
const MAX_CHARACTERS = 500_000;
/** Times that anchors may be repeated in all: a few lines can mean gigabytes. */
const MAX_ALIASES = 1000;
/** Brackets inside brackets, which the library reads by recursion. */
const MAX_BRACKETS = 200;

/** YAML 1.2, of one document or several, set as the same data in JSON would be; every scalar stays as it is written. */
export const parseYaml: Parser = async (bytes, options) => {
  const values = read(decodeText(bytes));
  const root = jsonNode(values.length === 1 ? values[0] : values, 'document', [], '');
  if (root === null) throw unreadable('is nested too deep');
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const { fields, tables } = setData(root, typesetter);
  return finishDocument({ mediaType: 'application/yaml', pages: typesetter.finish(), tables, fields }, options.pages);
};

function read(text: string): unknown[] {
  if (text.length > MAX_CHARACTERS) throw unreadable(`is longer than ${MAX_CHARACTERS} characters`);
  if (bracketDepth(text) > MAX_BRACKETS) throw unreadable('is nested too deep');
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    merge: true,
    prettyErrors: false,
    // The library compares each key with all before it, which takes minutes where there are many.
    uniqueKeys: false,
  });
  if (!Array.isArray(documents)) return [];
  return documents.map(dataOf);
}

/** What takes over the keys of another map; it may stand more than once. */
const MERGE = '<<';

/** How YAML spells null. */
const NOTHING = /^(?:~|null|Null|NULL)?$/;

function scalarOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return NOTHING.test(value) ? null : value.trimEnd();
}

function dataOf(document: Document.Parsed): unknown {
  const [error] = document.errors;
  if (/call stack/.test(error?.message ?? '')) throw unreadable('is nested too deep');
  if (error !== undefined) throw unreadable(`is truncated or not well-formed: ${error.message.split('\n')[0]}`);
  refuseRepeatedKeys(document);
  try {
    return document.toJS({
      maxAliasCount: MAX_ALIASES,
      reviver: (_, value) => scalarOf(value),
    });
  } catch {
    throw unreadable('repeats its anchors too often');
  }
}

function refuseRepeatedKeys(document: Document.Parsed): void {
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const name: unknown = isScalar(key) ? key.value : key;
        if (name !== MERGE && keys.has(name)) throw unreadable(`has the key "${String(name)}" twice in one place`);
        keys.add(name);
      }
    },
  });
}

function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

const unreadable = (reason: string): ParseError => new ParseError('document-unreadable', `this YAML ${reason}`);
