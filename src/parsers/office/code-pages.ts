/** Windows code pages by the names that a `TextDecoder` takes. */
const DECODERS: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Code pages of the character sets that fonts name (`\fcharset`). */
export const PAGE_OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The text of bytes in a Windows code page; one that is not known is read as Western European. */
export function decodePage(bytes: Uint8Array, page: number): string {
  const name = DECODERS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
