import { decodeText } from './decode-text';

/** XML as text, in the encoding that its declaration names. */
export function declaredXmlText(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return decodeText(bytes, /^<\?xml[^>]*encoding=["']([\w.-]+)["']/i.exec(head)?.[1] ?? null);
}
