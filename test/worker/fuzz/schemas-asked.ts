/// <reference types="vite/types/importMeta.d.ts" />
import { z } from 'zod';

const MODULES: Readonly<Record<string, Record<string, unknown>>> = import.meta.glob('../../../src/http/**/*.ts', {
  eager: true,
});

const SCHEMAS: readonly z.ZodType[] = Object.values(MODULES)
  .flatMap((module) => Object.values(module))
  .filter((value): value is z.ZodType => value instanceof z.ZodType);

/** What is asked of a request's parts while `call` runs: the schemas that every door has looked at its input with. */
export async function schemasAsked(call: () => Promise<unknown>): Promise<readonly z.ZodType[]> {
  const asked = new Set<z.ZodType>();
  const originals = SCHEMAS.map((schema) => [schema, schema.safeParse] as const);
  for (const [schema, safeParse] of originals)
    schema.safeParse = (input, parameters) => {
      asked.add(schema);
      return safeParse(input, parameters);
    };
  try {
    await call();
  } finally {
    for (const [schema, safeParse] of originals) schema.safeParse = safeParse;
  }
  return [...asked];
}
