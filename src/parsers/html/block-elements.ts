import type { HtmlElement } from './html-tree';

/** Elements that begin a line of their own. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul #root'.split(
    ' ',
  ),
);

/** Whether nothing inside begins a line of its own. */
export function isOneLine(cell: HtmlElement): boolean {
  return cell.children.every(
    (child) => typeof child === 'string' || (!BLOCKS.has(child.name) && child.name !== 'br' && isOneLine(child)),
  );
}
