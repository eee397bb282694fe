import { joined } from '../../bench/bombs/packing.mjs';

/** A ZIP of these files, none of them compressed. */
export function storedZip(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const encoded = new TextEncoder().encode(name);
    const common = numbers([
      ...[20, 2],
      ...[0, 2],
      ...[0, 2],
      ...[0, 4],
      ...[0, 4],
      ...[content.length, 4],
      ...[content.length, 4],
      ...[encoded.length, 2],
      ...[0, 2],
    ]);
    const local = [numbers([0x04034b50, 4]), common, encoded, content];
    directory.push(numbers([0x02014b50, 4, 20, 2]), common, numbers([0, 2, 0, 2, 0, 2, 0, 4, offset, 4]), encoded);
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([0x06054b50, 4, 0, 4, files.length, 2, files.length, 2, directoryBytes, 4, offset, 4, 0, 2]);
  return joined([...parts, ...directory, end]);
}

/** Little-endian: value, bytes, value, bytes ... */
function numbers(pairs: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    for (let byte = 0; byte < (pairs[index + 1] ?? 0); byte += 1) out.push(((pairs[index] ?? 0) >>> (8 * byte)) & 255);
  }
  return Uint8Array.from(out);
}
