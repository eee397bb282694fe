/** Windows code pages by the names that a `TextDecoder` takes, where those are not made of the number. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** What a `TextDecoder` calls a Windows code page; null for one that it does not know. */
export function labelOfCodePage(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28591 && page <= 28606 && page !== 28602) return `iso-8859-${page - 28590}`;
  return LABELS[page] ?? null;
}
