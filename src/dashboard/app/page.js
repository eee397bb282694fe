/** What every page does first. */
import { byId } from './element.js';
import { forgetKey } from './key.js';

export function startPage() {
  byId('forget-key')?.addEventListener('click', forgetKey);
}

/** The id in the address of a page about one thing: `/jobs/<id>`. */
export const idInAddress = () => encodeURIComponent(decodeURIComponent(location.pathname.split('/')[2] ?? ''));

/** Shows the page once it is known what it is about. */
export function showContent(title) {
  document.title = `${title} - Quarry`;
  byId('content').hidden = false;
}
