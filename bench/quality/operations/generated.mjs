import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runLoad } from '../../load.mjs';
import { isSameValue, kindOfSchema } from '../same-value.mjs';
import { groupBy } from '../tally.mjs';
import { dataUrlOf, post, postRequest } from './post.mjs';

const AT_ONCE = 2;
/** Documents of each kind that are looked at. */
const OF_EACH_KIND = 6;
/** The share of a generated schema's fields that extraction must find again. */
const LEAST = 0.8;

/**
 * Schemas that are generated from one document each: how many documents have one, how many of its fields an extraction of
 * the same document fills, and how many of these with a value that the schema gives as an example.
 */
export async function generated(service, { folder, documents, progress }) {
  const asked = sampleOf(documents);
  const judged = new Array(asked.length);
  let done = 0;
  const tasks = asked.map((document, index) => async () => {
    judged[index] = await judge(service, folder, document);
    progress(++done, asked.length);
  });
  await runLoad(tasks, AT_ONCE);
  const fields = judged.flatMap((one) => one.fields);
  const filled = fields.filter(({ isFilled }) => isFilled);
  const failed = judged.flatMap(({ id, error }) => (error === null ? [] : [`${id}: ${error}`]));
  return [
    row('generated schema: documents that have one', judged, ({ error }) => error === null, null, failed),
    row('generated schema: fields found again', fields, ({ isFilled }) => isFilled, LEAST),
    row('generated schema: found as in the examples', filled.filter(hasExamples), ({ isAsSeen }) => isAsSeen, null),
  ];
}

const hasExamples = ({ isAsSeen }) => isAsSeen !== null;

function row(measure, things, isRight, least, notes = null) {
  const wrong = things.filter((thing) => !isRight(thing));
  const figure = things.length === 0 ? null : 1 - wrong.length / things.length;
  return {
    measure,
    of: things.length,
    figure,
    least,
    notes: notes ?? wrong.map(({ place, said }) => `${place}${said}`),
  };
}

/** As many of each kind, spread over the set. */
function sampleOf(documents) {
  return Object.values(groupBy(documents, ({ kind }) => kind)).flatMap((all) => {
    const step = Math.max(1, all.length / OF_EACH_KIND);
    return Array.from({ length: Math.min(OF_EACH_KIND, all.length) }, (_, index) => all[Math.floor(index * step)]);
  });
}

async function judge(service, folder, { id, file, mime }) {
  try {
    const given = { bytes: await readFile(join(folder, file)), mediaType: mime, filename: basename(file) };
    const request = { documents: [dataUrlOf(given)] };
    const { json_schema } = await postRequest(service, '/v1/schemas/generate', request);
    const { choices } = await post(service, '/v1/documents/extract', given, { json_schema, model: 'retab-small' });
    const found = choices[0].message.parsed;
    const fields = leavesOf(json_schema, [found]).map((leaf) => judgeField(id, leaf));
    return { id, fields, error: null };
  } catch (error) {
    return { id, fields: [], error: error.message };
  }
}

/** The fields of an object's schema, those of its tables too, each with what was found for it in all of these objects. */
function leavesOf({ properties }, objects, path = []) {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const values = objects.map((object) => object?.[name]);
    const place = [...path, name];
    if (schema.type !== 'array') return [{ place, schema, examples: schema['x-examples'], values }];
    const items = values.flatMap((list) => list ?? []);
    return schema.items.properties === undefined
      ? [{ place, schema: schema.items, examples: schema['x-examples'], values: items }]
      : leavesOf(schema.items, items, place);
  });
}

function judgeField(id, { place, schema, examples = [], values }) {
  const filled = values.filter((value) => value !== null && value !== undefined && value !== '');
  const isSeen = (example) => filled.some((value) => isSameValue(kindOfSchema(schema), example, value));
  return {
    place: `${id} ${place.join('.')}`,
    said: ` has ${JSON.stringify(filled.slice(0, 3))}, seen was ${JSON.stringify(examples)}`,
    isFilled: filled.length > 0,
    isAsSeen: examples.length === 0 ? null : examples.some(isSeen),
  };
}
