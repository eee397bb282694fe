import type { DialectName } from './dialects';

/** What the choice is made from: the request alone. */
export interface DialectSigns {
  /** Path of the URL, undecoded, without the query. */
  readonly path: string;
}

export interface DialectChoice {
  readonly dialect: DialectName;
  /** The path as the dialect's vendor knows it. */
  readonly path: string;
}

type Rule = (signs: DialectSigns) => DialectChoice | null;

/** The explicit prefix, stripped: every SDK keeps a path in its base URL. */
const byPrefix =
  (dialect: DialectName): Rule =>
  ({ path }) => {
    const prefix = `/${dialect}`;
    if (path === prefix) return { dialect, path: '/' };
    return path.startsWith(`${prefix}/`) ? { dialect, path: path.slice(prefix.length) } : null;
  };

/** The first rule that says something wins. */
const RULES: readonly Rule[] = [byPrefix('talonic')];

/** Which dialect speaks. Talonic's is also the documented API for people who come without any SDK. */
export function selectDialect(signs: DialectSigns): DialectChoice {
  for (const rule of RULES) {
    const choice = rule(signs);
    if (choice !== null) return choice;
  }
  return { dialect: 'talonic', path: signs.path };
}
