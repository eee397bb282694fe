import { boundingBox } from './page-layout/boxes';
import type { Field, Table } from './parsed-document';
import type { Placed, Typesetter } from './typeset';

/** A tree of named values: what JSON and XML have in common. */
export interface DataNode {
  readonly name: string;
  readonly path: readonly string[];
  readonly locator: string;
  /** The scalar as printed; null: none here. */
  readonly value: string | null;
  readonly children: readonly DataNode[];
  /** One of several of the same name under one parent, or an element of an array. */
  readonly isRecordOfList: boolean;
}

/** Columns of one table; a record of more is not a row of anything. */
const MAX_COLUMNS = 60;
/** Lines from which on the next record of an outermost list begins a page: a long list can be looked at piece by piece. */
const LONG_PAGE_LINES = 20_000;
/** Characters that nested names are indented by. */
const INDENT = 2;

/** Sets a tree as indented `name: value` lines; every value is a field, every list of records a table over the same places. */
export function setData(root: DataNode, typesetter: Typesetter): { fields: Field[]; tables: Table[] } {
  const fields: Field[] = [];
  const tables: Table[] = [];
  const heads = new Map<DataNode, Placed>();
  const set = (node: DataNode, depth: number, isInRecord: boolean): void => {
    const isRecord = isInRecord || node.isRecordOfList;
    if (isRecord && !isInRecord && typesetter.lines >= LONG_PAGE_LINES) typesetter.pageBreak();
    if (node.value !== null) {
      const placed = typesetter.labelled(`${' '.repeat(INDENT * depth)}${node.name}`, node.value);
      fields.push({ path: node.path, value: node.value, locator: node.locator, ...placed });
    } else if (node.children.length > 0) {
      heads.set(node, typesetter.text(node.name, { indent: INDENT * depth, bold: true }));
    }
    for (const child of node.children) set(child, depth + 1, isRecord);
  };
  set(root, 0, false);
  const placeOf = new Map(fields.map((field): [string, Field] => [field.locator, field]));
  collectTables(root, { placeOf, heads }, tables);
  return { fields, tables };
}

/** Where everything was set. */
interface Places {
  /** Values, by locator. */
  readonly placeOf: ReadonlyMap<string, Field>;
  /** The lines that name a record. */
  readonly heads: ReadonlyMap<DataNode, Placed>;
}

function collectTables(node: DataNode, places: Places, tables: Table[]): void {
  const lists = new Map<string, DataNode[]>();
  for (const child of node.children) {
    if (!child.isRecordOfList) continue;
    const key = child.path.slice(0, -1).join('\0');
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [child]);
    else list.push(child);
  }
  for (const records of lists.values()) {
    const named = standForTheirLines(records, node) ? records.flatMap((record) => places.heads.get(record) ?? []) : [];
    for (const table of tablesOf(records, places.placeOf, named)) tables.push(table);
  }
  for (const child of node.children) collectTables(child, places, tables);
}

/**
 * Leaves of a record by their dotted name below it, its own value by the name of the list; a list inside a record is a
 * table of its own.
 */
function leavesOf(record: DataNode): Map<string, DataNode> {
  const leaves = new Map<string, DataNode>();
  const walk = (node: DataNode, name: string): void => {
    if (node.value !== null) leaves.set(name === '' ? (listNameOf(record) ?? '') : name, node);
    for (const child of node.children) {
      if (!child.isRecordOfList) walk(child, name === '' ? child.name : `${name}.${child.name}`);
    }
  };
  walk(record, '');
  return leaves;
}

type Row = readonly { readonly field: Field | undefined }[];

/** One table for each page that the list is on. `named`: the lines that name its records, where it stands for them. */
function tablesOf(
  records: readonly DataNode[],
  placeOf: ReadonlyMap<string, Field>,
  named: readonly Placed[],
): Table[] {
  const rows = records.map(leavesOf);
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (columns.length < 2 || columns.length > MAX_COLUMNS) return [];
  const byPage = new Map<number, Row[]>();
  for (const row of rows) {
    const cells = columns.map((column) => ({ field: placeOf.get(row.get(column)?.locator ?? '') }));
    const page = cells.find(({ field }) => field !== undefined)?.field?.page;
    if (page === undefined) continue;
    const here = byPage.get(page);
    if (here === undefined) byPage.set(page, [cells]);
    else here.push(cells);
  }
  const title = records[0] === undefined ? null : listNameOf(records[0]);
  return [...byPage.values()].flatMap((cells) => tableOf(columns, cells, title, named) ?? []);
}

/** Whether a table says all that is set from its first record to its last: nothing stands between, and none holds a list. */
function standForTheirLines(records: readonly DataNode[], { children }: DataNode): boolean {
  const [first] = records;
  const start = first === undefined ? -1 : children.indexOf(first);
  return records.every((record, step) => children[start + step] === record && !holdsList(record));
}

function holdsList(node: DataNode): boolean {
  return node.children.some((child) => child.isRecordOfList || holdsList(child));
}

/** `named`: the lines that name its records, where it stands for them. */
function tableOf(
  columns: readonly string[],
  cells: readonly Row[],
  title: string | null,
  named: readonly Placed[],
): Table | null {
  const first = cells.flat().find((cell) => cell.field !== undefined)?.field;
  if (first === undefined) return null;
  const home: Placed = { page: first.page, box: first.box };
  const values = cells.flatMap((row) => row.flatMap(({ field }) => field ?? []));
  const placed = [...named, ...values].filter(({ page }) => page === home.page);
  return {
    page: home.page,
    box: boundingBox(placed.map(({ box }) => box)),
    headerRows: 1,
    title,
    rows: [
      columns.map((text) => ({ text, box: home.box, locator: null })),
      ...cells.map((row) =>
        row.map(({ field }) => ({
          text: field?.value ?? '',
          box: field?.box ?? home.box,
          locator: field?.locator ?? null,
        })),
      ),
    ],
  };
}

/** Records are told apart by the last name of their path; the name before is the list's. Null: the whole is a list. */
const listNameOf = (record: DataNode): string | null => record.path[record.path.length - 2] ?? null;
