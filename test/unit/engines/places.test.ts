import { describe, expect, it } from 'vitest';
import { Places } from '../../../src/engines/layout/places';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('where locators stand', () => {
  it('is told of boxes of any size, the one added first before those that hold the same place', () => {
    const places = new Places();
    places.add(1, box(0, 0, 1e12, 1e12), 'page');
    places.add(1, box(10, 10, 20, 10), 'cell');
    places.add(2, box(10, 10, 20, 10), 'cell of 2');
    places.add(2, box(0, 0, 1e12, 1e12), 'page 2');
    expect(places.at(1, box(12, 12, 4, 4))).toBe('page');
    expect(places.at(2, box(12, 12, 4, 4))).toBe('cell of 2');
    expect(places.at(2, box(500, 500, 4, 4))).toBe('page 2');
    expect(places.at(3, box(12, 12, 4, 4))).toBeNull();
  });
});
