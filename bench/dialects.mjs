import { benchKey, onePage } from './one-page-jobs.mjs';

const SCHEMA = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    due_date: { type: 'string', format: 'date' },
    total_gross: { type: 'number' },
    seller_name: { type: 'string' },
  },
};

/** How a client of each vendor gets one document extracted: from the bytes to the values, as its SDK does it. */
export const ONE_EXTRACTION = {
  async talonic(url, name, bytes) {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    form.set('schema', JSON.stringify(SCHEMA));
    const { data } = await json(`${url}/v1/extract`, { method: 'POST', headers: bearer, body: form });
    return data;
  },

  async retab(url, name, bytes) {
    const document = { filename: name, url: `data:application/pdf;base64,${Buffer.from(bytes).toString('base64')}` };
    const body = { document, json_schema: SCHEMA, model: 'retab-small' };
    const { choices } = await post(`${url}/v1/documents/extract`, body, { 'api-key': benchKey });
    return choices[0].message.parsed;
  },

  async llamacloud(url, name, bytes) {
    const api = `${url}/api/v1`;
    const form = new FormData();
    form.set('upload_file', new Blob([bytes]), name);
    const file = await json(`${api}/files`, { method: 'POST', headers: bearer, body: form });
    const job = await post(`${api}/extraction/run`, { data_schema: SCHEMA, config: {}, file_id: file.id }, bearer);
    for (;;) {
      const { status, error } = await json(`${api}/extraction/jobs/${job.id}`, { headers: bearer });
      if (status === 'SUCCESS') break;
      if (status !== 'PENDING') throw new Error(`job ${job.id} ended as ${status}: ${error}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { data } = await json(`${api}/extraction/jobs/${job.id}/result`, { headers: bearer });
    return data;
  },
};

/** As many tasks, each with a document of its own: get it extracted and look whether the value is the right one. */
export async function prepareExtractions(dialect, url, count, round) {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = `${dialect}-${round}-${index}`;
      const bytes = await onePage(number);
      return async () => {
        const data = await ONE_EXTRACTION[dialect](url, `${number}.pdf`, bytes);
        if (data.invoice_number !== `B-${number}`) throw new Error(`${dialect}: read ${JSON.stringify(data)}`);
      };
    }),
  );
}

const bearer = { authorization: `Bearer ${benchKey}` };

const post = (url, body, headers) =>
  json(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function json(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
