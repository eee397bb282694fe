/** https://github.com/run-llama/llama-cloud-ts 2.16.0 — configurations, webhook configurations, files, projects. */
import { type LlamaCloud, NotFoundError, UnprocessableEntityError } from 'llama-cloud-2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceNumber, invoiceText } from '../support/documents';
import { asFile, llamaCloud2 } from '../support/llama-clouds';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';

const LETTER = {
  type: 'object',
  properties: { sender: { type: 'string' } },
  required: ['sender'],
};

let server: Server;
let client: LlamaCloud;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  client = llamaCloud2(server, tap);
});
afterAll(() => server?.remove());

describe('@llamaindex/llama-cloud 2.16.0', () => {
  it('stores, lists, reads, changes and deletes configurations', async () => {
    const parameters = { product_type: 'extract_v2', data_schema: LETTER, tier: 'cost_effective' } as const;
    const created = await client.configurations.create({ name: 'Letters', parameters });
    expect(parseAs(wire.StoredConfiguration, created)).toMatchObject({
      name: 'Letters',
      parameters: { tier: 'cost_effective' },
    });
    expect(await client.configurations.retrieve(created.id)).toEqual(created);

    const again = await client.configurations.create({
      name: 'Letters',
      parameters: { ...parameters, tier: 'agentic' },
    });
    expect(again).toMatchObject({ id: created.id, parameters: { tier: 'agentic' } });
    await client.configurations.create({ name: 'Postcards', parameters });
    const names: string[] = [];
    for await (const { name } of client.configurations.list({ page_size: 1 })) names.push(name);
    expect(names.sort()).toEqual(['Letters', 'Postcards']);
    parseAs(wire.ConfigurationPage, tap.exchanges.at(-1)?.body);
    const query = { name: 'Letters', product_type: ['extract_v2' as const], latest_only: true };
    expect((await client.configurations.list(query)).items).toEqual([again]);

    const changed = await client.configurations.update(created.id, { name: 'Mail' });
    expect(changed).toMatchObject({ name: 'Mail', parameters: again.parameters });
    await client.configurations.delete(created.id);
    expect(tap.exchanges.at(-1)?.status).toBe(204);
    await expect(client.configurations.retrieve(created.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('is refused a configuration of a product that does not run here', async () => {
    const parameters = { product_type: 'split_v1' as const, categories: [{ name: 'a' }] };
    const refused = client.configurations.create({ name: 'Splitter', parameters });
    await expect(refused).rejects.toBeInstanceOf(UnprocessableEntityError);
  });

  it('stores webhook configurations and never shows their secrets', async () => {
    const hooks = client.webhookConfigs;
    const asked = { webhook_url: 'https://hooks.example.com/in', webhook_signing_secret: 'a quiet word' };
    const created = await hooks.create({
      ...asked,
      webhook_events: ['extract.success'],
      webhook_headers: { 'x-a': 'b' },
    });
    expect(created).toMatchObject({ has_secret: true, tenant_type: 'project', webhook_events: ['extract.success'] });
    expect(await hooks.retrieve(created.id)).toEqual(created);
    expect(await hooks.list()).toEqual([created]);
    const changed = await hooks.update(created.id, { webhook_output_format: 'json' });
    expect(changed).toMatchObject({ webhook_url: asked.webhook_url, webhook_output_format: 'json', has_secret: true });
    await hooks.delete(created.id);
    expect(await hooks.list()).toEqual([]);
    expect(JSON.stringify(tap.exchanges.map(({ body }) => body))).not.toContain(asked.webhook_signing_secret);
  });

  it('uploads, lists, reads, downloads and deletes files', async () => {
    const file = await client.files.create({ file: asFile(invoiceText(1)), purpose: 'user_data' });
    parseAs(wire.FileV2, file);
    expect(await client.files.retrieve(file.id)).toEqual(file);
    const withLink = await client.files.retrieve(file.id, { expand: ['download_url'] });
    const { url } = parseAs(wire.PresignedUrl, withLink.download_url);
    expect(await (await fetch(url)).text()).toContain(invoiceNumber(1));
    const listed = await client.files.list({
      file_ids: [file.id],
      order_by: 'created_at desc',
      expand: ['download_url'],
    });
    expect(listed.items.map(({ id, download_url }) => [id, download_url !== null])).toEqual([[file.id, true]]);
    const { url: content } = await client.files.content(file.id, { expires_at_seconds: 30 });
    expect((await fetch(content)).headers.get('content-disposition')).toContain('invoice-1.txt');
    await client.files.delete(file.id);
    await expect(client.files.retrieve(file.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('lists and reads the project in the words of the second generation', async () => {
    const { items } = await client.v2Projects.list();
    expect(items).toMatchObject([{ is_default: true }]);
    expect(await client.v2Projects.get(items[0]?.id ?? '')).toEqual(items[0]);
  });

  it('lists and reads the project', async () => {
    const [project] = await client.projects.list();
    expect(await client.projects.get(project?.id ?? '')).toEqual(project);
    await expect(client.projects.get('00000000-0000-4000-8000-000000000000')).rejects.toBeInstanceOf(NotFoundError);
  });
});
