import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { WILD_NAMES } from '../fuzz/wild';
import { newAccount } from './account';
import { fileForm } from './file-form';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** Each with bytes of its own, so that it is stored by itself. */
const UPLOADS = WILD_NAMES.map((filename, index) => ({
  filename: filename.toWellFormed(),
  mediaType: 'text/plain',
  bytes: bytesOf(`Total: ${index}.00`),
}));

test('no name of a file leads what is stored of it anywhere but to its account, by what is in it', async () => {
  const account = await newAccount();
  let accepted = 0;
  for (const upload of UPLOADS) {
    const { status } = await account.call('POST', '/v1/documents', { form: fileForm('file', upload) });
    expect([200, 201, 400], upload.filename.slice(0, 50)).toContain(status);
    if (status !== 400) accepted += 1;
  }
  const { objects } = await env.BLOBS.list();
  const content = new RegExp(`^accounts/${account.id}/content/[0-9a-f]{64}$`);
  expect(objects.map(({ key }) => key).filter((key) => !content.test(key))).toEqual([]);
  expect(objects).toHaveLength(accepted);
  expect(accepted).toBeGreaterThan(UPLOADS.length / 2);
});
