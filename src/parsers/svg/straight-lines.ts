import type { Rule } from '../parsed-document';
import { apply, type Matrix, numbersIn, type Point } from './matrix';

/** Corners of one shape; a path of more is a drawing. */
const MAX_CORNERS = 2000;
/** Points by which the ends of a rule may differ across it. */
const SLACK = 0.5;

/** The horizontal and vertical lines of a shape, as rules on the page. Curves and slopes are none. */
export function rulesOfShape(name: string, attributes: Readonly<Record<string, string>>, matrix: Matrix): Rule[] {
  return cornersOf(name, attributes).flatMap((corners) => rulesBetween(corners.map((corner) => apply(matrix, corner))));
}

function cornersOf(name: string, attributes: Readonly<Record<string, string>>): Point[][] {
  const number = (key: string): number => numbersIn(attributes[key])[0] ?? 0;
  switch (name) {
    case 'line':
      return [
        [
          { x: number('x1'), y: number('y1') },
          { x: number('x2'), y: number('y2') },
        ],
      ];
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      if (width <= 0 || height <= 0) return [];
      const [right, bottom] = [x + width, y + height];
      return [
        [
          { x, y },
          { x: right, y },
          { x: right, y: bottom },
          { x, y: bottom },
          { x, y },
        ],
      ];
    }
    case 'polyline':
    case 'polygon': {
      const corners = pairs(numbersIn(attributes.points).slice(0, 2 * MAX_CORNERS));
      return [name === 'polygon' ? [...corners, ...corners.slice(0, 1)] : corners];
    }
    case 'path':
      return straightPath(attributes.d ?? '');
    default:
      return [];
  }
}

const pairs = (numbers: readonly number[]): Point[] =>
  numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));

/** Path data (SVG 1.1, 8.3) of straight pieces alone; none where anything is curved. */
function straightPath(data: string): Point[][] {
  if (/[csqta]/i.test(data.replace(/e[-+]?\d/gi, '')) || data.length > 20 * MAX_CORNERS) return [];
  const paths: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  let current: Point[] = [];
  const lineTo = (point: Point): void => {
    at = point;
    current.push(point);
  };
  for (const [, command = '', given = ''] of data.matchAll(/([mlhvz])([^mlhvz]*)/gi)) {
    const isRelative = command === command.toLowerCase();
    const from = (): Point => (isRelative ? at : { x: 0, y: 0 });
    const numbers = numbersIn(given);
    if (/z/i.test(command) && current[0] !== undefined) lineTo(current[0]);
    else if (/h/i.test(command)) for (const x of numbers) lineTo({ x: from().x + x, y: at.y });
    else if (/v/i.test(command)) for (const y of numbers) lineTo({ x: at.x, y: from().y + y });
    else {
      pairs(numbers).forEach(({ x, y }, index) => {
        if (/m/i.test(command) && index === 0) {
          current = [];
          paths.push(current);
        }
        lineTo({ x: from().x + x, y: from().y + y });
      });
    }
  }
  return paths;
}

function rulesBetween(corners: readonly Point[]): Rule[] {
  return corners.slice(1).flatMap((to, index): Rule[] => {
    const from = corners[index] ?? to;
    const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    if (Math.min(width, height) > SLACK || Math.max(width, height) <= SLACK) return [];
    return [
      {
        x1: Math.min(from.x, to.x),
        y1: Math.min(from.y, to.y),
        x2: Math.max(from.x, to.x),
        y2: Math.max(from.y, to.y),
      },
    ];
  });
}
