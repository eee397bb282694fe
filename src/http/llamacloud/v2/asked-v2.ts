/** What a job or a configuration keeps of its request: in the words of the first generation, so that it reads it, and in its own — pure. */
import type { AskedAs } from '../../../jobs/request';
import type { JsonValue } from '../../../schema/json';
import { toAsked } from '../asked';
import { toConfig } from './configuration';
import type { ExtractConfiguration } from './configuration-wire';

export interface AskedV2 {
  readonly configuration: ExtractConfiguration;
  /** The stored configuration it was made with; null: it came with the request, or is one. */
  readonly configurationId: string | null;
  /** How the caller named the document; null for a configuration. */
  readonly fileInput: string | null;
}

export function toAskedV2(asked: AskedV2, name: string | null): AskedAs {
  const { configuration } = asked;
  const first = toAsked({
    dataSchema: configuration.data_schema,
    config: toConfig(configuration),
    agentName: name,
  });
  return { form: first.form, body: { ...first.body, v2: { ...asked, configuration } } };
}

/** null: it was asked in other words. */
export function readAskedV2(asked: AskedAs | null): AskedV2 | null {
  const own = asked?.form.startsWith('llamacloud/') ? asked.body.v2 : undefined;
  return own === undefined ? null : asAsked(own);
}

/** Written only by `toAskedV2`. */
const asAsked = (own: JsonValue): AskedV2 => own as unknown as AskedV2;
