import { drawnForms } from './drawn-forms.mjs';
import { post } from './post.mjs';

/** Shared area from which on a field stands where it was drawn. */
const SAME_PLACE = 0.5;
/** The share of fields that is asked for, those found that are none counted as wrong. */
const LEAST = 0.9;

/**
 * Forms drawn in many looks: how well their fields are found (F1; the place, the type and the label must be right), and how
 * many values are told and read again from the form that comes back.
 */
export async function formFields(service, { progress }) {
  const forms = await drawnForms();
  const found = { right: 0, of: 0, notes: [] };
  const filled = { right: 0, of: 0, notes: [] };
  for (const [index, form] of forms.entries()) {
    const given = { bytes: form.bytes, mediaType: 'application/pdf', filename: `form-${index + 1}.pdf` };
    const { form_schema } = await post(service, '/v1/edit/templates/generate', given, {});
    add(found, judgeFields(form, form_schema.form_fields));
    add(filled, await judgeFilling(service, form, given, form_schema.form_fields));
    progress(index + 1, forms.length);
  }
  return [
    row('form fields found on a drawn form (F1)', found, LEAST),
    row('values read again from filled forms', filled, LEAST),
  ];
}

const row = (measure, { right, of, notes }, least) => ({
  measure,
  of,
  figure: of === 0 ? null : right / of,
  least,
  notes,
});

function add(sum, { right, of, notes }) {
  sum.right += right;
  sum.of += of;
  sum.notes.push(...notes);
}

function judgeFields({ name, fields }, given) {
  const left = new Set(given);
  const missing = [];
  for (const field of fields) {
    const own = [...left].find((one) => isSame(one, field));
    if (own === undefined) missing.push(`${name}: ${field.type} "${field.label}" is not found`);
    else left.delete(own);
  }
  const extra = [...left].map(({ key, type }) => `${name}: ${type} ${key} is no field`);
  const right = 2 * (fields.length - missing.length);
  return { right, of: fields.length + given.length, notes: [...missing, ...extra] };
}

const isSame = ({ bbox, type, description }, field) =>
  type === field.type &&
  shared(bbox, field) >= SAME_PLACE &&
  description.toLowerCase().includes(field.label.toLowerCase());

function shared(a, b) {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const both = a.page === b.page ? Math.max(0, width) * Math.max(0, height) : 0;
  return both / (a.width * a.height + b.width * b.height - both);
}

/** Every text field is told a word of its own, under its key; a ninth of them in letters of other scripts. */
async function judgeFilling(service, { name }, given, fields) {
  const words = fields
    .filter(({ type }) => type === 'text')
    .map(({ key }, index) => ({
      key,
      word: `${index % 9 === 8 ? 'Żó' : 'Qu'}${String.fromCharCode(97 + (index % 26))}x${index + 10}`,
    }));
  const instructions = JSON.stringify(Object.fromEntries(words.map(({ key, word }) => [key, word])));
  const { filled_document } = await post(service, '/v1/edit/agent/fill', given, { instructions });
  const bytes = Buffer.from(filled_document.url.split(',')[1], 'base64');
  const { text } = await post(
    service,
    '/v1/documents/parse',
    { ...given, bytes, filename: filled_document.filename },
    {},
  );
  // In a box for each character they stand apart.
  const read = text.replace(/<[^>]*>|\s/g, '');
  const wrong = words.filter(({ word }) => !read.includes(word));
  const notes = wrong.map(({ key, word }) => `${name}: "${word}" is not read again from ${key}`);
  return { right: words.length - wrong.length, of: words.length, notes };
}
