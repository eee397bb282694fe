/** Files of both generations and the project they lie in, through the whole Worker. */
import { describe, expect, test } from 'vitest';
import type { File as FileV1, FileV2 } from '../../../src/http/llamacloud/file-wire';
import type { Page } from '../../../src/http/llamacloud/page-window';
import type { ProjectV1Body } from '../../../src/http/llamacloud/project-wire';
import { emptyFile, invoicePdf, invoiceText, type Upload } from '../../support/documents';
import { type Account, type Answer, newAccount } from './account';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function formOf(field: string, { filename, bytes }: Upload, parts: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(parts)) form.set(name, text);
  // Clients call every file this.
  form.set(field, new File([bytes], filename, { type: 'application/octet-stream' }));
  return form;
}

const uploadTo = (account: Account, upload: Upload, parts: Readonly<Record<string, string>> = {}) =>
  account.call<FileV2>('POST', '/api/v1/beta/files', {
    form: formOf('file', upload, { purpose: 'extract', ...parts }),
  });

const projectIdOf = async (account: Account): Promise<string> =>
  (await account.call<{ id: string }[]>('GET', '/api/v1/projects')).body[0]?.id ?? '';

describe('the project', () => {
  test('is one for each account, the same each time, found by id and by name', async () => {
    const account = await newAccount();
    const { body } = await account.call<ProjectV1Body[]>('GET', '/api/v1/projects');
    const [project] = body;
    expect(body).toEqual([
      {
        id: expect.stringMatching(UUID),
        name: 'Default',
        organization_id: expect.stringMatching(UUID),
        is_default: true,
        created_at: null,
        updated_at: null,
        ad_hoc_eval_dataset_id: null,
      },
    ]);
    expect((await account.call('GET', `/api/v1/projects/${project?.id}`)).body).toEqual(project);
    expect((await account.call('GET', `/api/v1/projects/prj-${project?.id}`)).body).toEqual(project);
    const named = async (query: string) => (await account.call('GET', `/api/v1/projects?${query}`)).body;
    expect(await named('project_name=Default')).toEqual(body);
    expect(await named('project_name=Other')).toEqual([]);
    expect(await named(`organization_id=${project?.organization_id}`)).toEqual(body);

    const { ad_hoc_eval_dataset_id: _, ...newer } = { ...project, id: `prj-${project?.id}` };
    const page = { items: [newer], next_page_token: null, total_size: 1 };
    expect((await account.call('GET', '/api/v2/projects?name=Default')).body).toEqual(page);
    expect((await account.call('GET', '/api/v2/projects?name=Other')).body).toMatchObject({ items: [] });
    expect((await account.call('GET', `/api/v2/projects/${newer.id}`)).body).toEqual(newer);
  });

  test('of another account is like one that does not exist, wherever it is named', async () => {
    const [account, other] = [await newAccount(), await newAccount()];
    const foreign = await projectIdOf(other);
    const unknown = crypto.randomUUID();
    for (const path of [
      '/api/v1/projects/ID',
      '/api/v2/projects/ID',
      '/api/v1/beta/files?project_id=ID',
      '/api/v1/projects?organization_id=ID',
    ]) {
      const answers = await Promise.all([foreign, unknown].map((id) => account.call('GET', path.replace('ID', id))));
      expect(
        answers.map(({ status, body }) => ({ status, text: JSON.stringify(body).replace(foreign, unknown) })),
      ).toEqual([
        { status: 404, text: expect.stringContaining(`${unknown} does not exist`) },
        { status: 404, text: expect.stringContaining(`${unknown} does not exist`) },
      ]);
    }
    const bad = await account.call('GET', '/api/v1/beta/files?project_id=mine');
    expect(bad).toMatchObject({ status: 422, body: { detail: [{ loc: ['query', 'project_id'] }] } });
  });
});

