import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Bound, DocumentSearch, Range, ValueTest } from '../../jobs/document-search';
import { behind, inOrder } from './keyset';
import { mentions, smallLetters, spellings } from './spellings';
import { documents } from './tables/documents';
import { fieldValues } from './tables/fields';

const sortValues = alias(fieldValues, 'sort_values');

const FOUND = {
  id: documents.id,
  filename: documents.filename,
  sourceId: documents.sourceId,
  createdAt: documents.createdAt,
};

/** The two statements of a search: one page and one row more; all that match. */
export function documentSearchQueries(db: DrizzleD1Database, accountId: string, search: DocumentSearch) {
  const matching = and(eq(documents.accountId, accountId), ...conditions(search));
  const total = db.select({ total: count() }).from(documents).where(matching);
  if (search.sortBy === null) {
    const page = db
      .select(FOUND)
      .from(documents)
      .where(and(matching, behind(documents, search)))
      .orderBy(...inOrder(documents, search))
      .limit(search.limit + 1)
      .offset(search.offset);
    return { page, total };
  }
  const { fieldId, order } = search.sortBy;
  const direction = sql.raw(order);
  const measure = sql`coalesce(${sortValues.number}, ${sortValues.time})`;
  const page = db
    .select(FOUND)
    .from(documents)
    .leftJoin(sortValues, and(eq(sortValues.fieldId, fieldId), eq(sortValues.documentId, documents.id)))
    .where(matching)
    .orderBy(
      sql`${sortValues.text} is null`,
      sql`${measure} is null`,
      sql`${measure} ${direction}`,
      sql`lower(${sortValues.text}) ${direction}`,
      ...inOrder(documents, search),
    )
    .limit(search.limit + 1)
    .offset(search.offset);
  return { page, total };
}

function conditions({ tests, words, sourceId }: DocumentSearch): SQL[] {
  return [
    ...(sourceId === null ? [] : [eq(documents.sourceId, sourceId)]),
    ...words.map(mentioned),
    ...tests.map(({ fieldId, test }) => holds(fieldId, test)),
  ];
}

/** In the name, or in a value. */
const mentioned = (word: string): SQL =>
  sql`(${mentions(documents.filename, word)} or exists (select 1 from ${fieldValues}
    where ${fieldValues.accountId} = ${documents.accountId} and ${fieldValues.documentId} = ${documents.id}
    and ${mentions(fieldValues.text, word)}))`;

/** Answered by the primary key of the values: field and document. */
function holds(fieldId: string, test: ValueTest): SQL {
  const valued = (condition: SQL): SQL =>
    sql`exists (select 1 from ${fieldValues} where ${fieldValues.fieldId} = ${fieldId}
      and ${fieldValues.documentId} = ${documents.id} and ${fieldValues.text} is not null and ${condition})`;
  switch (test.kind) {
    case 'presence':
      return test.isThere ? valued(sql`true`) : sql`not ${valued(sql`true`)}`;
    case 'part':
      return valued(mentions(fieldValues.text, test.text));
    case 'prefix':
      return valued(mentions(fieldValues.text, test.text, true));
    case 'text':
      return valued(within(sql`lower(${fieldValues.text})`, { ...test, ranges: test.ranges.flatMap(inEverySpelling) }));
    case 'number':
      return valued(within(sql`${fieldValues.number}`, test));
    case 'time':
      return valued(within(sql`${fieldValues.time}`, test));
  }
}

/** A range of one text is as many as there are ways to write it; the ends of a longer one stay where they are. */
function inEverySpelling({ from, until }: Range<string>): readonly Range<string>[] {
  if (from !== null && from.value === until?.value)
    return spellings(from.value).map((value) => ({ from: { ...from, value }, until: { ...until, value } }));
  return [{ from: inSmallLetters(from), until: inSmallLetters(until) }];
}

const inSmallLetters = (bound: Bound<string>): Bound<string> =>
  bound === null ? null : { ...bound, value: smallLetters(bound.value) };

/** One bound parameter for any number of ranges. What cannot be compared is null, and in none of them. */
function within(value: SQL, { ranges, isInside }: Extract<ValueTest, { ranges: unknown }>): SQL {
  const end = (side: 'from' | 'until', sign: '<' | '>') => {
    const bound = sql.raw(`(range.value ->> '$.${side}.value')`);
    const isIncluded = sql.raw(`range.value ->> '$.${side}.isIncluded'`);
    return sql`(${bound} is null or ${value} ${sql.raw(sign)} ${bound} or (${isIncluded} and ${value} = ${bound}))`;
  };
  const inside = sql`(${value} is not null and exists (select 1 from json_each(${JSON.stringify(ranges)}) as range
    where ${end('from', '>')} and ${end('until', '<')}))`;
  return isInside ? inside : sql`not ${inside}`;
}
