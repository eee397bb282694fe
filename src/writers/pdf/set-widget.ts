import {
  type Color,
  colorToComponents,
  PDFCheckBox,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFTextField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib';
import type { Lettering } from './draw-text';
import { fitText, sizeOnOneLine } from './fit-text';
import type { PlacedWidget } from './widgets';

const OFF = PDFName.of('Off');

/** Sets a field of the form and draws what it shows, so that every viewer shows it. `font`: one that has the value's letters. */
export function setWidget({ field, widget }: PlacedWidget, value: string, { font, ink }: Lettering): void {
  if (field instanceof PDFTextField) setText(field, value, font, ink);
  else if (field instanceof PDFDropdown || field instanceof PDFOptionList) choose(field, value, font, ink);
  else if (field instanceof PDFCheckBox || field instanceof PDFRadioGroup) setTick(field, widget, value === 'true');
}

function setText(field: PDFTextField, value: string, font: PDFFont, ink: Color): void {
  const most = field.getMaxLength();
  const bare = value.replace(/[\s./:\-–]/g, '');
  const fits = (text: string): boolean => most === undefined || [...text].length <= most;
  if (field.isRichFormatted()) field.disableRichFormatting();
  if (!fits(value) && !(field.isCombed() && fits(bare))) {
    // More than its author thought of is still to be read whole.
    field.disableCombing();
    field.removeMaxLength();
  }
  const text = field.isCombed() && !fits(value) ? bare : value;
  field.setText(text);
  const cells = field.isCombed() ? (field.getMaxLength() ?? 0) : 0;
  draw(field, ink, { font, size: (room) => sizeOf(text, room, font, field.isMultiline(), cells) });
}

function choose(field: PDFDropdown | PDFOptionList, value: string, font: PDFFont, ink: Color): void {
  if (field.getOptions().includes(value)) field.select(value);
  else if (field instanceof PDFDropdown) {
    field.enableEditing();
    field.addOptions(value);
    field.select(value);
  } else field.select(value.split(/\s*,\s*/).filter((one) => field.getOptions().includes(one)));
  const isList = field instanceof PDFOptionList;
  draw(field, ink, { font, size: (room) => (isList ? LARGEST : sizeOf(value, room, font, false, 0)) });
}

/** Of several boxes of one field the others are no longer ticked. */
function setTick(field: PDFCheckBox | PDFRadioGroup, widget: PDFWidgetAnnotation, ticked: boolean): void {
  if (field.needsAppearancesUpdate()) field.updateAppearances();
  const on = widget.getOnValue() ?? PDFName.of('Yes');
  const { acroField } = field;
  const isOn = widget.getAppearanceState() === on;
  if (!ticked && !isOn) return;
  acroField.dict.set(PDFName.of('V'), ticked ? on : OFF);
  for (const one of acroField.getWidgets()) {
    const own = one.getOnValue() ?? PDFName.of('Yes');
    const shows = ticked && (one.dict === widget.dict || (field instanceof PDFCheckBox && own === on));
    one.setAppearanceState(shows ? own : OFF);
  }
}

const COLOUR = /(?:(?:\d*\.\d+|\d+)\s+){1,4}(?:g|rg|k)\b/g;
const FONT = /\/(\S+)\s+(\d*\.?\d+)\s+Tf/;
/** Points of letters where a field says nothing of their size. */
const LARGEST = 12;
/** Points between a field's border and its text. */
const PADDING = 2;
/** Share of a field's height that one line of letters takes, and of a cell's width. */
const SHARE_OF_LINE = 0.72;
const SHARE_OF_CELL = 0.9;

interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws what a field shows, in letters as large as it says, smaller where the text is too long for that. What it says of
 * its letters stays for whoever changes it later, but for their colour.
 */
function draw(
  field: PDFTextField | PDFDropdown | PDFOptionList,
  ink: Color,
  { font, size }: { readonly font: PDFFont; readonly size: (room: Room) => number },
): void {
  const channels = colorToComponents(ink).join(' ');
  const kept = holdersOf(field).map((holder) => {
    const said = holder.getDefaultAppearance() ?? '/Helv 0 Tf';
    return { holder, said: `${channels} rg ${said.replace(COLOUR, '').trim()}` };
  });
  const asked = Number(FONT.exec(kept[0]?.said ?? '')?.[2] ?? 0);
  const fitting = Math.min(...field.acroField.getWidgets().map((widget) => size(roomOf(widget))));
  const points = asked > 0 ? Math.min(asked, fitting) : fitting;
  for (const { holder, said } of kept) holder.setDefaultAppearance(said.replace(FONT, `/$1 ${points} Tf`));
  field.updateAppearances(font);
  for (const { holder, said } of kept) holder.setDefaultAppearance(said);
}

/** The field, and those of its places that speak for themselves. */
const holdersOf = (field: PDFField) => [
  field.acroField,
  ...field.acroField.getWidgets().filter((widget) => widget.getDefaultAppearance() !== undefined),
];

function roomOf(widget: PDFWidgetAnnotation): Room {
  const { width, height } = widget.getRectangle();
  const turn = widget.getAppearanceCharacteristics()?.getRotation() ?? 0;
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

function sizeOf(text: string, room: Room, font: PDFFont, isMultiline: boolean, cells: number): number {
  const measure = (piece: string, size: number): number => font.widthOfTextAtSize(piece, size);
  const width = Math.max(1, room.width - 2 * PADDING);
  const line = Math.min(LARGEST, SHARE_OF_LINE * room.height);
  if (cells > 0) return Math.min(line, (SHARE_OF_CELL * room.width) / cells);
  if (!isMultiline) return sizeOnOneLine(text, width, line, measure);
  return fitText(text, { width, height: Math.max(1, room.height - 2 * PADDING), pitch: null }, measure).size;
}
