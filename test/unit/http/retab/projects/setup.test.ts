import { describe, expect, it } from 'vitest';
import { fromBase, fromSetup } from '../../../../../src/http/retab/projects/from-setup';
import { emptyTask, toBase, toSetup } from '../../../../../src/http/retab/projects/to-setup';
import { type Setup, USUAL_READING } from '../../../../../src/jobs/projects/project';
import { SCHEMA_LIMITS } from '../../../../../src/schema/limits';

const SCHEMA = { type: 'object', properties: { total: { type: 'number' } } };
const KINDS = [{ name: 'invoice', description: 'with a total', partition_key: 'number' }];
const reading = { model: 'retab-large', dpi: 300, readings: 3 };
const SETTINGS = { model: 'retab-large', image_resolution_dpi: 300, n_consensus: 3 };
const SHOWN = { inference_settings: SETTINGS };

describe('a configuration', () => {
  it('says what a project of its kind does, and nothing of what another does', () => {
    const body = { inference_settings: SETTINGS, json_schema: SCHEMA, split_config: KINDS, categories: KINDS };
    expect(toSetup('extract', body, SCHEMA_LIMITS)).toEqual({
      task: { operation: 'extract', definition: SCHEMA },
      reading,
    });
    const subdocument = { name: 'invoice', description: 'with a total', partitionKey: 'number' };
    expect(toSetup('split', body, SCHEMA_LIMITS)).toEqual({
      task: { operation: 'split', subdocuments: [subdocument] },
      reading,
    });
    const category = { name: 'invoice', description: 'with a total' };
    expect(toSetup('classify', body, SCHEMA_LIMITS)).toEqual({
      task: { operation: 'classify', categories: [category] },
      reading,
    });
    expect(toSetup('classify', { json_schema: SCHEMA }, SCHEMA_LIMITS)).toEqual({});
  });

  it('of subdocuments has two names', () => {
    expect(toSetup('split', { subdocuments: KINDS }, SCHEMA_LIMITS)).toEqual(
      toSetup('split', { split_config: KINDS }, SCHEMA_LIMITS),
    );
  });

  it('is refused with the name under which its schema stands', () => {
    const json_schema = { type: 'nothing' };
    const field = 'published_config.json_schema.type';
    expect(() => toSetup('extract', { json_schema }, SCHEMA_LIMITS, 'published_config.')).toThrow(
      expect.objectContaining({ details: { field } }),
    );
    expect(() => toBase('extract', { base_json_schema: json_schema }, SCHEMA_LIMITS)).toThrow(
      expect.objectContaining({ details: { field: 'base_json_schema.type' } }),
    );
    expect(toSetup('extract', { json_schema: {} }, SCHEMA_LIMITS)).toEqual({ task: emptyTask('extract') });
  });

  it('comes back as it was said, with what was not', () => {
    const setup: Setup = { task: { operation: 'extract', definition: SCHEMA }, reading };
    const older = { human_in_the_loop_criteria: [], computation_spec: { computations: [] } };
    expect(fromSetup(setup)).toEqual({ ...SHOWN, json_schema: SCHEMA, ...older });
    expect(fromBase(setup)).toEqual({ base_json_schema: SCHEMA, base_inference_settings: SETTINGS });
    const usual = { model: 'retab-small', image_resolution_dpi: 192, n_consensus: 1 };
    expect(fromSetup({ task: emptyTask('classify'), reading: USUAL_READING })).toEqual({
      inference_settings: usual,
      categories: [],
    });
    const split = { ...toSetup('split', { split_config: KINDS }, SCHEMA_LIMITS), reading } as Setup;
    expect(fromSetup(split)).toEqual({ ...SHOWN, split_config: KINDS, subdocuments: KINDS, json_schema: {} });
  });
});
