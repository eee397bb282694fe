import { describe, expect, it } from 'vitest';
import { OLE_BOMBS } from '../../../bench/bombs/ole-bombs.mjs';
import { folder, oleFile, stream } from '../../../bench/bombs/ole-file.mjs';
import { openCompoundFile } from '../../../src/parsers/ole/compound-file';
import { parseDocument } from '../../../src/parsers/registry';

const block = new Uint8Array(6000).fill(65);

describe('files of the nineties that say the same many times', () => {
  it('has all streams where each has its own bytes, and those that share theirs up to the length of the file', () => {
    const own = openCompoundFile(oleFile([stream('a', 0), folder('b', [stream('c', 1)])], [block, block]));
    expect(own?.stream('A')).toEqual(block);
    expect(own?.folders[0]?.stream('c')).toEqual(block);
    const shared = openCompoundFile(
      oleFile(
        Array.from({ length: 50 }, (_, index) => stream(`a${index}`, 0)),
        [block],
      ),
    );
    const read = (shared?.streamNames ?? []).filter((name) => shared?.stream(name) !== null);
    expect(read.length).toBeGreaterThan(0);
    expect(read.length).toBeLessThan(50);
    expect(shared?.stream(read[0] ?? '')).toEqual(block);
  });

  it('reads as many messages inside a message as files inside a file, and lists the others', async () => {
    const bytes = OLE_BOMBS['two thousand messages inside.msg']();
    const { pages, attachments } = await parseDocument(bytes, { filename: 'a.msg', pages: null });
    expect(attachments).toHaveLength(2000);
    expect(new Set(pages.map(({ file }) => file))).toHaveLength(51);
  });

  it('shows a slide once', async () => {
    const bytes = OLE_BOMBS['slide twenty thousand times.ppt']();
    const { pages } = await parseDocument(bytes, { filename: 'a.ppt', pages: null });
    expect(pages).toHaveLength(1);
  });
});
