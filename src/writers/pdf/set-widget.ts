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
  colour(field, ink);
  field.setText(field.isCombed() && !fits(value) ? bare : value);
  field.updateAppearances(font);
}

function choose(field: PDFDropdown | PDFOptionList, value: string, font: PDFFont, ink: Color): void {
  colour(field, ink);
  if (field.getOptions().includes(value)) field.select(value);
  else if (field instanceof PDFDropdown) {
    field.enableEditing();
    field.addOptions(value);
    field.select(value);
  } else field.select(value.split(/\s*,\s*/).filter((one) => field.getOptions().includes(one)));
  field.updateAppearances(font);
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

/** What the field says about its letters stays, but for their colour. */
function colour(field: PDFField, ink: Color): void {
  const [red = 0, green = 0, blue = 0] = colorToComponents(ink);
  for (const holder of [field.acroField, ...field.acroField.getWidgets()]) {
    const said = holder.getDefaultAppearance();
    if (said === undefined && holder !== field.acroField) continue;
    const letters = (said ?? '/Helv 0 Tf').replace(COLOUR, '').trim();
    holder.setDefaultAppearance(`${red} ${green} ${blue} rg ${letters}`);
  }
}
