/// <reference types="vite/types/importMeta.d.ts" />
/** README's table of limits says what the code does. */
import { describe, expect, test } from 'vitest';
import { MAX_JSON_NESTING } from '../../../src/http/door';
import { MAX_FORM_PARTS } from '../../../src/http/form';
import { LLAMACLOUD_STATUS } from '../../../src/http/llamacloud/errors';
import { RETAB_STATUS } from '../../../src/http/retab/errors';
import { TALONIC_ERROR } from '../../../src/http/talonic/errors';
import { JOB_ERROR_CODES } from '../../../src/jobs/errors';
import { LIMITS, type LimitSetting } from '../../../src/jobs/limits';
import { MAX_PROMPT_CHARACTERS, MAX_PROPOSAL_DOCUMENTS } from '../../../src/jobs/propose-schema';
import { MAX_URL_CHARACTERS } from '../../../src/jobs/web/guard-url';
import { MAX_PICTURE_PIXELS } from '../../../src/parsers/image/picture';
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
    [`JSON ${MAX_JSON_NESTING.toLocaleString('en')} deep`],
    [`forms of ${MAX_FORM_PARTS} parts`],
    [
      `${MAX_PROPOSAL_DOCUMENTS} documents and ${MAX_PROMPT_CHARACTERS.toLocaleString('en')} characters that a schema is made of`,
    ],
    [`a URL of ${MAX_URL_CHARACTERS.toLocaleString('en')} characters`],
    [`Pictures ${MAX_PICTURE_PIXELS / 1e6} million pixels`],
    [`${SCHEMA_LIMITS.inARow} \`$ref\` in a row, names of ${SCHEMA_LIMITS.nameLength} characters`],
  ])('says of what is not set: %s', (sentence) => {
    expect(README).toContain(sentence);
  });
});
