import { fieldsOfPage } from '../../../../src/engines/forms/find-fields';
import { nameFields } from '../../../../src/engines/forms/name-fields';
import type { Box, Page, Rule } from '../../../../src/parsers/parsed-document';
import { type Print, paper } from '../paper';

export interface Drawing {
  readonly prints: readonly Print[];
  readonly rules?: readonly Rule[];
  readonly frames?: readonly Box[];
  readonly leaders?: readonly Box[];
}

/** A page with what is printed and drawn on it. */
export function formPage({ prints, rules = [], frames = [], leaders = [] }: Drawing): Page {
  const [page] = paper([prints]).pages;
  if (page === undefined) throw new Error('a paper has a page');
  return { ...page, rules, frames, leaders };
}

export const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
export const rule = (x1: number, x2: number, y: number): Rule => ({ x1, y1: y, x2, y2: y });

/** Every field that is found on a page: its key, its kind, and what it is called. */
export const found = (drawing: Drawing): readonly (readonly [key: string, type: string, description: string])[] =>
  nameFields(fieldsOfPage(formPage(drawing))).map(({ key, type, description }) => [key, type, description]);
