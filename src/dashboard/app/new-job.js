import { ApiError, post } from './api.js';
import { byId, element, fill } from './element.js';
import { counted } from './format.js';
import { showingErrors } from './notice.js';

/** The form that starts a job of the chosen documents, from a stored schema or a pasted one. */
export function takeJobs(selection) {
  const form = byId('start');
  const { schema, definition, name } = form.elements;
  const button = form.querySelector('button[type="submit"]');
  // A pasted schema is stored once, also when the job behind it was refused and is started again.
  const made = new Map();
  let busy = false;

  const pasted = () => form.elements.source.value === 'pasted';

  function render() {
    schema.hidden = pasted();
    definition.hidden = !pasted();
    const count = selection.ids().length;
    fill(
      byId('chosen'),
      count === 0 ? 'No document chosen.' : `${counted(count, 'document')} chosen. `,
      count === 0 ? null : element('button', { type: 'button', class: 'quiet', onclick: selection.clear }, 'Clear'),
    );
    const ready = pasted() ? definition.value.trim() !== '' : schema.value !== '';
    button.disabled = busy || count === 0 || !ready;
  }

  async function schemaId() {
    if (!pasted()) return schema.value;
    const text = definition.value.trim();
    const known = made.get(text);
    if (known !== undefined) return known;
    const shape = parse(text);
    const title = typeof shape.title === 'string' && shape.title.trim() !== '' ? shape.title : name.value.trim();
    const { id } = await post('/v1/schemas', { name: (title || 'Pasted schema').slice(0, 100), definition: shape });
    made.set(text, id);
    return id;
  }

  async function start() {
    const body = { schema_id: await schemaId(), document_ids: selection.ids(), name: name.value.trim() || null };
    // Each press of the button is a job of its own; without a key an identical one would join the last.
    const { id } = await post('/v1/jobs', body, { 'Idempotency-Key': freshKey() });
    location.assign(`/jobs/${id}`);
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    busy = true;
    render();
    await showingErrors(byId('start-notice'), start);
    busy = false;
    render();
  });
  form.addEventListener('input', render);
  selection.onChange(render);
  render();

  return {
    /** Offers these; `wanted` is chosen if it is among them. */
    offer(schemas, wanted) {
      fill(
        schema,
        schemas.length === 0 ? element('option', { value: '' }, 'none stored') : null,
        schemas.map(({ id, name: title, field_count: count }) =>
          element('option', { value: id, selected: id === wanted }, `${title} (${counted(count, 'field')})`),
        ),
      );
      if (schemas.length === 0) form.elements.source.value = 'pasted';
      render();
    },
  };
}

function parse(text) {
  try {
    const shape = JSON.parse(text);
    if (shape !== null && typeof shape === 'object') return shape;
  } catch (error) {
    throw new ApiError(`The schema is not valid JSON: ${error.message}`, { code: 'NOT_SENT' });
  }
  throw new ApiError('The schema must be a JSON object, such as {"total": "number"}.', { code: 'NOT_SENT' });
}

const freshKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
