import { describe, expect, it } from 'vitest';
import { nameWords } from '../../../../src/engines/forms/name-words';

describe('the name of a field', () => {
  it.each([
    ['form1[0].Applicant[0].FirstName[0]', 'first_name'],
    ['Text_12', ''],
    ['check_box1_2_', ''],
    ['_12', ''],
    ['0'.repeat(80), ''],
  ])('%s says "%s"', (name, words) => {
    expect(nameWords(name)).toBe(words);
  });

  it('of digits and a letter is looked at once, not in every way it could be cut', () => {
    const begun = performance.now();
    expect(nameWords(`${'0'.repeat(200)}r`)).toBe('');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
