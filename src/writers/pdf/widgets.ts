import {
  type PDFAcroField,
  PDFCheckBox,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFOptionList,
  type PDFPage,
  PDFRadioGroup,
  type PDFRef,
  PDFString,
  PDFTextField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib';
import { openPdf } from './open-pdf';
import { type Area, frameOf } from './page-frame';

/** A field of the form that a file itself declares (ISO 32000-1, 12.7), at one of its places. */
export interface Widget {
  /** Names it within its file. */
  readonly id: string;
  /** Full name of its field. */
  readonly name: string;
  readonly type: 'text' | 'checkbox';
  /** 1-based. */
  readonly page: number;
  readonly box: Area;
  /** What its author says that belongs there; null: nothing. */
  readonly tooltip: string | null;
  /** What may be chosen; []: anything. */
  readonly choices: readonly string[];
  /** Of a box to be ticked that is one of several: what it stands for; null: it stands alone. */
  readonly option: string | null;
  /** As it stands; null: nothing does. Of a box to be ticked "true" or "false". */
  readonly value: string | null;
}

/** The fields that can be filled in, page by page; []: the file declares none. Throws `WriteError`. */
export async function readWidgets(bytes: Uint8Array): Promise<readonly Widget[]> {
  return placedWidgets(await openPdf(bytes)).map(({ facts }) => facts);
}

/** A widget with what is written when it is set. */
export interface PlacedWidget {
  readonly facts: Widget;
  readonly field: PDFField;
  readonly widget: PDFWidgetAnnotation;
}

/** Fields of one form; more are none that anybody fills in. */
const MAX_WIDGETS = 2000;
/** Bits of an annotation that is not shown: hidden, no view. */
const NOT_SHOWN = 0b100010;

/** In the order of pages, from the top. */
export function placedWidgets(pdf: PDFDocument): PlacedWidget[] {
  if (pdf.catalog.getAcroForm() === undefined) return [];
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref, { page, number: index + 1 }]));
  const holders = annotationHolders(pdf);
  const placed = fieldsOf(pdf).flatMap((field) =>
    field.acroField.getWidgets().flatMap((widget, index): PlacedWidget[] => {
      const ref = holders.get(widget.dict) ?? widget.P();
      const holder = ref === undefined ? undefined : pages.get(ref);
      if (holder === undefined || (flagsOf(widget) & NOT_SHOWN) !== 0) return [];
      const facts = factsOf(field, widget, index, holder.page, holder.number);
      return facts === null ? [] : [{ facts, field, widget }];
    }),
  );
  return placed
    .slice(0, MAX_WIDGETS)
    .sort((a, b) => a.facts.page - b.facts.page || rowOf(a) - rowOf(b) || a.facts.box.x - b.facts.box.x);
}

/** Widgets whose lower sides are this close, in points, stand in one line. */
const ROW = 8;
const rowOf = ({ facts: { box } }: PlacedWidget): number => Math.round((box.y + box.height) / ROW);

/** Which page shows an annotation: widgets themselves need not say. */
function annotationHolders(pdf: PDFDocument): ReadonlyMap<PDFDict, PDFRef> {
  const holders = new Map<PDFDict, PDFRef>();
  for (const page of pdf.getPages()) {
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const dict = pdf.context.lookup(annotation);
      if (dict instanceof PDFDict) holders.set(dict, page.ref);
    }
  }
  return holders;
}

/** A field whose dictionary is broken is left out. */
function fieldsOf(pdf: PDFDocument): readonly PDFField[] {
  try {
    return pdf.getForm().getFields();
  } catch {
    return [];
  }
}

function flagsOf(widget: PDFWidgetAnnotation): number {
  try {
    return widget.getFlags();
  } catch {
    return 0;
  }
}

function factsOf(
  field: PDFField,
  widget: PDFWidgetAnnotation,
  index: number,
  page: PDFPage,
  number: number,
): Widget | null {
  const kind = kindOf(field, widget);
  const box = frameOf(page).toDisplay(widget.getRectangle());
  if (kind === null || field.isReadOnly() || box.width <= 0 || box.height <= 0) return null;
  const name = field.getName();
  return { id: `${name}#${index}`, name, page: number, box, tooltip: tooltipOf(field.acroField, widget), ...kind };
}

type Kind = Pick<Widget, 'type' | 'choices' | 'option' | 'value'>;

/** Null for what nobody fills in: buttons, signatures, and what is not known. */
function kindOf(field: PDFField, widget: PDFWidgetAnnotation): Kind | null {
  if (field instanceof PDFTextField) return { ...TEXT, value: textOf(() => field.getText()) };
  if (field instanceof PDFDropdown || field instanceof PDFOptionList)
    return { ...TEXT, choices: field.getOptions(), value: textOf(() => field.getSelected().join(', ')) };
  const isRadio = field instanceof PDFRadioGroup;
  if (!isRadio && !(field instanceof PDFCheckBox)) return null;
  const on = widget.getOnValue();
  const state = widget.getAppearanceState();
  const several = field.acroField.getWidgets().length > 1;
  const option = on?.decodeText() ?? null;
  const value = String(on !== undefined && state === on);
  return { type: 'checkbox', choices: [], option: isRadio || several ? option : null, value };
}

const TEXT = { type: 'text', choices: [], option: null } as const;

/** Rich text cannot be read. */
function textOf(read: () => string | undefined): string | null {
  try {
    return read() || null;
  } catch {
    return null;
  }
}

/** The widget's own where each has one, as those of a group of boxes do. */
function tooltipOf(field: PDFAcroField, widget: PDFWidgetAnnotation): string | null {
  for (const dict of [widget.dict, field.dict]) {
    const text = dict.lookup(PDFName.of('TU'));
    if (text instanceof PDFString || text instanceof PDFHexString) return text.decodeText().trim() || null;
  }
  return null;
}
