import { type Color, LineCapStyle, type PDFPage } from '@cantoo/pdf-lib';
import { type Area, frameOf } from './page-frame';

/** Share of a box that stays free around a cross, on each side. */
const MARGIN = 0.18;
/** Thickness of its strokes as a part of the box's side, and in points at most. */
const STROKE = 0.13;
const MAX_STROKE = 1.6;

/** A cross in the middle of a box. */
export function drawTick(page: PDFPage, box: Area, ink: Color): void {
  const frame = frameOf(page);
  const side = Math.min(box.width, box.height);
  const reach = side * (0.5 - MARGIN);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const stroke = (x1: number, y1: number, x2: number, y2: number): void => {
    page.drawLine({
      start: frame.toPage(x1, y1),
      end: frame.toPage(x2, y2),
      thickness: Math.min(MAX_STROKE, STROKE * side),
      color: ink,
      lineCap: LineCapStyle.Round,
    });
  };
  stroke(x - reach, y - reach, x + reach, y + reach);
  stroke(x - reach, y + reach, x + reach, y - reach);
}
