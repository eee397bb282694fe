import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filled, named, routesOf } from './every-route';
import { ask, ownerOfEverything } from './owned-things';

const ID = '00000000-0000-4000-8000-000000000000';

/** Half of what is sent looks right at first sight, so that it gets past the first look. */
const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, '', ID, true, -1, [ID], {}, 1e300, 'invoice'),
);
const kind = fc.record(
  { name: fc.oneof(wild, fc.string()), description: wild, partition_key: wild },
  { requiredKeys: [] },
);
const settings = fc.record({ model: wild, image_resolution_dpi: wild, n_consensus: wild }, { requiredKeys: [] });
const config = {
  inference_settings: fc.oneof(wild, settings),
  json_schema: fc.oneof(wild, fc.object({ maxDepth: 2 })),
  split_config: fc.oneof(wild, fc.array(kind)),
  categories: fc.oneof(wild, fc.array(kind)),
};
const file = fc.oneof(
  wild,
  fc.record({
    filename: wild,
    url: fc.oneof(
      wild,
      fc.base64String().map((text) => `data:a/b;base64,${text}`),
    ),
  }),
);
const overrides = fc.oneof(wild, fc.record({ descriptionsOverride: fc.oneof(wild, fc.dictionary(fc.string(), wild)) }));
const body = fc.oneof(
  wild,
  fc.record(
    {
      ...config,
      name: fc.oneof(wild, fc.string()),
      draft_config: fc.oneof(wild, fc.record(config, { requiredKeys: [] })),
      published_config: fc.oneof(wild, fc.record(config, { requiredKeys: [] })),
      is_published: wild,
      document: file,
      mime_data: file,
      form_fields: fc.oneof(wild, fc.array(fc.record({ bbox: wild, type: fc.constant('text'), key: wild }))),
      prediction_data: fc.oneof(wild, fc.record({ prediction: wild, metadata: wild }, { requiredKeys: [] })),
      validation_flags: wild,
      schema_overrides: overrides,
      draft: fc.oneof(wild, fc.record({ schema_overrides: overrides, inference_settings: settings })),
      parent_id: wild,
      dataset_document_id: wild,
      dataset_id: wild,
      iteration_id: wild,
      n_consensus: wild,
    },
    { requiredKeys: [] },
  ),
);

test('nothing that is sent to templates, projects, datasets and iterations is an error of the server', async () => {
  const { account, owned } = await ownerOfEverything();
  const ids = {
    kind: 'extract',
    id: owned.template,
    project: owned['extract project'],
    dataset: owned.dataset,
    document: owned['dataset document'],
    iteration: owned.iteration,
    prediction: owned.prediction,
  };
  const routes = routesOf('retab').closed.filter(
    ({ method, path }) => ['POST', 'PATCH'].includes(method) && /^\/v1\/(projects|evals|edit\/templates)\b/.test(path),
  );
  expect(routes.length).toBeGreaterThan(40);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), body, async (route, json) => {
      const { status, body: answer } = await ask('retab', account, route.method, filled(route.path, ID, ids), { json });
      expect([named(route), status < 500 ? 'answered' : answer]).toEqual([named(route), 'answered']);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
