import { degrees, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { FORMS } from './form-contents.mjs';

/**
 * Forms drawn by a program that knows where their fields are: one for each pair of a content and a look. A field is
 * `{ page, left, top, width, height }` as shares of the page, its `type`, and the `label` printed for it.
 */
export async function drawnForms() {
  const forms = [];
  for (const [index, look] of LOOKS.entries()) {
    for (const content of [FORMS[index % FORMS.length], FORMS[(index + 5) % FORMS.length]]) {
      forms.push(await drawForm(look, content));
    }
  }
  return forms;
}

const INK = rgb(0, 0, 0);
const GRAY = rgb(0.45, 0.45, 0.45);
const TINT = rgb(0.9, 0.93, 0.98);

/** Every way to show where something is to be written. `draw` puts one field at `x, y` (top left) and tells its box. */
const LOOKS = [
  { name: 'rule right of label', columns: 1, rowHeight: 24, draw: ruleRight },
  { name: 'two rules a row', columns: 2, rowHeight: 26, draw: ruleRight },
  { name: 'frame right of label', columns: 1, rowHeight: 28, draw: frameRight },
  { name: 'frame below label', columns: 2, rowHeight: 40, draw: frameBelow },
  { name: 'small print in the frame', columns: 2, rowHeight: 30, gap: 0, draw: smallPrint },
  { name: 'table of label and blank', columns: 1, rowHeight: 22, gap: 0, draw: tableRow },
  { name: 'underscores', columns: 1, rowHeight: 22, draw: underscores },
  { name: 'dots', columns: 1, rowHeight: 22, draw: dots },
  { name: 'tinted areas', columns: 2, rowHeight: 38, draw: tinted },
  { name: 'caption under the rule', columns: 2, rowHeight: 40, draw: captionBelow },
  { name: 'frames of four lines', columns: 1, rowHeight: 30, draw: fourLines },
  { name: 'tinted, right of label', columns: 1, rowHeight: 26, draw: tintedRight },
  { name: 'rules on a turned page', columns: 2, rowHeight: 26, turn: 90, draw: ruleRight },
  { name: 'dashed rules', columns: 1, rowHeight: 26, draw: dashed },
];

async function drawForm(look, { title, sections }) {
  const pdf = await PDFDocument.create();
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const sheet = new Sheet(pdf, fonts, look.turn ?? 0);
  sheet.text(title, 50, 56, 16, fonts.bold);
  let y = 84;
  for (const section of sections) {
    y += 14;
    sheet.text(section.title, 50, y, 11, fonts.bold);
    y += 10;
    y = drawFields(sheet, look, section.fields, y) + 8;
  }
  return { name: `${look.name}: ${title}`, bytes: await pdf.save(), fields: sheet.fields };
}

function drawFields(sheet, look, fields, top) {
  const { columns, rowHeight, gap = 12 } = look;
  const width = (495 - gap * (columns - 1)) / columns;
  let y = top;
  let column = 0;
  const newRow = () => {
    if (column > 0) y += rowHeight;
    column = 0;
  };
  for (const field of fields) {
    if (field.kind !== undefined) {
      newRow();
      y = SPECIAL[field.kind](sheet, field, y + 4, look) + 6;
      continue;
    }
    look.draw(sheet, field.label, 50 + column * (width + gap), y, width, rowHeight);
    column += 1;
    if (column === columns) newRow();
  }
  newRow();
  return y;
}

const SPECIAL = {
  /** Squares with their words after them, what is asked before. */
  choice(sheet, { label, options }, y) {
    sheet.text(`${label}:`, 50, y + 10, 10);
    let x = 50 + Math.max(120, sheet.width(`${label}:`, 10) + 16);
    for (const option of options) {
      sheet.frame(x, y + 2, 10, 10);
      sheet.field(x, y + 2, 10, 10, option, 'checkbox');
      sheet.text(option, x + 15, y + 10, 10);
      x += 15 + sheet.width(option, 10) + 22;
    }
    return y + 16;
  },
  /** A statement to be ticked. */
  tick(sheet, { label }, y) {
    sheet.frame(50, y + 1, 9, 9);
    sheet.field(50, y + 1, 9, 9, label, 'checkbox');
    sheet.text(label, 66, y + 9, 10);
    return y + 14;
  },
  /** A frame for each letter. */
  comb(sheet, { label, cells }, y) {
    sheet.text(label, 50, y + 12, 10);
    const x = 50 + Math.max(120, sheet.width(label, 10) + 14);
    for (let cell = 0; cell < cells; cell += 1) sheet.frame(x + cell * 14, y, 14, 17);
    sheet.field(x, y, cells * 14, 17, label);
    return y + 20;
  },
  /** Room for sentences. */
  tall(sheet, { label }, y) {
    sheet.text(label, 50, y + 9, 10);
    sheet.frame(50, y + 14, 495, 54);
    sheet.field(50, y + 14, 495, 54, label);
    return y + 72;
  },
};

function ruleRight(sheet, label, x, y, width, height) {
  sheet.text(`${label}:`, x, y + height - 6, 10);
  const from = x + Math.max(90, sheet.width(`${label}:`, 10) + 6);
  sheet.line(from, y + height - 4, x + width, y + height - 4);
  sheet.field(from, y + height - 18, x + width - from, 14, label);
}

function dashed(sheet, label, x, y, width, height) {
  sheet.text(label, x, y + height - 6, 10);
  const from = x + Math.max(130, sheet.width(label, 10) + 8);
  sheet.line(from, y + height - 4, x + width, y + height - 4, [2, 2]);
  sheet.field(from, y + height - 18, x + width - from, 14, label);
}

function frameRight(sheet, label, x, y, width, height) {
  sheet.text(label, x, y + 14, 10);
  sheet.frame(x + 150, y, width - 150, height - 8);
  sheet.field(x + 150, y, width - 150, height - 8, label);
}

function frameBelow(sheet, label, x, y, width, height) {
  sheet.text(label, x, y + 10, 9);
  sheet.frame(x, y + 14, width, height - 20);
  sheet.field(x, y + 14, width, height - 20, label);
}

function smallPrint(sheet, label, x, y, width, height) {
  sheet.frame(x, y, width, height);
  sheet.text(label, x + 3, y + 8, 6.5);
  sheet.field(x, y + 10, width, height - 10, label);
}

function tableRow(sheet, label, x, y, width, height) {
  sheet.frame(x, y, 170, height);
  sheet.frame(x + 170, y, width - 170, height);
  sheet.text(label, x + 4, y + 15, 10);
  sheet.field(x + 170, y, width - 170, height, label);
}

function underscores(sheet, label, x, y, width, height) {
  const count = Math.floor((width - sheet.width(`${label}: `, 10)) / sheet.width('_', 10));
  sheet.text(`${label}: ${'_'.repeat(count)}`, x, y + height - 6, 10);
  const from = x + sheet.width(`${label}: `, 10);
  sheet.field(from, y + height - 18, count * sheet.width('_', 10), 14, label);
}

function dots(sheet, label, x, y, width, height) {
  const count = Math.floor((width - sheet.width(`${label} `, 10)) / sheet.width('.', 10));
  sheet.text(`${label} ${'.'.repeat(count)}`, x, y + height - 6, 10);
  const from = x + sheet.width(`${label} `, 10);
  sheet.field(from, y + height - 18, count * sheet.width('.', 10), 14, label);
}

function tinted(sheet, label, x, y, width, height) {
  sheet.text(label, x, y + 9, 8.5);
  sheet.area(x, y + 13, width, height - 20);
  sheet.field(x, y + 13, width, height - 20, label);
}

function tintedRight(sheet, label, x, y, width, height) {
  sheet.text(label, x, y + 13, 10);
  sheet.area(x + 160, y, width - 160, height - 8);
  sheet.field(x + 160, y, width - 160, height - 8, label);
}

function captionBelow(sheet, label, x, y, width, height) {
  sheet.line(x, y + height - 16, x + width, y + height - 16);
  sheet.text(label, x, y + height - 8, 7, undefined, GRAY);
  sheet.field(x, y + height - 32, width, 16, label);
}

function fourLines(sheet, label, x, y, width, height) {
  sheet.text(`${label}:`, x, y + 14, 10);
  const [left, right, top, bottom] = [x + 150, x + width, y, y + height - 8];
  for (const [x1, y1, x2, y2] of [
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, top, left, bottom],
    [right, top, right, bottom],
  ])
    sheet.line(x1, y1, x2, y2);
  sheet.field(left, top, right - left, bottom - top, label);
}

