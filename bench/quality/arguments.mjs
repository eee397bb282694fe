import { parseArgs } from 'node:util';

const OPTIONS = {
  set: { type: 'string' },
  kind: { type: 'string' },
  lang: { type: 'string' },
  docs: { type: 'boolean', default: false },
  errors: { type: 'string' },
  json: { type: 'string' },
  keep: { type: 'boolean', default: false },
  operations: { type: 'boolean', default: false },
};
const list = (text) => text?.split(',') ?? null;

/**
 * Reads the flags that `allowed` names: `{ set, kinds, languages, docs, errors, json, keep, operations }`. `json` is a file, '-' for
 * standard output, or null. Throws `UsageError` on anything else.
 */
export function readArguments(args, allowed) {
  const options = Object.fromEntries(allowed.map((name) => [name, OPTIONS[name]]));
  try {
    const { values } = parseArgs({ args: withJsonFile(args), options, allowPositionals: false });
    const errors = Number(values.errors ?? 0);
    if (!Number.isInteger(errors) || errors < 0) throw new Error(`--errors ${values.errors}: must be a whole number`);
    return {
      set: values.set ?? null,
      kinds: list(values.kind),
      languages: list(values.lang),
      docs: values.docs ?? false,
      errors,
      json: values.json ?? null,
      keep: values.keep ?? false,
      operations: values.operations ?? false,
    };
  } catch (error) {
    throw new UsageError(error.message);
  }
}

export class UsageError extends Error {}

/** `--json` may stand alone: then it means standard output. */
const withJsonFile = (args) =>
  args.flatMap((arg, index) => {
    const next = args[index + 1];
    return arg === '--json' && (next === undefined || next.startsWith('--')) ? ['--json', '-'] : [arg];
  });
