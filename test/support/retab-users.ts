/** Callers of Retab's SDKs: each language's, with what all its generations make of jobs. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { z } from 'zod';
import * as wire from '../wire/retab';
import type { Answer } from './client';
import { parseAs, readAs } from './read-as';
import { type RetabSdk, retabNode, retabPython } from './retab-sdk';
import type { Server } from './server';
import { tapWire } from './wire-tap';

/** The helpers of the SDKs wait 2 s between two looks unless told otherwise. */
const POLL_INTERVAL_MS = 20;

type Members = Readonly<Record<string, unknown>>;
type Job = z.output<typeof wire.WholeJob>;

export interface RetabUser extends RetabSdk {
  /** As every generation of the language reads it that knows the endpoint; all of them where none is given. */
  job(answer: Answer<unknown>, endpoint?: string): Job;
  jobs(answer: Answer<unknown>, endpoint?: string): readonly Job[];
  /** The SDKs' helper: light views until the job has ended, then one with the response. */
  waitForCompletion(id: string, endpoint?: string): Promise<Job>;
  /** A new job, once it has ended. */
  run(endpoint: string, request: Members): Promise<Job>;
  /** The body of a new job's response, once it has completed. */
  responseOf(endpoint: string, request: Members): Promise<unknown>;
}

/** Where it is served, and for whom. */
type Place = Pick<Server, 'url' | 'key'>;

export const RETAB_LANGUAGES = [
  { language: 'Node', open: (at: Place) => userOf('Node', retabNode(tapWire(), `${at.url}/v1`, at.key)) },
  { language: 'Python', open: (at: Place) => userOf('Python', retabPython(`${at.url}/v1`, at.key)) },
] as const;

/** Which field of a request is refused. */
export function refusedField(answer: Answer<unknown>): unknown {
  const { code, details } = readAs(answer, 422, wire.Problem).detail;
  expect(code).toBe('invalid_request');
  return details?.field;
}

function userOf(language: 'Node' | 'Python', sdk: RetabSdk): RetabUser {
  const names = Object.keys(wire.GENERATIONS) as (keyof typeof wire.GENERATIONS)[];
  const own = names.filter((name) => name.startsWith(language)).map((name) => wire.GENERATIONS[name]);
  const knowing = (endpoint: string | undefined) =>
    endpoint === undefined ? own : own.filter((one) => one.job.shape.endpoint.safeParse(endpoint).success);

  const user: RetabUser = {
    ...sdk,
    job(answer, endpoint) {
      for (const generation of knowing(endpoint)) {
        expect(answer.headers.get('content-type')).toMatch(generation.contentType);
        readAs(answer, 200, generation.job);
      }
      return readAs(answer, 200, wire.WholeJob);
    },
    jobs(answer, endpoint) {
      for (const generation of knowing(endpoint)) {
        expect(answer.headers.get('content-type')).toMatch(generation.contentType);
        readAs(answer, 200, generation.list);
      }
      return parseAs(wire.WholeList, answer.body).data;
    },
    async waitForCompletion(id, endpoint) {
      const look = async (full: boolean) => user.job(await sdk.retrieve(id, false, full), endpoint);
      while (['validating', 'queued', 'in_progress'].includes((await look(false)).status))
        await pause(POLL_INTERVAL_MS);
      return look(true);
    },
    async run(endpoint, request) {
      const { id } = user.job(await sdk.create({ endpoint, request }), endpoint);
      return user.waitForCompletion(id, endpoint);
    },
    async responseOf(endpoint, request) {
      const { status, response, endpoint: named } = await user.run(endpoint, request);
      expect([status, response?.status_code, named]).toEqual(['completed', 200, endpoint]);
      return response?.body;
    },
  };
  return user;
}
