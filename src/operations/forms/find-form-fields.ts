import { declaredFieldsOfPage } from '../../engines/forms/declared-fields';
import { fieldsOfPage } from '../../engines/forms/find-fields';
import type { DeclaredField, NamedField, PageField } from '../../engines/forms/form-field';
import { nameFields } from '../../engines/forms/name-fields';
import { JobError } from '../../jobs/errors';
import type { ParsedDocument } from '../../parsers/parsed-document';
import { readWidgets, type Widget } from '../../writers/pdf/widgets';
import { WriteError } from '../../writers/write-error';
import type { MakeTask } from '../operation-step';

const FORM_TYPE = 'application/pdf';
/** Fields of one form; a document with more of them is no form, and what is past these is left out. */
const MAX_FIELDS = 2000;

/** A form with what is to be filled in. */
export interface FoundForm {
  readonly bytes: Uint8Array;
  /** In the order of the pages, from the top. */
  readonly fields: readonly NamedField[];
  readonly language: string | null;
}

/**
 * The fields that a file declares, else those that are drawn on its pages. Throws `unsupported-document` for what is no
 * PDF, `document-unreadable` for one that cannot be written on.
 */
export async function findFormFields({ filename, mediaType, bytes: read, parts }: MakeTask): Promise<FoundForm> {
  if (mediaType !== FORM_TYPE)
    throw new JobError('unsupported-document', `${filename}: is ${mediaType}; forms are PDFs: convert it to PDF`);
  const bytes = await read();
  const widgets = await writable(filename, readWidgets(bytes));
  const found: PageField[] = [];
  let language: string | null = null;
  for await (const part of parts()) {
    language ??= part.language;
    if (found.length < MAX_FIELDS) found.push(...fieldsOfPart(part, widgets));
  }
  return { bytes, fields: nameFields(found.slice(0, MAX_FIELDS)), language };
}

function fieldsOfPart({ pages }: ParsedDocument, widgets: readonly Widget[]): PageField[] {
  return pages.flatMap((page) => {
    if (widgets.length === 0) return fieldsOfPage(page);
    const own = widgets.filter((widget) => widget.page === page.number);
    return own.length === 0 ? [] : declaredFieldsOfPage(page, own.map(toDeclared));
  });
}

const toDeclared = ({ page: _page, ...widget }: Widget): DeclaredField => widget;

/** Says of which document it is that it cannot be written on. */
export async function writable<Result>(filename: string, written: Promise<Result>): Promise<Result> {
  try {
    return await written;
  } catch (error) {
    if (error instanceof WriteError) throw new JobError('document-unreadable', `${filename}: ${error.message}`);
    throw error;
  }
}
