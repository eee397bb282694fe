/// <reference types="vite/types/importMeta.d.ts" />
/** README's table of limits says what the code does. */
import { describe, expect, test } from 'vitest';
import { DATA_SCHEMA_LIMITS } from '../../../src/http/llamacloud/data-schema';
import { LLAMACLOUD_STATUS } from '../../../src/http/llamacloud/errors';
import { RETAB_STATUS } from '../../../src/http/retab/errors';
import { TALONIC_ERROR } from '../../../src/http/talonic/errors';
import { JOB_ERROR_CODES } from '../../../src/jobs/errors';
import { LIMITS, type LimitSetting } from '../../../src/jobs/limits';
import { MAX_PROMPT_CHARACTERS, MAX_PROPOSAL_DOCUMENTS } from '../../../src/jobs/propose-schema';
import { MAX_URL_CHARACTERS } from '../../../src/jobs/web/guard-url';
import { MAX_PICTURE_PIXELS } from '../../../src/parsers/image/picture';
import { MAX_HEADER_BYTES, MAX_NESTING } from '../../../src/parsers/mail/mime-parts';
import { SCHEMA_LIMITS } from '../../../src/schema/limits';

const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../../{README.md,wrangler.toml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const README = TEXTS['../../../README.md'] ?? '';
const SETTINGS = TEXTS['../../../wrangler.toml'] ?? '';

interface Row {
  readonly setting: string;
  readonly standard: number;
  readonly most: number | null;
  readonly answer: string;
}

const numberIn = (text: string): number => Number(text.replaceAll(',', ''));

const ROWS = [...README.matchAll(/^\| `([A-Z_]+)` \| ([\d,]+) \| ([\d,]*) ?\| .+? \| (.+) \|$/gm)].map(
  ([, setting = '', standard = '', most = '', answer = '']): Row => ({
    setting,
    standard: numberIn(standard),
    most: most === '' ? null : numberIn(most),
    answer,
  }),
);

const SOURCES: Readonly<Record<string, string>> = import.meta.glob('../../../src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The number that a constant of a file is, in the words of README. */
function constant(file: string, name: string): string {
  const [, digits] = new RegExp(`const ${name} = ([\\d_]+);`).exec(SOURCES[`../../../src/${file}`] ?? '') ?? [];
  if (digits === undefined) throw new Error(`${file} has no number ${name}`);
  return Number(digits.replaceAll('_', '')).toLocaleString('en');
}

/** The same in millions. */
const millions = (file: string, name: string): number => numberIn(constant(file, name)) / 1e6;

/** The settings with a number that no caller is refused by for asking too much, but by whoever is spoken to. */
const TIMEOUTS = ['FETCH_TIMEOUT_SECONDS', 'WEBHOOK_TIMEOUT_SECONDS'];

describe("README's table of limits", () => {
  test('has every limit, as it is and as far as it goes', () => {
    const told = ROWS.filter(({ setting }) => !TIMEOUTS.includes(setting));
    const known = Object.values<LimitSetting>(LIMITS).map(({ setting, standard, most = null }) => [
      setting,
      standard,
      most,
    ]);
    expect(told.map(({ setting, standard, most }) => [setting, standard, most]).sort()).toEqual(known.sort());
  });

  test.each(ROWS)('$setting is $standard in wrangler.toml too', ({ setting, standard }) => {
    expect(new RegExp(`^${setting} = "(.*)"$`, 'm').exec(SETTINGS)?.[1]).toBe(String(standard));
  });

  test.each(ROWS)('$setting is answered as every dialect answers that code', ({ answer }) => {
    const codes = [...answer.matchAll(/`([a-z-]+)` (\d{3}) · (\d{3}) · (\d{3})/g)].map((match) => match.slice(1));
    for (const [word, ...statuses] of codes) {
      const code = JOB_ERROR_CODES.find((known) => known === word);
      expect(code, word).toBeDefined();
      if (code === undefined) continue;
      expect(statuses.map(Number)).toEqual([
        TALONIC_ERROR[code].statusCode,
        RETAB_STATUS[code],
        LLAMACLOUD_STATUS[code],
      ]);
    }
  });

  test.each([
    [
      `${MAX_PROPOSAL_DOCUMENTS} documents and ${MAX_PROMPT_CHARACTERS.toLocaleString('en')} characters that a schema is made of`,
    ],
    [`a URL of ${MAX_URL_CHARACTERS.toLocaleString('en')} characters`],
    [`Pictures ${MAX_PICTURE_PIXELS / 1e6} million pixels`],
    [`${SCHEMA_LIMITS.inARow} \`$ref\` in a row, names of ${SCHEMA_LIMITS.nameLength} characters`],
    [`a filename of ${constant('http/form.ts', 'MAX_FILENAME')}`],
    [`a pattern for filenames of ${constant('http/retab/filename-pattern.ts', 'MAX_LENGTH')}`],
    [`for a form ${constant('http/retab/form-wire.ts', 'MAX_INSTRUCTIONS')}`],
    [`metadata of a source of ${constant('http/talonic/source-wire.ts', 'MAX_METADATA_CHARACTERS')}`],
    [
      `${constant('http/talonic/filter-wire.ts', 'MAX_CONDITIONS')} conditions of a filter, ${constant('http/talonic/filter-wire.ts', 'MAX_VALUES')} values`,
    ],
    [
      `${constant('http/talonic/extraction-wire.ts', 'MAX_CORRECTIONS')} corrections at a time, each of ${constant('http/talonic/extraction-wire.ts', 'MAX_VALUE_CHARACTERS')} characters`,
    ],
    [
      `a schema ${DATA_SCHEMA_LIMITS.depth} deep with ${DATA_SCHEMA_LIMITS.properties.toLocaleString('en')} properties and ${DATA_SCHEMA_LIMITS.characters.toLocaleString('en')} characters`,
    ],
    [
      `${constant('http/llamacloud/job-wire.ts', 'MAX_BATCH')} files in a batch, ${constant('http/llamacloud/webhook-wire.ts', 'MAX_WEBHOOKS')} webhooks`,
    ],
    [
      `${constant('http/talonic/json-depth.ts', 'MAX_DEPTH')} deep in Talonic's dialect, ${constant('http/retab/unwritable.ts', 'MAX_NESTING')} in Retab's`,
    ],
    [
      `\`?wait=\` ${constant('http/talonic/job-wire.ts', 'MAX_WAIT_SECONDS')} s, a page of a list ${constant('http/talonic/list-window.ts', 'MAX_LIMIT')} rows`,
    ],
    [
      `a template has ${constant('http/retab/form-field-wire.ts', 'MAX_FIELDS')} fields, what is expected of a document ${constant('http/retab/projects/dataset-wire.ts', 'MAX_PREDICTION')} characters, a project ${constant('http/retab/kinds-wire.ts', 'MAX_KINDS')} kinds`,
    ],
    [
      `text ${millions('parsers/plain-text.ts', 'MAX_CHARACTERS')} million characters; CSV ${millions('parsers/delimited-text.ts', 'MAX_CHARACTERS')} million and ${constant('parsers/delimited-text.ts', 'MAX_ROWS')} rows; a sheet of XLSX or XLSB ${millions('parsers/spreadsheet/workbook.ts', 'MAX_PLACES')} million cells, blank ones between them too; all cells of a workbook ${millions('parsers/spreadsheet.ts', 'MAX_CHARACTERS')} million characters`,
    ],
    [
      `Markdown and the plain text of a mail ${millions('parsers/plain-text.ts', 'MAX_TEXT_CHARACTERS')}, HTML ${millions('parsers/html.ts', 'MAX_CHARACTERS')}, JSON ${millions('parsers/json.ts', 'MAX_CHARACTERS')}, YAML half a million`,
    ],
    [
      `${constant('parsers/mail/lean-message.ts', 'MAX_LEAN_LINES')} lines, ${constant('parsers/mail/mime-parts.ts', 'MAX_PARTS')} parts nested ${MAX_NESTING} deep, its headers ${MAX_HEADER_BYTES / 1024} KiB`,
    ],
    [
      `${constant('parsers/typeset.ts', 'MOST_LINES')} lines, cells or values of ${constant('parsers/typeset.ts', 'MOST_WORDS')} words in all;`,
    ],
    [`such a presentation ${constant('parsers/office/ppt/records.ts', 'MAX_IN_A_ROW')} records in a row`],
    [`a slide ${constant('parsers/office/slides-document.ts', 'MAX_LINES')} lines and table cells`],
    [
      `DOC and RTF ${constant('parsers/office/flow.ts', 'MAX_BLOCKS')} paragraphs, cells and page breaks, RTF ${millions('parsers/office/rtf/rtf-reader.ts', 'MAX_MET')} million words, signs and groups, DOC ${millions('parsers/office/refuse-huge-text.ts', 'MAX_CHARACTERS')} million characters, ${constant('parsers/office/doc/doc-text.ts', 'MAX_PIECES')} pieces, ${constant('parsers/office/doc/parse-doc.ts', 'MAX_STORIES')} headers and footers and ${millions('parsers/office/doc/property-runs.ts', 'MAX_LIST_BYTES')} million bytes of formatting`,
    ],
    [
      `an SVG ${constant('parsers/svg/read-drawing.ts', 'MAX_WORDS')} words; an XML ${millions('parsers/xml-events.ts', 'MAX_ALL_ATTRIBUTES')} million attributes, ${constant('parsers/xml-events.ts', 'MAX_UNUSUAL_ATTRIBUTES')} of them in elements of more than ${constant('parsers/xml-events.ts', 'USUAL_ATTRIBUTES')}; names of values in JSON, YAML and XML, with those around each, ${millions('parsers/data-node.ts', 'MOST_CHARACTERS')} million characters`,
    ],
    [`an XML element ${constant('parsers/xml-events.ts', 'MAX_ATTRIBUTES')} attributes`],
    [
      `a progressive JPEG ${millions('parsers/image/jpeg-luma.ts', 'MAX_PROGRESSIVE_PIXELS')}, GIF ${millions('parsers/image/gif.ts', 'MAX_GIF_PIXELS')}, WebP ${millions('parsers/image/webp.ts', 'MAX_WEBP_PIXELS')}`,
    ],
  ])('says of what is not set: %s', (sentence) => {
    expect(README).toContain(sentence);
  });
});
