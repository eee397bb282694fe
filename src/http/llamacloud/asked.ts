/** What a job or an agent keeps of its request in the vendor's words, to be given back — pure. */
import type { AskedAs } from '../../jobs/request';
import type { JsonObject, JsonValue } from '../../schema/json';
import type { ExtractConfig } from './extract-config';

const FORM = 'llamacloud/1';

export interface Asked {
  /** In the strict spelling. */
  readonly dataSchema: JsonObject;
  readonly config: ExtractConfig;
  /** What the agent was called when the job was made; null: of no agent. */
  readonly agentName: string | null;
}

export const toAsked = ({ dataSchema, config, agentName }: Asked): AskedAs => ({
  form: FORM,
  body: { data_schema: dataSchema, config, agent_name: agentName },
});

/** null: it was asked in other words. */
export function readAsked(asked: AskedAs | null): Asked | null {
  if (asked === null || asked.form !== FORM) return null;
  const { data_schema, config, agent_name } = asBody(asked.body);
  return { dataSchema: data_schema, config, agentName: agent_name };
}

interface Body {
  readonly data_schema: JsonObject;
  readonly config: ExtractConfig;
  readonly agent_name: string | null;
}

/** Written only by `toAsked`. */
const asBody = (body: { readonly [key: string]: JsonValue }): Body => body as unknown as Body;
