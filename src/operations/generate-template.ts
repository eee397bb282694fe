import { annotatePdf } from '../writers/pdf/annotate-pdf';
import { wideFont } from '../writers/pdf/wide-font';
import { findFormFields, writable } from './forms/find-form-fields';
import { producedPdf } from './forms/produced-file';
import { toFormField } from './forms/to-form-field';
import { making, READ } from './operation-step';

/** The fields of a form, and the form with each outlined. */
export const generateTemplate = {
  resolve: READ,
  execute: making('generate-template', [], async (_, task) => {
    const { bytes, fields } = await findFormFields(task);
    const marks = fields.map(({ page, box, key }) => ({ page, box, name: key }));
    const file = await writable(task.filename, annotatePdf(bytes, marks, wideFont));
    const produced = producedPdf(task.filename, 'annotated', file);
    return { product: { operation: 'generate-template', fields: fields.map(toFormField), file: produced }, file };
  }),
} as const;
