import { expect, test } from 'vitest';
import { decideRetry, MAX_ERRORS, MAX_OUTAGES } from '../../../src/pipeline/retry-policy';

const broken = { code: 'engine-unavailable', message: '' } as const;
const away = { code: 'storage-unavailable', message: '' } as const;

test('a problem of the surroundings is tried again, later each time and never at the same moment', () => {
  expect(decideRetry(broken, 0, 0)).toEqual({ kind: 'again', delayMs: 1_000 });
  expect(decideRetry(broken, 2, 0.5)).toEqual({ kind: 'again', delayMs: 6_000 });
});

test('a problem of the document, or one time too many, is given up', () => {
  expect(decideRetry({ code: 'document-unreadable', message: '' }, 0, 0)).toEqual({ kind: 'give-up' });
  expect(decideRetry(broken, MAX_ERRORS - 1, 0)).toEqual({ kind: 'give-up' });
});

test('an outage of our own storage is sat out for about a day', () => {
  expect(decideRetry(away, MAX_ERRORS, 0)).toEqual({ kind: 'again', delayMs: 32_000 });
  expect(decideRetry(away, MAX_OUTAGES - 2, 1)).toEqual({ kind: 'again', delayMs: 120_000 });
  expect(decideRetry(away, MAX_OUTAGES - 1, 0)).toEqual({ kind: 'give-up' });
});
