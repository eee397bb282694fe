/** What every page does first. */
import { byId } from './element.js';
import { forgetKey } from './key.js';

export function startPage() {
  byId('forget-key')?.addEventListener('click', forgetKey);
}

/** The id in the address of a page about one thing: `/jobs/<id>`. */
export const idInAddress = () => encodeURIComponent(decodeURIComponent(location.pathname.split('/')[2] ?? ''));

export function nameTab(text) {
  document.title = `${text} - Quarry`;
}
