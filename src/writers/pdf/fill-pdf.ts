import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { drawText } from './draw-text';
import { drawTick } from './draw-tick';
import type { Entry } from './entry';
import { inkOf } from './ink';
import { Letterings, type WideFont } from './lettering';
import { openPdf } from './open-pdf';
import { setWidget } from './set-widget';
import { type PlacedWidget, placedWidgets } from './widgets';

/** How it is to be written. */
export interface FillOptions {
  /** "#rrggbb" */
  readonly colour: string;
  readonly wideFont: WideFont;
}

/**
 * A PDF with what is given written on it. What is said of a page or a field that it has not is left out. Throws `WriteError`
 * for one that is encrypted or damaged.
 */
export async function fillPdf(
  bytes: Uint8Array,
  entries: readonly Entry[],
  { colour, wideFont }: FillOptions,
): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const ink = inkOf(colour);
  const letterings = await Letterings.for(pdf, entries.flatMap(textOf), ink, wideFont);
  const pages = pdf.getPages();
  const widgets = entries.some(({ kind }) => kind === 'widget') ? widgetsById(pdf) : new Map<string, PlacedWidget>();
  for (const entry of entries) {
    if (entry.kind === 'widget') {
      const widget = widgets.get(entry.id);
      const { text, lettering } = letterings.of(entry.value);
      if (widget !== undefined) setWidget(widget, text, lettering);
      continue;
    }
    const page = pages[entry.page - 1];
    if (page === undefined) continue;
    if (entry.kind === 'tick') drawTick(page, entry.box, ink);
    else {
      const { text, lettering } = letterings.of(entry.text);
      drawText(page, { ...entry, text }, lettering);
    }
  }
  return pdf.save({ updateFieldAppearances: false });
}

const textOf = (entry: Entry): string[] => {
  if (entry.kind === 'text') return [entry.text];
  return entry.kind === 'widget' ? [entry.value] : [];
};

/** What the fields show is drawn here; no viewer has to do it anew. */
function widgetsById(pdf: PDFDocument): ReadonlyMap<string, PlacedWidget> {
  pdf.catalog.getAcroForm()?.dict.delete(PDFName.of('NeedAppearances'));
  return new Map(placedWidgets(pdf).map((placed) => [placed.facts.id, placed]));
}
