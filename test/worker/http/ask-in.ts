import type { DialectName } from '../../../src/http/dialects';
import { getJob } from '../../../src/jobs/get-job';
import { readId } from '../../../src/jobs/id-forms';
import type { JobSummary } from '../../../src/jobs/job';
import type { Caller } from '../../../src/jobs/records';
import { ports } from '../../support/accounts';
import { type Ask, EACH_DIALECT } from '../../support/dialects';
import { type Account, fetchWorker } from './account';

export const callerOf = ({ id }: Account): Caller => ({ accountId: id, keyId: `key-${id}` });

/** Asks in one dialect, under its own prefix and with the account's key where the dialect has it. */
export const askIn =
  (name: DialectName, { key }: Account): Ask =>
  async (method, path, { json, form, headers = {} } = {}) => {
    const contentType = json === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetchWorker(`/${name}${path}`, {
      method,
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
      headers: { ...EACH_DIALECT[name].keyHeaders(key), ...contentType, ...headers },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };

/** The job once it has ended; its id in any spelling. */
export const endOf = (account: Account, id: string): Promise<JobSummary> =>
  getJob(ports(), callerOf(account), readId(id) ?? '', 20);
