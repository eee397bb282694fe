import { getTableColumns, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as accounts from './tables/accounts';
import * as deliveries from './tables/deliveries';
import * as documents from './tables/documents';
import * as extractions from './tables/extractions';
import * as fields from './tables/fields';
import * as jobs from './tables/jobs';
import * as kept from './tables/kept';
import * as retention from './tables/retention';
import * as schemas from './tables/schemas';
import * as webhooks from './tables/webhooks';

const ROOMS = [accounts, deliveries, documents, extractions, fields, jobs, kept, retention, schemas, webhooks];

/** These are needed until the last row of the account is gone: its keys, so that they stay revoked. */
const LAST: ReadonlySet<unknown> = new Set([accounts.apiKeys, accounts.auditEntries, retention.accountDeletions]);

/** Every table that says whose its rows are, those left out that go with the account itself. */
export const OWNED_TABLES = ROOMS.flatMap((room) => Object.values<unknown>(room)).filter(
  (table): table is SQLiteTable => is(table, SQLiteTable) && 'accountId' in getTableColumns(table) && !LAST.has(table),
);
