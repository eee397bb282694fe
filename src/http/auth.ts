/** The key of an `Authorization: Bearer <key>` header; null when there is none or another scheme. */
export function bearerKey(headers: Headers): string | null {
  const match = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '');
  return match?.[1] ?? null;
}
