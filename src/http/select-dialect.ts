import type { DialectName } from './dialects';

/** What the choice is made from: the request alone. */
export interface DialectSigns {
  /** Path of the URL, undecoded, without the query. */
  readonly path: string;
  /** Whether there is an `Api-Key` header. */
  readonly hasApiKey: boolean;
  /** Whether the query has `access_token`. */
  readonly hasAccessToken: boolean;
}

export interface DialectChoice {
  readonly dialect: DialectName;
  /** The path as the dialect's vendor knows it. */
  readonly path: string;
  /** What was stripped in front of it; empty: nothing. */
  readonly prefix: string;
}

type Rule = (signs: DialectSigns) => DialectChoice | null;

/** The explicit prefix, stripped: every SDK keeps a path in its base URL. */
const byPrefix =
  (dialect: DialectName): Rule =>
  ({ path }) => {
    const prefix = `/${dialect}`;
    if (path === prefix) return { dialect, path: '/', prefix };
    return path.startsWith(`${prefix}/`) ? { dialect, path: path.slice(prefix.length), prefix } : null;
  };

const byApiPath: Rule = ({ path }) =>
  /^\/api\/v[12](\/|$)/.test(path) ? { dialect: 'llamacloud', path, prefix: '' } : null;

const byKeyPlace: Rule = ({ path, hasApiKey, hasAccessToken }) =>
  hasApiKey || hasAccessToken ? { dialect: 'retab', path, prefix: '' } : null;

/** The first rule that says something wins. */
const RULES: readonly Rule[] = [byPrefix('talonic'), byPrefix('retab'), byPrefix('llamacloud'), byApiPath, byKeyPlace];

/** Which dialect speaks. Talonic's is also the documented API for people who come without any SDK. */
export function selectDialect(signs: DialectSigns): DialectChoice {
  for (const rule of RULES) {
    const choice = rule(signs);
    if (choice !== null) return choice;
  }
  return { dialect: 'talonic', path: signs.path, prefix: '' };
}
