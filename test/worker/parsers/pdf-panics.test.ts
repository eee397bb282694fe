import { expect, test } from 'vitest';
import { onePage } from '../../../bench/bombs/pdf-file.mjs';
import { hasLargeHeap } from '../../../src/parsers/pdf/reader-instance';
import { parseDocument } from '../../../src/parsers/registry';

/** Letters so far off and so wide that the reader asks for more memory than there is, and panics. */
const PANICS = onePage({
  content:
    '.24 0 0 -.24 0 842 cm /F4 Tj BT<004C>Tj -1 194 0 24 Tm' +
    '<003200550046004B0044005500470003005C004C0048004F004700030045005C07.4124756<0048> Tj 14135743 Td <0056> Tj',
});
const HEALTHY = onePage({ content: 'BT /F1 11 Tf 60 740 Td (Total: 12.00) Tj ET' });
/** Memories have so many bytes, or a multiple of it. */
const PAGE = 65_536;
const LINES = ['Invoice number: B-1', 'Total: 12.00'];

const linesOf = (bytes: Uint8Array): Promise<readonly string[] | string> =>
  parseDocument(bytes, { filename: 'a.pdf', pages: null }).then(
    ({ pages }) => pages.flatMap(({ lines }) => lines.map(({ text }) => text)),
    (error: Error) => error.message,
  );
const REFUSED = 'this PDF is truncated or damaged; export it again from its source';

test('a PDF that makes the reader panic is refused, and those that are read beside it are read', async () => {
  const files = [HEALTHY, PANICS, HEALTHY];
  expect(await Promise.all(files.map(linesOf))).toEqual([LINES, REFUSED, LINES]);
});

/** The kinds of views that are made of a whole memory while `during` runs. */
async function viewsMade(during: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const made = new Set<string>();
  const plain = { Int32Array, Uint8Array, DataView };
  const noting = (kind: string) => ({
    construct(view: typeof plain.Int32Array, given: [unknown], as: typeof plain.Int32Array) {
      const [memory, ...more] = given;
      if (memory instanceof ArrayBuffer && more.length === 0 && memory.byteLength > 0 && memory.byteLength % PAGE === 0)
        made.add(kind);
      return Reflect.construct(view, given, as);
    },
  });
  const noted = Object.entries(plain).map(([kind, view]) => [kind, new Proxy(view, noting(kind) as object)]);
  Object.assign(globalThis, Object.fromEntries(noted));
  await during().finally(() => Object.assign(globalThis, plain));
  return made;
}

test('every view of the memory that a panic took is exchanged at once: one would keep all of it', async () => {
  await linesOf(HEALTHY);
  const views = await viewsMade(() => linesOf(PANICS));
  expect([...views].sort()).toEqual(['DataView', 'Int32Array', 'Uint8Array']);
});

test('the memory that a panic took goes with it', async () => {
  expect(await linesOf(PANICS)).toBe(REFUSED);
  expect(hasLargeHeap()).toBe(false);
  expect(await linesOf(HEALTHY)).toEqual(LINES);
});
