/** The stored configurations of an account. */
import type { AgentRecord } from '../../../jobs/agent';
import { createAgent } from '../../../jobs/create-agent';
import { deleteAgent } from '../../../jobs/delete-agent';
import { JobError } from '../../../jobs/errors';
import { getAgent } from '../../../jobs/get-agent';
import { getAgentByName } from '../../../jobs/get-agent-by-name';
import type { EpochMs } from '../../../jobs/job';
import { listAgents } from '../../../jobs/list-agents';
import type { Ports } from '../../../jobs/ports';
import type { Caller, Listing, ListWindow } from '../../../jobs/records';
import type { ReadOptions } from '../../../jobs/request';
import { unless } from '../../../jobs/unless';
import { updateAgent } from '../../../jobs/update-agent';
import type { JsonObject } from '../../../schema/json';
import { strictSchema } from '../../../schema/strict';
import { readDataSchema } from '../data-schema';
import { fromOptions } from '../to-options';
import { readAskedV2, toAskedV2 } from './asked-v2';
import { fromConfig, toReadOptions } from './configuration';
import type { ExtractConfiguration, GivenConfiguration } from './configuration-wire';

const FAMILY = 'configuration';

/** A configuration as the engine is asked with it and as it is given back. */
export interface Configured {
  readonly definition: JsonObject;
  readonly options: ReadOptions;
  readonly configuration: ExtractConfiguration;
}

export interface StoredConfiguration extends Configured {
  readonly id: string;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** Throws `invalid-request` for a schema that is none, `not-found` for a way of parsing that is not stored here: none is. */
export function readConfiguration({ data_schema, ...settings }: GivenConfiguration): Configured {
  if (settings.parse_config_id !== null) {
    const message = `There is no parse configuration ${settings.parse_config_id}; leave parse_config_id out`;
    throw new JobError('not-found', message, { field: 'parse_config_id' });
  }
  const { given, strict } = readDataSchema(data_schema);
  const configuration = { ...settings, data_schema: strict };
  return { definition: given, options: toReadOptions(settings), configuration };
}

/** Throws `not-found`. */
export const findConfiguration = async (ports: Ports, caller: Caller, id: string): Promise<StoredConfiguration> =>
  toStored(await getAgent(ports, caller, FAMILY, id));

/** Takes the place of the one that has the name, if there is one. */
export async function saveConfiguration(
  ports: Ports,
  caller: Caller,
  name: string,
  configured: Configured,
): Promise<StoredConfiguration> {
  const settings = settingsOf(configured);
  const holder = await getAgentByName(ports, caller, FAMILY, name).catch(unless('not-found'));
  if (holder !== null) return changed(ports, caller, holder.id, settings);
  const created = { family: FAMILY, name, priority: 'normal', idempotencyKey: null, ...settings } as const;
  const made = await createAgent(ports, caller, created).catch(unless('conflict'));
  // Saved by somebody else in the meantime.
  if (made === null) return changed(ports, caller, (await getAgentByName(ports, caller, FAMILY, name)).id, settings);
  return toStored(made);
}

/** What is null stays as it is. Throws `not-found`, `conflict` for a name that is taken. */
export const changeConfiguration = (
  ports: Ports,
  caller: Caller,
  id: string,
  name: string | null,
  configured: Configured | null,
): Promise<StoredConfiguration> =>
  changed(ports, caller, id, {
    ...(name === null ? {} : { name }),
    ...(configured === null ? {} : settingsOf(configured)),
  });

/** Throws `not-found`. */
export const removeConfiguration = (ports: Ports, caller: Caller, id: string): Promise<void> =>
  deleteAgent(ports, caller, FAMILY, id);

/** Newest first. `name`: the whole one; null: any. */
export async function listConfigurations(
  ports: Ports,
  caller: Caller,
  name: string | null,
  window: ListWindow,
): Promise<Listing<StoredConfiguration>> {
  if (name === null) {
    const listing = await listAgents(ports, caller, FAMILY, window);
    return { ...listing, items: listing.items.map(toStored) };
  }
  const holder = await getAgentByName(ports, caller, FAMILY, name).catch(unless('not-found'));
  const items = holder === null || window.after !== null ? [] : [toStored(holder)];
  return { items, total: holder === null ? 0 : 1, next: null };
}

const changed = async (
  ports: Ports,
  caller: Caller,
  id: string,
  change: Parameters<typeof updateAgent>[4],
): Promise<StoredConfiguration> => toStored(await updateAgent(ports, caller, FAMILY, id, change));

const settingsOf = ({ definition, options, configuration }: Configured) => ({
  definition,
  options,
  asked: toAskedV2({ configuration, configurationId: null, fileInput: null }, null),
});

function toStored({ id, name, definition, options, asked, createdAt, updatedAt }: AgentRecord): StoredConfiguration {
  const own = readAskedV2(asked);
  const configuration = own?.configuration ?? fromConfig(fromOptions(options), strictSchema(definition));
  return { id, name, definition, options, configuration, createdAt, updatedAt };
}
