import { describe, expect, it } from 'vitest';
import type { ParseError } from '../../../src/parsers/parse-error';
import { openZip, type ZipLimits } from '../../../src/parsers/zip-archive';
import { storedZip } from '../../support/stored-zip';
import { bytesOf } from './outline';

const LIMITS: ZipLimits = { entries: 3, entryBytes: 20, totalBytes: 30 };

async function read(bytes: Uint8Array, limits = LIMITS): Promise<string[]> {
  try {
    const zip = openZip(bytes, 'this file', limits);
    const texts: string[] = [];
    for (const entry of zip.entries) texts.push(new TextDecoder().decode(await zip.read(entry)));
    return texts;
  } catch (error) {
    return [(error as ParseError).message];
  }
}

/** The same ZIP with a number of the first line of its directory changed. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const entry = copy.findIndex((_, index) => index + 4 <= copy.length && view.getUint32(index, true) === 0x02014b50);
  view.setUint16(entry + at, value, true);
  return copy;
}

describe('opening a ZIP', () => {
  const two = storedZip([
    ['a', bytesOf('first')],
    ['b', bytesOf('second')],
  ]);

  it('reads its entries, also behind something else', async () => {
    expect(await read(two)).toEqual(['first', 'second']);
    expect(await read(Uint8Array.from([...bytesOf('#!/bin/sh'), ...two]))).toEqual(['first', 'second']);
  });

  it('refuses what is past a limit, declared or not, encrypted or cut off', async () => {
    const long = storedZip([['a', bytesOf('x'.repeat(21))]]);
    const many = storedZip(['a', 'b', 'c', 'd'].map((name): [string, Uint8Array] => [name, bytesOf(name)]));
    const messages = await Promise.all(
      [long, changed(long, 24, 1), many, changed(two, 8, 1), two.subarray(0, 60), changed(two, 10, 99)].map((bytes) =>
        read(bytes),
      ),
    );
    expect(messages).toEqual([
      ['this file: "a" inflates to more than is read'],
      ['this file: "a" inflates to more than is read'],
      ['this file holds 4 entries, more than the 3 that are read'],
      ['this file is encrypted; remove the password'],
      ['this file is truncated or damaged; save it again'],
      ['this file is truncated or damaged at "a"; save it again'],
    ]);
  });

  it('counts every byte, however often an entry is read', async () => {
    const zip = openZip(two, 'this file', { ...LIMITS, totalBytes: 12 });
    const [entry] = zip.entries;
    if (entry === undefined) throw new Error('no entry');
    await zip.read(entry);
    await zip.read(entry);
    await expect(zip.read(entry)).rejects.toThrow('inflates to more than is read');
  });
});
