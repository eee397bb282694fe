import { byId, element, fill } from '../app/element.js';
import { ENVELOPE, ERRORS } from './errors.js';
import { EVENTS, EVENTS_ABOUT } from './events.js';
import { LIMITS } from './limits.js';
import { GROUPS } from './reference.js';
import { table } from './table.js';

const here = (text) => text.replaceAll('{origin}', location.origin);
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const routeId = ({ method, path }) => slug(`${method} ${path}`);
const code = (text) => element('pre', { tabindex: 0 }, here(text));
const textOf = (answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2));

const routeOf = (route) =>
  element(
    'div',
    { class: 'route', id: routeId(route) },
    element('h3', {}, element('span', { class: 'method' }, route.method), ' ', route.path),
    element('p', {}, route.about),
    route.parameters.length === 0 ? null : table(['Parameter', 'In', 'Meaning'], route.parameters),
    element('h4', {}, 'Request'),
    code(route.curl),
    element('h4', {}, `Answer ${route.status}`),
    code(textOf(route.answer)),
    route.errors.length === 0 ? null : [element('h4', {}, 'Errors'), errorsOf(route.errors)],
  );

const errorsOf = (errors) =>
  table(
    ['Status', 'Code', 'When'],
    errors.map(([status, name, when]) => [String(status), element('code', {}, name), when]),
  );

const groupOf = ({ title, about, routes }) => section(title, element('p', {}, about), routes.map(routeOf));

const section = (title, ...content) =>
  element('section', { class: 'group', id: slug(title) }, element('h2', {}, title), content);

const ENDS = [
  ['Live events', element('p', {}, EVENTS_ABOUT), table(['Event', 'Data', 'When'], EVENTS)],
  [
    'Errors',
    element('p', {}, 'Any call may also answer 401, 413, 429 and 500. Every error has this body:'),
    code(textOf(ENVELOPE)),
    element('h3', {}, 'Codes'),
    table(['Code', 'Status', 'Meaning', 'Try again'], ERRORS),
  ],
  ['Limits', table(['What', 'Limit', 'More'], LIMITS)],
];

const link = (id, text) => element('a', { href: `#${id}` }, text);

fill(byId('origin'), location.origin);
byId('reference').append(...GROUPS.map(groupOf), ...ENDS.map((end) => section(...end)));
fill(
  byId('contents'),
  GROUPS.map(({ title, routes }) => [
    element('strong', {}, link(slug(title), title)),
    element(
      'ul',
      {},
      routes.map((route) => element('li', {}, link(routeId(route), `${route.method} ${route.path}`))),
    ),
  ]),
  element(
    'ul',
    {},
    ENDS.map(([title]) => element('li', {}, element('strong', {}, link(slug(title), title)))),
  ),
);
// The target was not there when the browser looked for it.
if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
