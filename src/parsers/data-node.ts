import type { DataNode } from './set-data';

/** Values inside values. */
const MAX_DEPTH = 200;

/** A JSON value as a tree of names: locators are JSON pointers (RFC 6901). Null when nested too deep. */
export function jsonNode(value: unknown, name: string, path: readonly string[], pointer: string): DataNode | null {
  if (path.length > MAX_DEPTH) return null;
  const base = { name, path, locator: pointer, isRecordOfList: false };
  if (value === null || typeof value !== 'object') {
    return { ...base, value: value === null ? null : String(value), children: [] };
  }
  const isList = Array.isArray(value);
  const children: DataNode[] = [];
  for (const [key, child] of Object.entries(value)) {
    const node = jsonNode(child, key, [...path, key], `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    if (node === null) return null;
    children.push({ ...node, isRecordOfList: isList });
  }
  return { ...base, value: null, children };
}
