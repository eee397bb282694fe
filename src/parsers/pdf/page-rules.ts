import type { ParsedPage, VectorLine, VectorShape } from '@llamaindex/liteparse-wasm';
import type { Rule } from '../parsed-document';

/** A filled box this thin, in points, is a drawn line. */
const MAX_RULE_THICKNESS = 2.5;
/** Shorter strokes are parts of glyphs and logos. */
const MIN_RULE_LENGTH = 4;
/** Ends this close, in points, belong to one line drawn in pieces. */
const JOIN_WITHIN = 2;
/** More rules than this on a page are a drawing, not a table. */
const MAX_RULES = 4000;

/** Drawn horizontal and vertical lines of a page, pieces joined, from vector graphics. White ones are invisible. */
export function rulesOfPage(page: ParsedPage): Rule[] {
  const graphics = page.vectorGraphics;
  if (graphics === undefined) return [];
  const rules = [...graphics.lines.flatMap(ruleOfLine), ...graphics.shapes.flatMap(rulesOfShape)].filter(
    (rule) => rule.x2 - rule.x1 + (rule.y2 - rule.y1) >= MIN_RULE_LENGTH && isOnPage(rule, page),
  );
  return rules.length > MAX_RULES ? [] : joined(rules);
}

function ruleOfLine(line: VectorLine): Rule[] {
  const color = line.stroke ? line.strokeColor : line.fillColor;
  if (isWhite(color)) return [];
  const left = Math.min(line.x1, line.x2);
  const right = Math.max(line.x1, line.x2);
  const top = Math.min(line.y1, line.y2);
  const bottom = Math.max(line.y1, line.y2);
  if (bottom - top <= 0.5) return [horizontal(left, right, (top + bottom) / 2)];
  return right - left <= 0.5 ? [vertical((left + right) / 2, top, bottom)] : [];
}

function rulesOfShape(shape: VectorShape): Rule[] {
  if (shape.hasCurve) return [];
  const visible = (shape.stroke && !isWhite(shape.strokeColor)) || (shape.fill && !isWhite(shape.fillColor));
  if (!visible) return [];
  const { x, y, width, height } = shape.bbox;
  if (height <= MAX_RULE_THICKNESS && width > height) return [horizontal(x, x + width, y + height / 2)];
  if (width <= MAX_RULE_THICKNESS) return [vertical(x + width / 2, y, y + height)];
  return [];
}

function horizontal(x1: number, x2: number, y: number): Rule {
  return { x1, y1: y, x2, y2: y };
}

function vertical(x: number, y1: number, y2: number): Rule {
  return { x1: x, y1, x2: x, y2 };
}

export function isWhite(argb: string | undefined): boolean {
  return argb !== undefined && (/^..(?:f[89a-f]){3}$/i.test(argb) || argb.startsWith('00'));
}

function isOnPage(rule: Rule, page: ParsedPage): boolean {
  return rule.x2 >= 0 && rule.y2 >= 0 && rule.x1 <= page.width && rule.y1 <= page.height;
}

function joined(rules: readonly Rule[]): Rule[] {
  const flat = joinAlong(
    rules.filter((rule) => rule.y1 === rule.y2).map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 })),
  );
  const upright = joinAlong(
    rules.filter((rule) => rule.y1 !== rule.y2).map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 })),
  );
  return [
    ...flat.map(({ at, from, to }) => horizontal(from, to, at)),
    ...upright.map(({ at, from, to }) => vertical(at, from, to)),
  ];
}

interface Span {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function joinAlong(spans: readonly Span[]): Span[] {
  const tracks: Span[][] = [];
  for (const span of [...spans].sort((a, b) => a.at - b.at)) {
    const track = tracks[tracks.length - 1];
    const first = track?.[0];
    if (track !== undefined && first !== undefined && span.at - first.at <= JOIN_WITHIN) track.push(span);
    else tracks.push([span]);
  }
  return tracks.flatMap((track) => {
    const whole: Span[] = [];
    for (const span of [...track].sort((a, b) => a.from - b.from)) {
      const last = whole[whole.length - 1];
      if (last !== undefined && span.from - last.to <= JOIN_WITHIN) {
        whole[whole.length - 1] = { ...last, to: Math.max(last.to, span.to) };
      } else whole.push({ ...span, at: track[0]?.at ?? span.at });
    }
    return whole;
  });
}
