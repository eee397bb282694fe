import { joined } from '../../../bench/bombs/packing.mjs';
import type { Chance } from './chance';

/** No mutation makes a file longer than this. */
const MAX_BYTES = 512 * 1024;
/** What lengths, counts and offsets break at. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;
const WRITTEN_EDGES = [
  ...(['0', '-1', '00', '1.5', '1e9', '1e400', 'NaN', '65536', '2147483647', '2147483648', '-2147483649'] as const),
  ...(['4294967295', '4294967296', '9007199254740993', '16383', '1048577', '&#0;', ''] as const),
] as const;
/** What opens, closes or ends something in one format or another. */
const TOKENS = [
  ...(['\0', '\r\n', '"', "'", '<', '>', '</', '<!--', '<![CDATA[', ']]>', '&#x110000;', '&lol;', '{', '}'] as const),
  ...(['[', ']', '(', ')', '<<', '>>', 'endobj', 'endstream', 'stream\n', ' R', '/Kids', '/Length', '\\'] as const),
  ...(["\\'", '\\u', '\\bin9999 ', '{\\*', '--', '---\n', '&a ', '*a ', '=?utf-8?B?', '\ufeff', '\ud800'] as const),
  ...(['PK\u0003\u0004', '%PDF-', '\t', '|', '#', ';', ','] as const),
] as const;

/** Changes one thing; `others`: what may be put into it. */
type Mutation = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array;

const MUTATIONS = [
  ...([flipped, withEdge, withWrittenEdge, withTokens, spliced] as const),
  ...([flipped, withEdge, withWrittenEdge, withTokens, spliced] as const),
  ...([cut, repeated, removed, moved, filled] as const),
] as const;

/** The bytes changed in one to four ways; `others`: what they may be spliced with. */
export function mutatedBytes(bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  let changed = bytes;
  for (let left = 1 + chance.number(4); left > 0; left -= 1)
    changed = chance.pick<Mutation>(MUTATIONS)(changed, chance, others).slice(0, MAX_BYTES);
  return changed;
}

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + chance.number(8); left > 0; left -= 1) {
    const at = chance.number(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (chance.happens(0.5) ? 1 << chance.number(8) : chance.number(256));
  }
  return changed.subarray(0, bytes.length);
}

/** A number of 1 to 8 bytes, often among the first, where most lengths stand. */
function withEdge(bytes: Uint8Array, chance: Chance): Uint8Array {
  const size = chance.pick([1, 2, 4, 4, 8]);
  const reach = chance.happens(0.4) ? Math.min(bytes.length, 512) : bytes.length;
  const at = 2 * chance.number(Math.ceil(reach / 2));
  const edge = BigInt(chance.pick(EDGES));
  const little = Uint8Array.from({ length: size }, (_, index) => Number((edge >> BigInt(8 * index)) & 255n));
  return replaced(bytes, at, at + size, chance.happens(0.4) ? little.reverse() : little);
}

/** A number that stands there in digits. */
function withWrittenEdge(bytes: Uint8Array, chance: Chance): Uint8Array {
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  const start = chance.number(bytes.length);
  const found = bytes.subarray(start).findIndex(isDigit);
  if (found < 0) return bytes;
  const from = start + found;
  const length = bytes.subarray(from).findIndex((byte) => !isDigit(byte));
  return replaced(bytes, from, length < 0 ? bytes.length : from + length, bytesOf(chance.pick(WRITTEN_EDGES)));
}

function withTokens(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.number(bytes.length + 1);
  const times = chance.pick([1, 1, 1, 2, 50, 5_000]);
  return replaced(bytes, at, at + chance.pick([0, 0, 1, 8]), bytesOf(chance.pick(TOKENS).repeat(times)));
}

function cut(bytes: Uint8Array, chance: Chance): Uint8Array {
  return chance.happens(0.2)
    ? bytes.subarray(chance.number(bytes.length))
    : bytes.subarray(0, chance.number(bytes.length));
}

function repeated(bytes: Uint8Array, chance: Chance): Uint8Array {
  const { from, to } = stretchOf(bytes, chance);
  const times = chance.pick([2, 2, 3, 10, 300]);
  const piece = bytes.subarray(from, to);
  return joined([bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(to)]);
}

function removed(bytes: Uint8Array, chance: Chance): Uint8Array {
  const { from, to } = stretchOf(bytes, chance);
  return replaced(bytes, from, to, new Uint8Array());
}

function moved(bytes: Uint8Array, chance: Chance): Uint8Array {
  const { from, to } = stretchOf(bytes, chance);
  const rest = replaced(bytes, from, to, new Uint8Array());
  const at = chance.number(rest.length + 1);
  return replaced(rest, at, at, bytes.subarray(from, to));
}

function filled(bytes: Uint8Array, chance: Chance): Uint8Array {
  const { from, to } = stretchOf(bytes, chance);
  return bytes.slice().fill(chance.pick([0, 0xff, 0x20, 0x41]), from, to);
}

/** A stretch of another file in place of one, or the head of one and the tail of the other. */
function spliced(bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  const other = chance.oneOf(others);
  if (other === null) return bytes;
  const theirs = stretchOf(other, chance);
  if (chance.happens(0.5)) {
    const ours = stretchOf(bytes, chance);
    return replaced(bytes, ours.from, ours.to, other.subarray(theirs.from, theirs.to));
  }
  return joined([bytes.subarray(0, chance.number(bytes.length + 1)), other.subarray(theirs.from)]);
}

/** Short ones as often as long ones. */
function stretchOf({ length }: Uint8Array, chance: Chance): { readonly from: number; readonly to: number } {
  const from = chance.number(length);
  const longest = length - from;
  return { from, to: from + chance.number(1 + (chance.happens(0.5) ? Math.min(64, longest) : longest)) };
}

function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  return joined([bytes.subarray(0, from), by, bytes.subarray(to)]);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
