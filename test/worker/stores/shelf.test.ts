import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  DatasetDocumentRecord,
  DatasetRecord,
  IterationRecord,
  PredictionRecord,
  ProjectRecord,
} from '../../../src/jobs/projects/project';
import type { TemplateRecord } from '../../../src/jobs/template';
import { createD1Shelves } from '../../../src/stores/d1/shelves';
import { plansOf } from './plan';

const FIRST = { limit: 2, after: null, order: 'desc', offset: 0 } as const;
const NOTHING = { items: [], next: null, previous: null };
const SETUP = {
  task: { operation: 'extract', definition: { total: 'number' } },
  reading: { model: null, dpi: 192, readings: 1 },
} as const;
const VARIANT = { reading: SETUP.reading, overrides: { descriptions: {}, prompts: {}, partitionKeys: {} } };

const kept = (id: string, number = 1) => ({ id, accountId: 'a', version: 1, createdAt: number, updatedAt: number });
const OF_FILE = { documentId: 'document-1', filename: 'Antrag.pdf', mediaType: 'application/pdf' };

const templateOf = (number: number, changes: Partial<TemplateRecord> = {}): TemplateRecord => ({
  ...kept(`template-${number}`, number),
  ...OF_FILE,
  name: `Template ${number}`,
  fields: [],
  ...changes,
});

const project: ProjectRecord = {
  ...kept('project-1'),
  operation: 'extract',
  name: 'Invoices',
  draft: SETUP,
  published: SETUP,
  isPublished: false,
  publishedFrom: null,
};
const ofProject = { projectId: project.id, operation: 'extract' } as const;
const dataset: DatasetRecord = { ...kept('dataset-1'), ...ofProject, name: 'March', base: SETUP };
const ofDataset = { ...ofProject, datasetId: dataset.id };
const document: DatasetDocumentRecord = {
  ...kept('in-dataset-1'),
  ...ofDataset,
  ...OF_FILE,
  truth: { total: 12.5 },
  remarks: { flags: {} },
};
const iteration: IterationRecord = {
  ...kept('iteration-1'),
  ...ofDataset,
  parentId: null,
  settled: VARIANT,
  draft: { ...VARIANT, updatedAt: 1 },
  finalizedAt: null,
};
const prediction: PredictionRecord = {
  ...kept('prediction-1'),
  ...ofDataset,
  ...OF_FILE,
  iterationId: iteration.id,
  datasetDocumentId: document.id,
  values: { total: 12 },
  jobId: null,
  remarks: {},
};

const shelves = () => createD1Shelves(env.DB);

describe('things of a kind in D1', () => {
  beforeEach(() => env.DB.prepare('delete from templates').run());

  test('come back as they went in, are changed and go, for their account alone', async () => {
    const { templates } = shelves();
    await templates.put(templateOf(1));
    expect(await templates.get('a', 'template-1')).toEqual(templateOf(1));
    expect(await templates.get('b', 'template-1')).toBeNull();
    const changed = templateOf(1, { name: 'new', version: 2, updatedAt: 9 });
    expect(await templates.update({ ...changed, accountId: 'b' })).toBe(false);
    expect(await templates.update(changed)).toBe(true);
    expect(await templates.update(changed)).toBe(false);
    expect(await templates.get('a', 'template-1')).toEqual(changed);
    expect(await templates.remove('b', 'template-1')).toBe(false);
    expect(await templates.remove('a', 'template-1')).toBe(true);
    expect(await templates.remove('a', 'template-1')).toBe(false);
  });

  test('are put in the place of what has their id, but never of what is another account', async () => {
    const { templates } = shelves();
    await templates.put(templateOf(1));
    await templates.put(templateOf(1, { name: 'stolen', accountId: 'b' }));
    expect(await templates.get('a', 'template-1')).toEqual(templateOf(1));
    await templates.put(templateOf(1, { name: 'again', updatedAt: 5 }));
    expect(await templates.get('a', 'template-1')).toEqual(templateOf(1, { name: 'again', updatedAt: 5, version: 2 }));
  });

  test('are put many at once', async () => {
    const { templates } = shelves();
    await templates.put(...Array.from({ length: 30 }, (_, number) => templateOf(number)));
    expect((await templates.list('a', 'a', { ...FIRST, limit: 100 })).items).toHaveLength(30);
  });

  test('are found by the document they are about', async () => {
    const { templates } = shelves();
    await templates.put(templateOf(1));
    expect(await templates.about('a', 'document-1')).toEqual(templateOf(1));
    expect(await templates.about('a', 'document-2')).toBeNull();
    expect(await templates.about('b', 'document-1')).toBeNull();
  });

  test('are paged in both directions, and by their file', async () => {
    const { templates } = shelves();
    await templates.put(templateOf(1), templateOf(2), templateOf(3, { filename: 'Other.pdf' }));
    const page = await templates.list('a', 'a', FIRST);
    expect([page.items.map(({ id }) => id), page.previous]).toEqual([['template-3', 'template-2'], null]);
    const rest = await templates.list('a', 'a', { ...FIRST, after: page.next });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['template-1'], null]);
    const back = await templates.list('a', 'a', { ...FIRST, before: rest.previous });
    expect(back.items.map(({ id }) => id)).toEqual(['template-3', 'template-2']);
    const named = await templates.list('a', 'a', { ...FIRST, filenamePart: 'ANTRAG' });
    expect(named.items.map(({ id }) => id)).toEqual(['template-2', 'template-1']);
    expect(await templates.list('a', 'a', { ...FIRST, mediaType: 'image/png' })).toEqual(NOTHING);
    expect(await templates.list('b', 'a', FIRST)).toEqual(NOTHING);
  });
});

