import { DIALECTS, type DialectName } from '../../../src/http/dialects';
import { llamacloudApp } from '../../../src/http/llamacloud/routes';
import { retabApp } from '../../../src/http/retab/routes';
import { talonicApp } from '../../../src/http/talonic/routes';

export interface Route {
  readonly method: string;
  /** As the dialect's vendor knows it, with `:id` and the like. */
  readonly path: string;
}

/** The apps' own tables of routes: a new route is covered by being there. A dialect that is missing does not compile. */
const TABLES = {
  talonic: talonicApp.routes,
  retab: retabApp.routes,
  llamacloud: llamacloudApp.routes,
} as const satisfies Record<DialectName, readonly Route[]>;

/** Routes that need no key, all of them. */
const OPEN: Readonly<Record<DialectName, readonly string[]>> = {
  talonic: ['GET /v1/pricing', 'POST /v1/upload/:token', 'PUT /v1/upload/:token'],
  retab: [],
  llamacloud: ['GET /api/v1/files/signed', 'PUT /api/v1/files/signed', 'POST /api/v1/files/signed'],
};

export const named = ({ method, path }: Route): string => `${method} ${path}`;

/** What a dialect answers, each once, sorted into those that need a key and those that do not. */
export function routesOf(name: DialectName): { readonly closed: readonly Route[]; readonly open: readonly Route[] } {
  const all = new Map(TABLES[name].filter(({ method }) => method !== 'ALL').map((route) => [named(route), route]));
  const open = OPEN[name].flatMap((route) => all.get(route) ?? []);
  return { closed: [...all.values()].filter((route) => !open.includes(route)), open };
}

/** The path with every parameter in it filled in: by its name where that is known, else with the id. */
export const filled = (path: string, id: string, ids: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? id));

export const isOpen = (name: DialectName, { method, path }: Route): boolean =>
  DIALECTS[name].isOpen(method, filled(path, 'x'));
