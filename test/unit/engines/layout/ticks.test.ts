import { describe, expect, test } from 'vitest';
import { ask } from '../ask';
import { type Print, paper } from '../paper';

const at = (...prints: Print[]) => paper([prints]);

describe('boxes to be ticked', () => {
  test.each([
    ['before its word', at([36, 100, 'Do you own a boat? ☐ Yes ☒ No']), false],
    ['after its word', at([36, 100, 'Do you own a boat? Yes ☒ No ☐']), true],
    ['in brackets', at([36, 100, 'Boat owned: [X] Yes [ ] No If yes, since: 2011']), true],
    ['in a cell of its own', at([36, 100, 'Boat'], [200, 100, '☒ ja ☐ nein']), true],
    ['under its caption', at([36, 100, 'Boat'], [36, 114, '☐ oui'], [36, 128, '☒ non']), false],
    ['after leading dots, the boxes parted', at([36, 100, 'Boat ..... (x) yes'], [154, 100, '( ) no']), true],
    ['alone, ticked', at([36, 100, '☒ Owns a boat']), true],
    ['alone, empty', at([36, 100, '☐ Owns a boat']), false],
    ['with none ticked', at([36, 100, 'Do you own a boat? ☐ Yes ☐ No']), null],
    ['with both ticked', at([36, 100, 'Do you own a boat? ☒ Yes ☒ No']), null],
  ])('a yes or no is read from the box %s', async (_where, document, value) => {
    const schema = { properties: { boat: { type: 'boolean', description: 'Owns a boat' } } };
    expect(await ask(document, schema)).toEqual({ boat: value });
  });

  test('several questions in one line are answered each by its own boxes', async () => {
    const document = at([36, 100, 'Coat: [ ] Small [X] Large Shoes: [X] Brown [ ] Black']);
    expect(await ask(document, { coat: 'string', shoes: 'string' })).toEqual({ coat: 'Large', shoes: 'Brown' });
  });

  test('two rows of boxes beside each other stay two', async () => {
    const document = at(
      [36, 100, 'Coat'],
      [300, 100, 'Shoes'],
      [36, 114, '☐ Small ☒ Large'],
      [300, 114, '☒ Brown ☐ Black'],
    );
    expect(await ask(document, { coat: 'string', shoes: 'string' })).toEqual({ coat: 'Large', shoes: 'Brown' });
  });

  test('boxes whose words are the allowed values need no caption', async () => {
    const document = at([36, 100, '☐ Morning ☒ Evening']);
    const schema = { properties: { shift: { enum: ['Morning', 'Evening'] } } };
    expect(await ask(document, schema)).toEqual({ shift: 'Evening' });
  });

  test('a row of boxes is never a value itself', async () => {
    const document = at([36, 100, 'Colour: ☐ red ☐ blue']);
    expect(await ask(document, { colour: 'string' })).toEqual({ colour: null });
  });
});
