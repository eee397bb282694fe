import { Operator, type PdfValue, Reference } from './pdf-values';

const REGULAR = /[^!"$&'*+,\-.0-9:;=?@A-Z[\\\]^_`a-z|~]|[[\]]/g;

/** A value as it is written in a file. `generationOf`: of the object of a number. */
export function writtenValue(value: PdfValue, generationOf: (number: number) => number): string {
  const written = (one: PdfValue): string => writtenValue(one, generationOf);
  if (value === null || value instanceof Operator) return 'null';
  if (typeof value === 'string') return writtenName(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(6);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Reference) return `${value.number} ${generationOf(value.number)} R`;
  if (value instanceof Uint8Array) return `<${[...value].map(hexOf).join('')}>`;
  if (value instanceof Map)
    return `<< ${[...value].map(([name, entry]) => `${writtenName(name)} ${written(entry)}`).join(' ')} >>`;
  return `[${(value as readonly PdfValue[]).map(written).join(' ')}]`;
}

const writtenName = (name: string): string =>
  `/${name.slice(1).replace(REGULAR, (character) => `#${hexOf(character.charCodeAt(0))}`)}`;

const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0');
