/** LlamaCloud's own TypeScript clients, tapped and kept from the environment. */
import { LlamaCloud } from '@llamaindex/llama-cloud';
import { LlamaCloud as LlamaCloud2 } from 'llama-cloud-2';
import type { Upload } from './documents';
import type { Server } from './server';
import type { WireTap } from './wire-tap';

const optionsOf = (server: Pick<Server, 'url' | 'key'>, tap: WireTap) => ({
  apiKey: server.key,
  baseURL: server.url,
  fetch: tap.fetch,
  logLevel: 'off' as const,
});

/** @llamaindex/llama-cloud 1.8.0, all else as a user gets it. */
export const llamaCloud1 = (server: Pick<Server, 'url' | 'key'>, tap: WireTap): LlamaCloud =>
  new LlamaCloud(optionsOf(server, tap));

/** @llamaindex/llama-cloud 2.16.0. */
export const llamaCloud2 = (server: Pick<Server, 'url' | 'key'>, tap: WireTap): LlamaCloud2 =>
  new LlamaCloud2(optionsOf(server, tap));

/** The helpers sleep a second before their first look, unless told otherwise. In seconds. */
export const EAGER = { pollingInterval: 0.02, maxInterval: 0.2, backoff: 'exponential' } as const;

export const asFile = ({ filename, mediaType, bytes }: Upload): File =>
  new File([bytes], filename, { type: mediaType });
