import type { Assignment } from '../../src/jobs/assignment';
import type { DocumentRecord } from '../../src/jobs/records';
import { contentKey } from '../../src/stores/r2/keys';
import type { Chance } from './chance';
import type { Clients } from './clients';
import { hexOf } from './quick-digest';
import { filenameOf } from './reading';
import type { Scheduler } from './scheduler';
import type { Server } from './server';
import { START } from './start';
import { CALLER, wishFor } from './wish';

const OPERATIONS: readonly Assignment[] = [
  { operation: 'extract' },
  { operation: 'extract' },
  { operation: 'parse', tables: 'markdown' },
  { operation: 'classify', categories: [] },
  { operation: 'generate-template' },
];

/** Documents that are there, and clients that want something of them. Answers the documents. */
export function populate(
  chance: Chance,
  scheduler: Scheduler,
  server: Server,
  clients: Clients,
): readonly DocumentRecord[] {
  const added = Array.from({ length: 3 }, (_, number) => {
    const parts = chance.happens(0.15) ? chance.between(2, 3) : 1;
    return addDocument(server, filenameOf(parts, chance.happens(0.85), number));
  });
  const ids = added.map(({ id }) => id);
  const wishes = chance.between(1, 3);
  for (let number = 0; number < wishes; number += 1) {
    const documents = ids.slice(0, chance.between(1, ids.length));
    const key = chance.happens(0.6) ? `key-${number}` : null;
    const priority = chance.happens(0.8) ? 'normal' : 'high';
    const wish = wishFor(`job-${number}`, key, chance.pick(OPERATIONS), documents, priority);
    const posts = chance.happens(0.3) ? 2 : 1;
    for (let post = 0; post < posts; post += 1)
      scheduler.after(chance.below(1_500), null, () => void clients.want(wish));
    if (key !== null && chance.happens(0.2))
      scheduler.after(chance.between(100, 9_000), null, () => {
        void clients.misuse(
          wish,
          wishFor(`other-${number}`, key, { operation: 'classify', categories: [] }, documents),
        );
      });
  }
  return added;
}

/** A document that was there before, with its bytes: its name. Of several with the same bytes one is the shared one. */
export function addDocument(
  server: Server,
  filename: string,
  { id = `document-${filename}`, accountId = CALLER.accountId, isShared = true } = {},
): DocumentRecord {
  const record: DocumentRecord = {
    id,
    accountId,
    filename,
    mediaType: 'text/plain',
    sizeBytes: 1,
    sha256: hexOf(filename),
    status: 'pending',
    pages: null,
    language: null,
    problem: null,
    createdAt: START,
    isShared,
    externalId: null,
    purpose: null,
    sourceId: null,
    batchId: null,
    metadata: null,
  };
  server.database.documents.set(id, record);
  const key = contentKey(accountId, record.sha256);
  server.bucket.objects.set(key, { body: filename, customMetadata: {}, uploadedAt: START, writer: null });
  return record;
}
