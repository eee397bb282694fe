import { Buffer } from 'node:buffer';
import { DOC_BOMBS } from './doc-bombs.mjs';
import { folder, oleFile, stream } from './ole-file.mjs';
import { bytesOf, joined, little, noise } from './packing.mjs';

const PROPERTIES = stream('__properties_version1.0', 0);
const wide = (text) => new Uint8Array(Buffer.from(text, 'utf16le'));
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const numbered = (kind, index) => `__${kind}_version1.0_#${index.toString(16).padStart(8, '0')}`;
/** An Outlook message; block 0 are its properties, of which there are none. */
const message = (children, blocks = []) => oleFile([PROPERTIES, ...children], [new Uint8Array(4096), ...blocks]);
const parts = (kind, count, inside) =>
  times(count, (index) => folder(numbered(kind, index), [PROPERTIES, ...inside(index)]));
const inner = (children) => folder('__substg1.0_3701000D', [PROPERTIES, ...children]);
const letters = (megabytes) => bytesOf('A'.repeat(megabytes * 1_000_000));

/** A record of PowerPoint's; one with `0xf` in its first byte holds others. */
const record = (type, content, kind = 0) =>
  joined([little(kind, 2), little(type, 2), little(content.length, 4), content]);
const holding = (type, ...content) => record(type, joined(content), 0xf);
const text = (words) => joined([record(3999, little(1, 4)), record(4000, wide(words))]);
const shape = (inside) => holding(0xf004, record(0xf010, new Uint8Array(8)), holding(0xf00d, inside));
const repeatedBytes = (count, bytes) => {
  const whole = new Uint8Array(count * bytes.length);
  for (let at = 0; at < whole.length; at += bytes.length) whole.set(bytes, at);
  return whole;
};
/** A presentation whose list names its one slide so many times, each time with these texts. */
function presentation(slide, count, texts = new Uint8Array()) {
  const named = joined([record(1011, joined([1, 0, 0, 5, 0].map((value) => little(value, 4)))), texts]);
  const directory = record(6002, joined([little((1 << 20) | 1, 4), little(0, 4)]));
  const document = holding(1000, holding(4080, repeatedBytes(count, named)));
  const whole = joined([holding(1006, slide), document, directory]);
  return oleFile([stream('PowerPoint Document', 0), stream('Current User', 1)], [whole, new Uint8Array(4096)]);
}

/** Old Office files and Outlook messages that say the same thousands of times, by name. */
export const OLE_BOMBS = {
  ...DOC_BOMBS,
  'two thousand attachments of the same ten megabytes.msg': () =>
    message(
      parts('attach', 2000, () => [stream('__substg1.0_37010102', 1)]),
      [letters(10)],
    ),
  'thousand recipients of the same ten megabytes.msg': () =>
    message(
      parts('recip', 1000, () => [stream('__substg1.0_3001001F', 1)]),
      [letters(10)],
    ),
  'short streams of a chain of fifteen megabytes.msg': () =>
    message(
      parts('recip', 4500, () => [stream('__substg1.0_3001001F', 1, 4096)]),
      [letters(15)],
    ),
  'sixty thousand attachments.msg': () => message(parts('attach', 60_000, () => [stream('__substg1.0_37010102', 0)])),
  'ten thousand messages inside.msg': () => message(parts('attach', 10_000, () => [inner([])])),
  'two thousand messages inside.msg': () => message(parts('attach', 2000, () => [inner([])])),
  'thousand messages of letters of no language.msg': () =>
    message(
      parts('attach', 1000, (index) => [inner([stream('__substg1.0_10130102', index + 1)])]),
      times(1000, () => noise(14_000, 192)),
    ),
  'slide twenty thousand times.ppt': () => presentation(shape(text('hello world '.repeat(50))), 20_000),
  'slide of thousand shapes five thousand times.ppt': () =>
    presentation(repeatedBytes(1000, shape(text('hello'))), 5000),
  'slides a million times.ppt': () => presentation(new Uint8Array(), 1_000_000),
  'shapes of one long text.ppt': () =>
    presentation(repeatedBytes(20_000, shape(record(3998, little(0, 4)))), 1, text(' '.repeat(4_000_000))),
  'texts of a slide without end.ppt': () => presentation(new Uint8Array(), 1, repeatedBytes(500_000, text('a'))),
};
