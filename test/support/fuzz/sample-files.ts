import { FOLDERS, NEEDS_WORKERD } from '../sample-documents';
import { type FuzzSample, fuzzSample, type SentFile } from './mutated-document';

const samplesOf = (isWanted: (extension: string) => boolean): readonly SentFile[] =>
  FOLDERS.filter(({ extension }) => isWanted(extension)).flatMap(({ sample, files }) => {
    const bytes = files[sample];
    return bytes === undefined ? [] : [{ filename: sample, bytes }];
  });

/** A sample of every format that is read without WebAssembly. */
export const plainSamples = (): Promise<readonly FuzzSample[]> =>
  Promise.all(samplesOf((extension) => !NEEDS_WORKERD.includes(extension)).map(fuzzSample));

/** A sample of every format that is read with WebAssembly, and these. */
export const compiledSamples = (others: readonly SentFile[]): Promise<readonly FuzzSample[]> =>
  Promise.all([...samplesOf((extension) => NEEDS_WORKERD.includes(extension)), ...others].map(fuzzSample));
