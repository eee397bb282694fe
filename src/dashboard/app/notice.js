import { ApiError } from './api.js';
import { element, fill } from './element.js';

/** What went wrong, with what is needed to ask about it. */
export function notice(error) {
  const known = error instanceof ApiError;
  if (!known) console.error(error);
  const facts = known ? [error.code, error.requestId].filter(Boolean).join(' · ') : '';
  return element(
    'div',
    { class: 'notice' },
    element('p', {}, known ? error.message : `This page failed: ${error.message}`),
    facts === '' ? null : element('p', { class: 'id' }, facts),
  );
}

/** Runs something; what it throws is shown in this place, and what was shown there before goes. */
export async function showingErrors(place, act) {
  try {
    const result = await act();
    fill(place);
    return result;
  } catch (error) {
    fill(place, notice(error));
    return undefined;
  }
}