describe('a file', () => {
  test('is uploaded the older way with all that older clients want to read, and deleted', async () => {
    const account = await newAccount();
    const project_id = await projectIdOf(account);
    const pdf = await invoicePdf(1);
    const { status, body } = await account.call<FileV1>('POST', `/api/v1/files?project_id=${project_id}`, {
      form: formOf('upload_file', pdf),
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      name: 'invoice-1.pdf',
      project_id,
      external_file_id: 'invoice-1.pdf',
      file_size: pdf.bytes.length,
      file_type: 'pdf',
      created_at: expect.stringMatching(TIME),
      updated_at: body.created_at,
      last_modified_at: body.created_at,
      resource_info: null,
      permission_info: null,
      data_source_id: null,
      expires_at: null,
      purpose: null,
    });
    expect((await account.call('GET', `/api/v1/files/${body.id}`)).body).toEqual(body);
    const named = await account.call<FileV1>('POST', '/api/v1/files?external_file_id=ours-7', {
      form: formOf('upload_file', pdf),
    });
    expect(named.body).toMatchObject({ external_file_id: 'ours-7' });
    expect(await account.call('DELETE', `/api/v1/files/${body.id}`)).toMatchObject({ status: 204, body: '' });
    expect((await account.call('GET', `/api/v1/files/${body.id}`)).status).toBe(404);
    expect((await account.call('DELETE', `/api/v1/files/${body.id}`)).status).toBe(404);
    expect((await account.call('GET', `/api/v1/files/${named.body.id}`)).status).toBe(200);
  });

  test('is uploaded the newer way; the same bytes again are another file', async () => {
    const account = await newAccount();
    const project_id = await projectIdOf(account);
    const { status, body } = await uploadTo(account, invoiceText(1), { external_file_id: 'e1' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      name: 'invoice-1.txt',
      project_id,
      external_file_id: 'e1',
      file_type: 'txt',
      last_modified_at: expect.stringMatching(TIME),
      expires_at: null,
      purpose: 'extract',
      download_url: null,
    });
    expect((await account.call('GET', `/api/v1/beta/files/dfl-${body.id}`)).body).toEqual(body);
    const again = await uploadTo(account, invoiceText(1));
    expect(again.body.id).not.toBe(body.id);
    expect(await account.call('DELETE', `/api/v1/beta/files/${body.id}`)).toMatchObject({ status: 204, body: '' });
    expect((await account.call('GET', `/api/v1/beta/files/${again.body.id}`)).status).toBe(200);
  });

  test('is found by every filter, page by page, and by the older query', async () => {
    const account = await newAccount();
    const ids: string[] = [];
    for (const [index, parts] of [{}, { external_file_id: 'e' }, { external_file_id: 'e' }].entries())
      ids.push((await uploadTo(account, invoiceText(index), parts)).body.id);
    const [first = '', second = '', third = ''] = ids;

    const listed = async (query: string) =>
      (await account.call<Page<FileV2>>('GET', `/api/v1/beta/files?${query}`)).body.items.map(({ id }) => id);
    const queried = async (json: unknown) =>
      (await account.call<Page<FileV2>>('POST', '/api/v1/beta/files/query', { json })).body.items.map(({ id }) => id);
    expect(await listed('')).toEqual([third, second, first]);
    expect(await listed('order_by=created_at%20asc')).toEqual([first, second, third]);
    expect(await listed(`file_ids=${first}&file_ids=dfl-${third}&page_size=5`)).toEqual([third, first]);
    expect(await listed('file_name=invoice-1.txt')).toEqual([second]);
    expect(await listed('file_name=invoice')).toEqual([]);
    expect(await listed('external_file_id=e')).toEqual([third, second]);
    expect(await queried({ filter: { external_file_id: 'e', file_ids: [second] }, order_by: null })).toEqual([second]);
    expect(await queried({ filter: { data_source_id: crypto.randomUUID() } })).toEqual([]);
    expect(await queried({ filter: { only_manually_uploaded: true }, page_size: 2 })).toEqual([third, second]);
    expect(await queried({})).toEqual([third, second, first]);

    const page = (await account.call<Page<FileV2>>('GET', '/api/v1/beta/files?page_size=2')).body;
    expect(page).toMatchObject({ items: [{ id: third }, { id: second }], total_size: 3 });
    expect(await listed(`page_size=2&page_token=${page.next_page_token}`)).toEqual([first]);
  });
});

describe('an order', () => {
  /** All ids, one page of two after the other. */
  async function walked(account: Account, order: string): Promise<string[]> {
    const ids: string[] = [];
    for (let token: string | null = ''; token !== null; ) {
      const query: string = `page_size=2&order_by=${encodeURIComponent(order)}&page_token=${token}`;
      const { body }: Answer<Page<FileV2>> = await account.call('GET', `/api/v1/beta/files?${query}`);
      ids.push(...body.items.map(({ id }) => id));
      token = body.next_page_token;
    }
    return ids;
  }

  test('is by time, by name and by id, page by page, either way round', async () => {
    const account = await newAccount();
    const files: FileV2[] = [];
    for (const name of ['b.txt', 'a.txt', 'Änderung €.txt', 'a.txt', 'c.txt'])
      files.push((await uploadTo(account, { ...invoiceText(files.length), filename: name })).body);
    const ids = files.map(({ id }) => id);
    const [b, a1, umlaut, a2, c] = ids;
    const byId = ids.toSorted();
    expect(await walked(account, 'created_at')).toEqual(ids.toReversed());
    expect(await walked(account, 'created_at asc')).toEqual(ids);
    expect(await walked(account, 'name')).toEqual([a1, a2, b, c, umlaut]);
    expect(await walked(account, 'name desc')).toEqual([umlaut, c, b, a2, a1]);
    expect(await walked(account, 'id')).toEqual(byId);
    expect(await walked(account, 'id desc')).toEqual(byId.toReversed());
  });
});

