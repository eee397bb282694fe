import { expect } from 'vitest';
import { z } from 'zod';
import type { Answer } from './client';

/** The body as the model reads it. Fails, saying why, where the status is another or the model refuses the body. */
export function readAs<Model extends z.ZodType>(
  answer: Answer<unknown>,
  status: number,
  model: Model,
): z.output<Model> {
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status });
  return parseAs(model, answer.body);
}

export function parseAs<Model extends z.ZodType>(model: Model, body: unknown): z.output<Model> {
  const read = model.safeParse(body);
  if (read.success) return read.data;
  throw new Error(`${z.prettifyError(read.error)}\nin ${JSON.stringify(body)}`);
}
