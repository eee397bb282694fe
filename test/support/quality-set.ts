/** The invented documents of bench/quality/set, as tests in workerd see them. */
const FILES = import.meta.glob<string>('../../bench/quality/set/files/*', {
  query: '?url&inline',
  import: 'default',
  eager: true,
});
const MANIFEST = import.meta.glob<string>('../../bench/quality/set/manifest.jsonl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface QualityDocument {
  readonly id: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly schema: unknown;
}

export const QUALITY_DOCUMENTS: readonly QualityDocument[] = Object.values(MANIFEST)
  .flatMap((lines) => lines.split('\n').filter((line) => line !== ''))
  .map((line) => {
    const { id, file, schema } = JSON.parse(line) as { id: string; file: string; schema: unknown };
    const url = FILES[`../../bench/quality/set/${file}`] ?? '';
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
    return { id, filename: file.replace(/^.*\//, ''), bytes, schema };
  });
