import { invoiceNumber, invoiceText, JSON_SCHEMA, SCHEMA, sentAlong, sha256 } from './requests.mjs';

const DOCUMENTS = 48;
const FILES = 8;
/** Numbers of what is stored beforehand; those of documents sent along lie below. */
const FIRST = 2_000_000;

/** What jobs are about, stored before anything goes wrong: a schema, an agent, documents, files. `numbers`: of documents, by id. */
export async function layInStock(caller) {
  const ask = async (request) => {
    const answer = await caller.call('stock', request);
    if (answer === null || answer.status >= 300) throw new Error(`${request.path} answered ${JSON.stringify(answer)}`);
    return answer.body;
  };
  const schema = await ask({ method: 'POST', path: '/v1/schemas', json: { name: 'Invoice', definition: SCHEMA } });
  const agent = await ask({
    method: 'POST',
    path: '/api/v1/extraction/extraction-agents',
    json: { name: 'Invoice', data_schema: JSON_SCHEMA, config: {} },
  });
  const numbers = new Map();
  for (let number = FIRST; number < FIRST + DOCUMENTS; number++) {
    const { id } = await ask({ method: 'POST', path: '/v1/documents', form: formOf(number) });
    numbers.set(id, number);
  }
  const fileIds = [];
  for (let number = FIRST + DOCUMENTS; number < FIRST + DOCUMENTS + FILES; number++) {
    const { id } = await ask({ method: 'POST', path: '/api/v1/beta/files', form: formOf(number, 'extract') });
    fileIds.push(id);
  }
  return { schemaId: schema.id, agentId: agent.id, documentIds: [...numbers.keys()], fileIds, numbers };
}

/** Every content that a run of this plan may have left. */
export const contentsOf = (plans) =>
  new Set([
    ...Array.from({ length: DOCUMENTS + FILES }, (_, n) => sha256(invoiceText(FIRST + n))),
    ...plans.map((plan) => sha256(sentAlong(plan))),
  ]);

export const expectedNumber = (stock, documentId) => invoiceNumber(stock.numbers.get(documentId));

function formOf(number, purpose) {
  const form = new FormData();
  if (purpose) form.set('purpose', purpose);
  form.set('file', new File([invoiceText(number)], `invoice-${number}.txt`, { type: 'text/plain' }));
  return form;
}
