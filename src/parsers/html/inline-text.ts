/** What a browser shows for elements whose attributes say it. */
import { type HtmlElement, textOf } from './html-tree';

export function chosenOption(select: HtmlElement): string {
  const options = select.children.filter((child): child is HtmlElement => typeof child !== 'string');
  const chosen = options.find((option) => option.attributes.selected !== undefined);
  return chosen === undefined ? '' : textOf(chosen);
}

/** Empty for what shows no value. */
export function controlText(element: HtmlElement): string {
  const type = (element.attributes.type ?? 'text').toLowerCase();
  if (['hidden', 'password', 'submit', 'button', 'image', 'file', 'reset'].includes(type)) return '';
  if (type === 'checkbox' || type === 'radio') return element.attributes.checked === undefined ? '☐' : '☒';
  return element.attributes.value ?? '';
}

/** Characters of an address worth keeping. */
const LONGEST_ADDRESS = 2_000;

/** Empty for what leads nowhere outside the page. */
export function addressOf(attribute = ''): string {
  const address = attribute.trim();
  return /^(?:#|javascript:|data:)/i.test(address) || address.length > LONGEST_ADDRESS ? '' : address;
}
