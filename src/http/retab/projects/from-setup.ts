/** Our configurations as theirs — pure. */
import type { Reading, Setup, Task } from '../../../jobs/projects/project';
import { fromSubdocument } from '../kinds-wire';
import { modelOf } from '../models';
import type { Config, ShownSettings } from './setup-wire';

/** The vendor's default. */
const DEFAULT_DPI = 192;

export const fromReading = ({ model, dpi, readings }: Reading): ShownSettings => ({
  model: modelOf(model),
  image_resolution_dpi: dpi ?? DEFAULT_DPI,
  n_consensus: readings,
});

export function fromSetup({ task, reading }: Setup): Config {
  const inference_settings = fromReading(reading);
  switch (task.operation) {
    case 'extract':
      return {
        inference_settings,
        json_schema: { ...task.definition },
        human_in_the_loop_criteria: [],
        computation_spec: { computations: [] },
      };
    case 'split': {
      const subdocuments = task.subdocuments.map(fromSubdocument);
      return { inference_settings, split_config: subdocuments, json_schema: {}, subdocuments };
    }
    case 'classify':
      return { inference_settings, categories: [...task.categories] };
  }
}

/** The task of a dataset. */
export function fromBase({ task, reading }: Setup): Readonly<Record<string, unknown>> {
  const base_inference_settings = fromReading(reading);
  switch (task.operation) {
    case 'extract':
      return { base_json_schema: task.definition, base_inference_settings };
    case 'split': {
      const base_subdocuments = task.subdocuments.map(fromSubdocument);
      return { base_split_config: base_subdocuments, base_json_schema: {}, base_subdocuments, base_inference_settings };
    }
    case 'classify':
      return { base_categories: task.categories, base_inference_settings };
  }
}

/** The task by itself, as an iteration does it. */
export function fromTask(task: Task): Readonly<Record<string, unknown>> {
  switch (task.operation) {
    case 'extract':
      return task.definition;
    case 'split': {
      const subdocuments = task.subdocuments.map(fromSubdocument);
      return { split_config: subdocuments, json_schema: {}, subdocuments };
    }
    case 'classify':
      return { categories: task.categories };
  }
}