/** One page, with distances in points from the top left as it is displayed. */
class Sheet {
  fields = [];

  constructor(pdf, fonts, turn) {
    this.fonts = fonts;
    this.size = { width: 595, height: 842 };
    this.turn = turn;
    this.page = pdf.addPage(turn === 90 ? [842, 595] : [595, 842]);
    this.page.setRotation(degrees(turn));
  }

  /** A place as the page's own. */
  at(x, y) {
    return this.turn === 90 ? { x: y, y: x } : { x, y: this.size.height - y };
  }

  width(text, size) {
    return this.fonts.plain.widthOfTextAtSize(text, size);
  }

  text(text, x, y, size, font = this.fonts.plain, color = INK) {
    this.page.drawText(text, { ...this.at(x, y), size, font, color, rotate: degrees(this.turn) });
  }

  line(x1, y1, x2, y2, dashArray) {
    const style = dashArray === undefined ? {} : { dashArray };
    this.page.drawLine({ start: this.at(x1, y1), end: this.at(x2, y2), thickness: 0.7, color: INK, ...style });
  }

  rectangle(x, y, width, height, style) {
    const a = this.at(x, y);
    const b = this.at(x + width, y + height);
    const [left, bottom] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    const sides = { width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    this.page.drawRectangle({ x: left, y: bottom, ...sides, ...style });
  }

  frame(x, y, width, height) {
    this.rectangle(x, y, width, height, { borderWidth: 0.8, borderColor: INK });
  }

  area(x, y, width, height) {
    this.rectangle(x, y, width, height, { color: TINT });
  }

  field(x, y, width, height, label, type = 'text') {
    const { width: w, height: h } = this.size;
    this.fields.push({ page: 1, left: x / w, top: y / h, width: width / w, height: height / h, label, type });
  }
}