describe('what belongs to something', () => {
  beforeEach(async () => {
    const all = shelves();
    await all.projects.put(project);
    await all.datasets.put(dataset);
    await all.datasetDocuments.put(document);
    await all.iterations.put(iteration);
    await all.predictions.put(prediction);
  });

  test('comes back as it went in', async () => {
    const all = shelves();
    expect(await all.projects.get('a', project.id)).toEqual(project);
    expect((await all.datasets.list('a', project.id, FIRST)).items).toEqual([dataset]);
    expect((await all.datasetDocuments.list('a', dataset.id, FIRST)).items).toEqual([document]);
    expect((await all.iterations.list('a', dataset.id, FIRST)).items).toEqual([iteration]);
    expect((await all.predictions.list('a', iteration.id, FIRST)).items).toEqual([prediction]);
  });

  test('goes with it, all the way down', async () => {
    const all = shelves();
    await all.projects.remove('a', project.id);
    expect(await all.datasets.get('a', dataset.id)).toBeNull();
    expect(await all.datasetDocuments.get('a', document.id)).toBeNull();
    expect(await all.iterations.get('a', iteration.id)).toBeNull();
    expect(await all.predictions.get('a', prediction.id)).toBeNull();
  });

  test('goes with the document of a dataset that it is about', async () => {
    const all = shelves();
    await all.datasetDocuments.remove('a', document.id);
    expect(await all.predictions.get('a', prediction.id)).toBeNull();
    expect(await all.iterations.get('a', iteration.id)).toEqual(iteration);
  });

  test('is refused once that has gone', async () => {
    const all = shelves();
    await all.datasets.remove('a', dataset.id);
    await expect(all.datasetDocuments.put(document)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('an index answers every look at them, already in order', async () => {
  const row = { createdAt: 5, id: 'x' };
  const windows = (['desc', 'asc'] as const).flatMap((order) => [
    { ...FIRST, order },
    { ...FIRST, order, after: row },
    { ...FIRST, order, before: row, filenamePart: 'x', mediaType: 'y' },
  ]);
  for (const name of ['templates', 'projects', 'datasets', 'datasetDocuments', 'iterations', 'predictions'] as const) {
    const plans = await plansOf(async (d1) => {
      const shelf = createD1Shelves(d1)[name];
      for (const window of windows) await shelf.list('a', 'o', window);
      await shelf.get('a', 'x');
      await shelf.about('a', 'd');
      await shelf.remove('a', 'x');
    });
    expect(plans).toHaveLength(9);
    for (const plan of plans) expect(plan).toMatch(/^SEARCH \w+ USING INDEX/);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  }
});
