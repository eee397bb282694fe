/** DOS, code page 850: the one encoding here that no `TextDecoder` knows. From byte 128 on. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const TABLES = new Map<string, string>();

/** What the bytes from 128 on stand for in a single-byte encoding: 128 characters. */
export function upperHalf(encoding: string): string {
  const held = TABLES.get(encoding);
  if (held !== undefined) return held;
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
  const table = encoding === 'cp850' ? CP850 : new TextDecoder(encoding).decode(bytes);
  TABLES.set(encoding, table);
  return table;
}

/** Bytes decoded at a time: arguments of one call. */
const CHUNK = 8192;

export function decodeSingleByte(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'cp850') return new TextDecoder(encoding).decode(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const codes = Array.from(bytes.subarray(at, at + CHUNK), (byte) =>
      byte < 128 ? byte : CP850.charCodeAt(byte - 128),
    );
    text += String.fromCharCode(...codes);
  }
  return text;
}
