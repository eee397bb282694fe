import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../../src/writers/pdf/page-frame';

describe('A page as it is displayed', () => {
  it.each([
    [0, { width: 180, height: 360 }, { x: 20, y: 390 }, { x: 30, y: 370 }],
    [90, { width: 360, height: 180 }, { x: 20, y: 30 }, { x: 40, y: 40 }],
    [180, { width: 180, height: 360 }, { x: 200, y: 30 }, { x: 190, y: 50 }],
    [270, { width: 360, height: 180 }, { x: 200, y: 390 }, { x: 180, y: 380 }],
  ])('turned by %i degrees begins at the corner of what is shown of it', async (turn, size, origin, inside) => {
    const page = (await PDFDocument.create()).addPage([220, 440]);
    page.setCropBox(20, 30, 180, 360);
    page.setRotation(degrees(turn));
    const frame = frameOf(page);
    expect([{ width: frame.width, height: frame.height }, frame.toPage(0, 0), frame.toPage(10, 20)]).toEqual([
      size,
      origin,
      inside,
    ]);
    const area = { x: 10, y: 20, width: 30, height: 5 };
    const [a, b] = [frame.toPage(10, 20), frame.toPage(40, 25)];
    const own = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    expect(frame.toDisplay(own)).toEqual(area);
  });
});
