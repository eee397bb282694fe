/** One cell's path as people write it: "line_items[0].amount". */
export function cellKey(path: readonly (string | number)[]): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[${part}]`;
    return key === '' ? part : `${key}.${part}`;
  }, '');
}
