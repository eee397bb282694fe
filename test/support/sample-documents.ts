import { expect } from 'vitest';
import { FORMATS } from '../../src/parsers/formats';
import type { CharacterReader } from '../../src/parsers/ocr/character-reader';
import { ParseError } from '../../src/parsers/parse-error';
import type { ParsedDocument } from '../../src/parsers/parsed-document';
import { isSupported, parseDocument } from '../../src/parsers/registry';
import { type Outline, outline } from '../unit/parsers/outline';

/** What must be said of a file that is cut off, encrypted or not what its name says. */
export type Expected =
  | { readonly error: ParseError['code']; readonly message: string }
  | { readonly mediaType: string; readonly lines: readonly (readonly string[])[] };

/** A folder of `test/documents`; its form is in the README there. */
export interface SampleFolder {
  readonly extension: string;
  readonly sample: string;
  readonly perfect: Perfect;
  /** By filename. */
  readonly bad: Readonly<Record<string, Expected>>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

interface Perfect extends Outline {
  readonly properties: Readonly<Record<string, string>>;
  readonly language: string | null;
  /** By page, which of the files inside it is of; left out where there is none. */
  readonly fileOfPage?: readonly (string | null)[];
}

/** Read by WebAssembly, which runs in workerd alone. */
export const NEEDS_WORKERD: readonly string[] = FORMATS.filter(
  ({ mediaType }) => mediaType === 'application/pdf' || (mediaType.startsWith('image/') && !/svg/.test(mediaType)),
).flatMap(({ extensions }) => extensions);

/** What a bad file may take, in milliseconds. */
const MAX_BAD_MS = 2000;

const FILES = import.meta.glob<string>(['../documents/*/*', '!../documents/*/*.svg'], {
  query: '?url&inline',
  import: 'default',
  eager: true,
});
/** The bundler rewrites drawings that it makes URLs of. */
const DRAWINGS = import.meta.glob<string>('../documents/*/*.svg', { query: '?raw', import: 'default', eager: true });

const EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

export const FOLDERS: readonly SampleFolder[] = [...filesByFolder()].flatMap(([extension, files]) => {
  if (!EXTENSIONS.includes(extension)) return [];
  const { 'perfect.json': perfect, 'bad.json': bad, ...documents } = files;
  const read = (json: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(json) || '{}');
  const folder = { extension, sample: `sample.${extension}`, perfect: read(perfect), bad: read(bad), files: documents };
  return [folder as SampleFolder];
});

function filesByFolder(): Map<string, Record<string, Uint8Array>> {
  const folders = new Map<string, Record<string, Uint8Array>>();
  const add = (path: string, bytes: Uint8Array): void => {
    const [folder = '', name = ''] = path.split('/').slice(-2);
    folders.set(folder, { ...folders.get(folder), [name]: bytes });
  };
  for (const [path, dataUrl] of Object.entries(FILES)) {
    const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
    add(
      path,
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    );
  }
  for (const [path, text] of Object.entries(DRAWINGS)) add(path, new TextEncoder().encode(text));
  return folders;
}

/** Extensions that have a parser, and no folder. */
export const missingFolders = (): string[] =>
  FORMATS.filter(({ mediaType }) => isSupported(mediaType))
    .flatMap(({ extensions }) => extensions)
    .filter((extension) => !FOLDERS.some((folder) => folder.extension === extension))
    .sort();

/** Holds a folder's sample against its perfect parse, and every other file of it against what must be said of it. */
export async function checkFolder(folder: SampleFolder, characters: CharacterReader | null): Promise<void> {
  const { [folder.sample]: sample, ...others } = folder.files;
  expect(sample, `${folder.extension}/${folder.sample}`).toBeDefined();
  if (sample === undefined) return;
  const document = await parseDocument(sample, { filename: folder.sample, pages: null }, characters);
  expect(perfectOf(document)).toEqual(folder.perfect);
  expect(Object.keys(others).sort()).toEqual(Object.keys(folder.bad).sort());
  for (const [filename, bytes] of Object.entries(others)) {
    const expected = folder.bad[filename];
    const ask = (): Promise<{ said: Expected; ms: number }> =>
      timed(() => sayOf(bytes, filename, expected, characters));
    const { said, ms } = await ask();
    expect({ filename, said }).toEqual({ filename, said: expected });
    // The machine may have been busy with something else.
    const least = ms < MAX_BAD_MS ? ms : (await ask()).ms;
    expect(least, `${filename}: milliseconds`).toBeLessThan(MAX_BAD_MS);
  }
}

function perfectOf(document: ParsedDocument): Perfect {
  const files = document.pages.map((page) => page.file ?? null);
  return {
    ...outline(document),
    properties: document.properties,
    language: document.language,
    ...(files.some((file) => file !== null) ? { fileOfPage: files } : {}),
  };
}

async function sayOf(
  bytes: Uint8Array,
  filename: string,
  expected: Expected | undefined,
  characters: CharacterReader | null,
): Promise<Expected> {
  try {
    const document = await parseDocument(bytes, { filename, pages: null }, characters);
    return { mediaType: document.mediaType, lines: outline(document).lines };
  } catch (error) {
    if (!(error instanceof ParseError) || expected === undefined) throw error;
    return { error: error.code, message: error.message };
  }
}

/** The clock of workerd stands still between two waits. */
async function timed<T>(work: () => Promise<T>): Promise<{ said: T; ms: number }> {
  await new Promise((done) => setTimeout(done, 1));
  const start = Date.now();
  const said = await work();
  await new Promise((done) => setTimeout(done, 1));
  return { said, ms: Date.now() - start };
}
