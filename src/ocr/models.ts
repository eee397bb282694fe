/** Tesseract's names of the languages that are read, by ISO 639-1. The models are those of `@tesseract.js-data`. */
const MODELS: Readonly<Record<string, string>> = {
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  nl: 'nld',
};

/** Reads what no other model is named for: it knows all letters of English and most others without their accents. */
const DEFAULT_MODEL = 'eng';

/** The model for a language. */
export function modelFor(language: string | null): string {
  return MODELS[language ?? ''] ?? DEFAULT_MODEL;
}

/** Fetches a model from where they are served, unpacked. Throws when it is not there. */
export async function loadModel(models: Fetcher, name: string): Promise<Uint8Array> {
  const response = await models.fetch(`https://models/${name}/4.0.0_best_int/${name}.traineddata.gz`);
  if (!response.ok || response.body === null) {
    throw new Error(`the model ${name} is not served (${response.status}); deploy src/ocr with its assets`);
  }
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
