import { labelOfCodePage } from '../encoding/code-pages';

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
  return new TextDecoder(labelOfCodePage(page) ?? 'windows-1252').decode(bytes);
}
