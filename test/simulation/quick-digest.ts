/** Stands where SHA-256 stands, which answers from another thread: as long, as unlikely to meet here, and at once. */
export async function sha256Hex(input: string | Uint8Array): Promise<string> {
  return hexOf(typeof input === 'string' ? input : new TextDecoder().decode(input));
}

export function hexOf(text: string): string {
  let hex = '';
  for (let part = 0; part < 8; part += 1) hex += mixed(text, part).toString(16).padStart(8, '0');
  return hex;
}

/** FNV-1a with a start of its own for each part. */
function mixed(text: string, part: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(part + 1, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