describe('refused', () => {
  const form = formOf('file', invoiceText(1), { purpose: 'extract' });
  const without = (name: string): FormData => {
    const rest = new FormData();
    for (const [key, part] of form.entries()) if (key !== name) rest.append(key, part);
    return rest;
  };
  const missing = (name: string) => ({
    status: 422,
    body: { detail: [{ loc: ['body', name], msg: 'Field required', type: 'missing' }] },
  });
  const text = (status: number, detail: string) => ({ status, body: { detail: expect.stringContaining(detail) } });

  const CASES: Readonly<Record<string, [(account: Account) => Promise<Answer<unknown>>, unknown]>> = {
    'an upload without a purpose': [
      (account) => account.call('POST', '/api/v1/beta/files', { form: without('purpose') }),
      { status: 422, body: { detail: [{ loc: ['body', 'purpose'] }] } },
    ],
    'an upload without a file': [
      (account) => account.call('POST', '/api/v1/beta/files', { form: without('file') }),
      missing('file'),
    ],
    'an older upload without a file': [
      (account) => account.call('POST', '/api/v1/files', { form }),
      missing('upload_file'),
    ],
    'a body that is no form': [
      (account) => account.call('POST', '/api/v1/files', { json: {} }),
      text(400, 'multipart'),
    ],
    'an empty file': [(account) => uploadTo(account, emptyFile()), text(400, 'is empty')],
    'a file without a name': [
      (account) => uploadTo(account, { ...invoiceText(1), filename: ' ' }),
      text(400, 'no name'),
    ],
    'a file on a private network': [
      (account) => account.call('PUT', '/api/v1/files/upload_from_url', { json: { url: 'https://10.0.0.1/a.pdf' } }),
      text(400, 'url: 10.0.0.1 is a private address'),
    ],
    'a file at a name that cannot be looked up': [
      (account) =>
        account.call('PUT', '/api/v1/files/upload_from_url', { json: { url: 'https://files.example/a.pdf' } }),
      text(400, 'url: files.example cannot be looked up'),
    ],
    'a file behind a proxy': [
      (account) =>
        account.call('PUT', '/api/v1/files/upload_from_url', {
          json: { url: 'https://files.example/a.pdf', proxy_url: 'https://10.0.0.1' },
        }),
      text(400, 'proxy_url: this server fetches files without a proxy'),
    ],
    'a file asked for with a header that breaks out of its line': [
      (account) =>
        account.call('PUT', '/api/v1/files/upload_from_url', {
          json: { url: 'https://files.example/a.pdf', request_headers: { 'x-a': 'b\r\nhost: c' } },
        }),
      text(400, 'request_headers: x-a has line breaks'),
    ],
    'a file at what is no URL': [
      (account) => account.call('PUT', '/api/v1/files/upload_from_url', { json: { url: 'a.pdf' } }),
      { status: 422, body: { detail: [{ loc: ['body', 'url'] }] } },
    ],
    'an order that there is not': [
      (account) => account.call('GET', '/api/v1/beta/files?order_by=size'),
      text(400, 'order_by: "size"'),
    ],
    'a page of another list': [
      (account) => account.call('GET', '/api/v1/beta/files?page_token=abc'),
      text(400, 'page_token'),
    ],
    'a page of no files': [
      (account) => account.call('GET', '/api/v1/beta/files?page_size=0'),
      { status: 422, body: { detail: [{ loc: ['query', 'page_size'] }] } },
    ],
    'an id that is none': [
      (account) => account.call('GET', '/api/v1/files/mine'),
      { status: 422, body: { detail: [{ loc: ['path', 'id'] }] } },
    ],
  };

  test.each(Object.entries(CASES))('%s', async (_, [ask, answer]) => {
    expect(await ask(await newAccount())).toMatchObject(answer as object);
  });
});
