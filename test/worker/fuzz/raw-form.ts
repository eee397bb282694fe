import type { Chance } from '../../support/fuzz/chance';
import { WILD_NAMES, WILD_TEXTS } from './wild';

/** The body of a form as no client would write it, and what it says that it is. */
export interface RawForm {
  readonly contentType: string;
  readonly body: Uint8Array;
}

const FIELDS = ['file', 'document', 'upload_file', 'schema', 'document_id', 'options', 'model', 'json_schema'] as const;
const TYPES = ['application/pdf', 'text/plain', 'application/json', 'multipart/mixed; boundary=b', 'x', ''] as const;

/** Parts whose headers are mutated, between boundaries that may be, too. */
export function rawForm(ids: readonly string[], chance: Chance): RawForm {
  const boundary = chance.pick(['b', 'b', 'b', '----x', 'b'.repeat(300), "'()+_,-./:=?"]);
  const parts = Array.from({ length: chance.pick([0, 1, 1, 2, 5, 250]) }, () => partOf(ids, chance));
  const line = chance.happens(0.95) ? '\r\n' : '\n';
  const end = chance.happens(0.9) ? `--${boundary}--${line}` : '';
  const text = `${parts.map((part) => `--${boundary}${line}${part.join(line)}${line}`).join('')}${end}`;
  const whole = new TextEncoder().encode(text);
  return {
    contentType: chance.pick([
      `multipart/form-data; boundary=${boundary}`,
      `multipart/form-data; boundary="${boundary}"`,
      `multipart/form-data; boundary=${boundary}; boundary=other`,
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/mixed; boundary=b',
      'application/x-www-form-urlencoded',
    ]),
    body: chance.happens(0.9) ? whole : whole.subarray(0, chance.number(whole.length + 1)),
  };
}

function partOf(ids: readonly string[], chance: Chance): readonly string[] {
  const quoted = (text: string): string => (chance.happens(0.8) ? `"${text}"` : text);
  const name = chance.happens(0.85) ? chance.pick(FIELDS) : chance.pick(WILD_TEXTS);
  const filename = chance.pick(WILD_NAMES);
  const disposition = chance.pick([
    `Content-Disposition: form-data; name=${quoted(name)}`,
    `Content-Disposition: form-data; name=${quoted(name)}; filename=${quoted(filename)}`,
    `Content-Disposition: form-data; name=${quoted(name)}; filename=${quoted(filename)}`,
    `Content-Disposition: form-data; name=${quoted(name)}; filename*=UTF-8''${encodeURIComponent(filename.toWellFormed())}`,
    `content-disposition: attachment; filename=${quoted(filename)}`,
    '',
  ]);
  const type = chance.happens(0.5) ? [`Content-Type: ${chance.pick(TYPES)}`] : [];
  const more = chance.happens(0.1) ? [`X-${'a'.repeat(chance.pick([1, 20_000]))}: ${chance.pick(WILD_TEXTS)}`] : [];
  return [disposition, ...type, ...more, '', chance.happens(0.5) ? 'Total: 1' : (chance.oneOf(ids) ?? '')];
}
