/** Lines looked at for the end. */
const MAX_LINES = 200;

/** What stands between `---` lines at the head of a Markdown file: names and their values, as generators of sites read them. */
export interface FrontMatter {
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** The first row after it; 0: there is none. */
  readonly end: number;
}

/** Only `name: value` on one line; a file whose rows between the marks are anything else has no front matter. */
export function frontMatter(rows: readonly string[]): FrontMatter {
  const none: FrontMatter = { values: [], end: 0 };
  if (rows[0]?.trimEnd() !== '---') return none;
  const close = rows.slice(1, MAX_LINES).findIndex((row) => /^(?:---|\.\.\.)\s*$/.test(row));
  const inside = rows.slice(1, close + 1).filter((row) => row.trim() !== '' && !row.startsWith('#'));
  if (close < 0 || !inside.every((row) => /^(?:[\w.-]+[ \t]*:(?:[ \t]|$)|[ \t]|-[ \t])/.test(row))) return none;
  const values = inside.flatMap((row) => {
    const [, name, said] = /^([\w.-]+)[ \t]*:[ \t](.*)$/.exec(row.trim()) ?? [];
    const value = said?.trim() ?? '';
    if (name === undefined || value === '') return [];
    return [{ name, value: value.replace(/^(["'])(.*)\1$/, '$2') }];
  });
  return { values, end: close + 2 };
}
