import { decodeText } from '../decode-text';
import type { FileInside } from '../files-inside';
import type { CompoundFolder } from '../ole/compound-folder';
import { unpackRtf } from './compressed-rtf';
import { isDecoration } from './decoration';
import { type MsgProperties, msgProperties } from './msg-properties';

/** Numbers of properties (MS-OXPROPS). */
const ID = {
  class: 0x001a,
  subject: 0x0037,
  sent: 0x0039,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  recipientKind: 0x0c15,
  received: 0x0e06,
  shownTo: 0x0e04,
  shownCc: 0x0e03,
  headers: 0x007d,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  name: 0x3001,
  address: 0x3003,
  smtp: 0x39fe,
  codePage: 0x3ffd,
  internetCodePage: 0x3fde,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mediaType: 0x370e,
  contentId: 0x3712,
  hidden: 0x7ffe,
} as const;

/** What an Outlook message says, in the terms of every mail. */
export interface OutlookMessage {
  /** "IPM.Note", "IPM.Note.SMIME" ... */
  readonly kind: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string | null;
  readonly html: string;
  readonly text: string;
  readonly files: readonly FileInside[];
  /** Messages attached as such, by the name they are shown under. */
  readonly messages: readonly { readonly name: string; readonly folder: CompoundFolder }[];
}

export function readOutlookMessage(folder: CompoundFolder, isInside: boolean): OutlookMessage {
  const owner = isInside ? 'message-inside' : 'message';
  const unread = msgProperties(folder, owner, null);
  const codePage = unread.integer(ID.codePage) ?? unread.integer(ID.internetCodePage);
  const own = msgProperties(folder, owner, codePage);
  const parts = (prefix: string): MsgProperties[] =>
    folder.folders
      .filter(({ name }) => name.toLowerCase().startsWith(prefix))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((part) => msgProperties(part, 'part', codePage));
  const attached = parts('__attach_version1.0_#');
  const html = htmlOf(own, unread.integer(ID.internetCodePage));
  const text = own.text(ID.body) ?? '';
  const rtf = html === '' && text.trim() === '' ? unpackRtf(own.binary(ID.rtf) ?? new Uint8Array()) : null;
  return {
    kind: own.text(ID.class) ?? '',
    headers: headersOf(own, parts('__recip_version1.0_#')),
    subject: own.text(ID.subject),
    html,
    text,
    files: [
      ...(rtf === null ? [] : [{ filename: 'body.rtf', sizeBytes: rtf.length, read: () => rtf }]),
      ...attached.flatMap(fileOf),
    ],
    messages: attached.flatMap((attachment, index) => {
      const inside = attachment.messageInside;
      return inside === null ? [] : [{ name: `${nameOf(attachment) ?? `message ${index + 1}`}.msg`, folder: inside }];
    }),
  };
}

function htmlOf(own: MsgProperties, codePage: number | null): string {
  const bytes = own.binary(ID.html);
  if (bytes === null) return own.text(ID.html) ?? '';
  return decodeText(bytes, codePage !== null && codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : null);
}

function headersOf(own: MsgProperties, recipients: readonly MsgProperties[]): [name: string, value: string][] {
  const addressed = (kind: number): string =>
    recipients
      .filter((recipient) => (recipient.integer(ID.recipientKind) ?? 1) === kind)
      .map((recipient) => person(recipient, ID.name, ID.smtp, ID.address))
      .join(', ');
  const printedDate = /^date:[ \t]*(.*)$/im.exec(own.text(ID.headers) ?? '')?.[1];
  const found: [string, string | null][] = [
    ['From', person(own, ID.senderName, ID.senderSmtp, ID.senderAddress)],
    ['To', addressed(1) || own.text(ID.shownTo)],
    ['Cc', addressed(2) || own.text(ID.shownCc)],
    ['Subject', own.text(ID.subject)],
    ['Date', printedDate ?? own.time(ID.sent) ?? own.time(ID.received)],
    ['Message-ID', own.text(ID.messageId)],
  ];
  return found.flatMap(([name, value]) => (value === null || value.trim() === '' ? [] : [[name, value.trim()]]));
}

/** "Name <address>"; addresses inside an organisation are paths and say nothing. */
function person(of: MsgProperties, nameId: number, smtpId: number, addressId: number): string {
  const name = of.text(nameId)?.replace(/^'(.*)'$/, '$1') ?? '';
  const address = [of.text(smtpId), of.text(addressId)].find((one) => one?.includes('@')) ?? '';
  if (address === '' || name === address) return name === '' ? address : name;
  return name === '' ? address : `${name} <${address}>`;
}

const nameOf = (attachment: MsgProperties): string | null =>
  attachment.text(ID.longName) ?? attachment.text(ID.shortName) ?? attachment.text(ID.name);

function fileOf(attachment: MsgProperties, index: number): FileInside[] {
  const bytes = attachment.binary(ID.data);
  if (bytes === null) return [];
  const declaredType = attachment.text(ID.mediaType)?.toLowerCase();
  const isInText = attachment.integer(ID.hidden) === 1 || attachment.text(ID.contentId) !== null;
  return [
    {
      filename: nameOf(attachment) ?? `part ${index + 1}`,
      sizeBytes: bytes.length,
      ...(declaredType === undefined ? {} : { declaredType }),
      read: isDecoration(declaredType ?? '', bytes, isInText) ? null : () => bytes,
    },
  ];
}
