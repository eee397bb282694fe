import { openZip, type ZipArchive } from '../../../src/parsers/zip-archive';
import { storedZip } from '../stored-zip';
import type { Chance } from './chance';
import { mutatedBytes } from './mutated-bytes';

/** A file as somebody might send it. */
export interface SentFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** A file to be changed; `parts`: the files inside, where it is a ZIP. */
export interface FuzzSample extends SentFile {
  readonly parts: readonly Part[] | null;
}

type Part = readonly [name: string, content: Uint8Array];

/** Names of files that are no names, and extensions that promise something else. */
const NAMES = [
  ...([
    '',
    '.',
    '..',
    '../../etc/passwd',
    'C:\\x.pdf',
    '/x',
    'a/../../b.docx',
    'a\0.xml',
    'x\r\nX-Injected: yes',
  ] as const),
  ...(['\u202efdp.txt', 'x'.repeat(10_000), '__proto__', 'constructor', 'word/document.xml', 'content.xml'] as const),
  ...(['a.txt', 'a.csv', 'a.md', 'a.yaml', 'a.json', 'a.eml', 'a.xlsx', 'a.html', 'a.pdf', 'a.heic', 'a.gz'] as const),
] as const;

const LIMITS = { entries: 1_000, entryBytes: 4_000_000, totalBytes: 16_000_000 };

/** The file with what is needed to change it from the inside. */
export async function fuzzSample({ filename, bytes }: SentFile): Promise<FuzzSample> {
  return { filename, bytes, parts: await partsOf(bytes).catch(() => null) };
}

async function partsOf(bytes: Uint8Array): Promise<readonly Part[] | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const zip: ZipArchive = openZip(bytes, 'the sample', LIMITS);
  return Promise.all(zip.entries.map(async (entry): Promise<Part> => [entry.name, await zip.read(entry)]));
}

/** One of the files changed for the worse; the same for the same chance. */
export function mutatedDocument(samples: readonly FuzzSample[], chance: Chance): SentFile {
  const sample = chance.oneOf(samples);
  if (sample === null) throw new Error('no samples');
  const others = samples.map(({ bytes }) => bytes);
  const filename = chance.happens(0.15) ? chance.pick(NAMES) : sample.filename;
  if (sample.parts === null || chance.happens(0.3))
    return { filename, bytes: mutatedBytes(sample.bytes, chance, others) };
  return { filename, bytes: storedZip(mutatedParts(sample.parts, chance, samples)) };
}

function mutatedParts(parts: readonly Part[], chance: Chance, samples: readonly FuzzSample[]): readonly Part[] {
  const changed = [...parts];
  for (let left = 1 + chance.number(3); left > 0; left -= 1) {
    const at = chance.number(changed.length);
    const [name, content] = changed[at] ?? ['', new Uint8Array()];
    const contents = changed.map(([, other]) => other);
    const mutations = [
      (): Part[] => [[name, mutatedBytes(content, chance, contents)]],
      (): Part[] => [[name, mutatedBytes(content, chance, contents)]],
      (): Part[] => [[name, mutatedBytes(content, chance, contents)]],
      (): Part[] => [[chance.pick(NAMES), content]],
      (): Part[] => [
        [name, content],
        [chance.happens(0.5) ? name : chance.pick(NAMES), chance.oneOf(contents) ?? content],
      ],
      (): Part[] => [],
      (): Part[] => [[name, chance.oneOf(contents) ?? content]],
      (): Part[] => [[name, chance.oneOf(samples)?.bytes ?? content]],
    ] as const;
    changed.splice(at, 1, ...chance.pick<() => Part[]>(mutations)());
  }
  return changed;
}
