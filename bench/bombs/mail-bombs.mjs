import { Buffer } from 'node:buffer';
import { bytesOf, noise } from './packing.mjs';

const repeated = (text, times) => text.repeat(times);
const FROM = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n';
/** A mail of one part. */
const mail = (headers, body) => bytesOf(`${FROM}MIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`);
/** A mail of these parts. */
export const mixed = (parts) =>
  mail('Content-Type: multipart/mixed; boundary=X', `${parts.map((part) => `--X\r\n${part}\r\n`).join('')}--X--\r\n`);
const attached = (encoding, body, type = 'application/octet-stream') =>
  `Content-Type: ${type}; name=a.bin\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;

const inBase64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Letters that no format begins with, packed as attachments are. */
const packed = (megabytes) => inBase64(Buffer.alloc(megabytes * 1_000_000, '\x01\x02\xfe', 'latin1'));

/** Small texts in no language, their heads as short as can be: files, or pictures of the text. */
const inNoLanguage = (count, head) => mixed(Array(count).fill(`${head}\r\n\r\n${lettersOf(noise(2400, 192))}`));
const lettersOf = (bytes) => Buffer.from(bytes).toString('latin1');

/** A file of letters in code, and parts that say what stands for it while the rest is read. */
const namesOfOneFile = (type) =>
  mixed([
    attached('quoted-printable', repeated('=01', 7_000_000)),
    ...Array(990).fill(`Content-Type: ${type}\r\n\r\nQuarryPart000000`),
  ]);

/** Multiparts in each other whose boundaries are alike but for their last letter, and lines that are alike but for theirs. */
function alike(levels, lines) {
  const start = repeated('b', 190);
  const heads = Array.from({ length: levels }, (_, level) => {
    const boundary = `${start}${level + 10}`;
    return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
  });
  return bytesOf(`${FROM}${heads.join('')}\r\n${repeated(`--${start}xx\r\n`, lines)}`);
}

/** Mails of parts, lines and letters without end, by name. */
export const MAIL_BOMBS = {
  'parts hundred thousand times.eml': () => mixed(Array(100_000).fill('Content-Type: text/plain\r\n\r\na')),
  'nine thousand small files.eml': () => mixed(Array(9000).fill(attached('base64', 'AQID'))),
  'nine thousand texts of letters in code.eml': () =>
    mixed(Array(9000).fill('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=41')),
  'file named a thousand times.eml': () => namesOfOneFile('a/b'),
  'file named a thousand times by calendars.eml': () => namesOfOneFile('text/calendar'),
  'boundaries that are alike.eml': () => alike(45, 9000),
  'boundary of four hundred thousand letters.eml': () =>
    mail(`Content-Type: multipart/mixed; boundary=${repeated('b', 400_000)}`, repeated('--b\r\n', 5000)),
  'boundaries that nobody ends.eml': () => mail('Content-Type: multipart/mixed; boundary=X', repeated('--X\r\n', 9000)),
  'lines that only look like boundaries.eml': () =>
    mail('Content-Type: multipart/mixed; boundary=X', repeated('--\r\n', 5_000_000)),
  'line of twenty million letters.eml': () => mail('Content-Type: text/plain', repeated('a', 20_000_000)),
  'twenty million empty lines.eml': () => mail('Content-Type: text/plain', repeated('\n', 20_000_000)),
  'twenty million empty lines attached.eml': () => mixed([attached('7bit', repeated('\n', 20_000_000))]),
  'eight million letters of words.eml': () => mail('Content-Type: text/plain', repeated('a ', 4_000_000)),
  'eight million letters that flow.eml': () =>
    mail('Content-Type: text/plain; format=flowed; delsp=yes', repeated('a \r\n', 95_000) + repeated('a ', 3_600_000)),
  'eight million letters of signs.eml': () => mail('Content-Type: text/html', repeated('&lt;', 2_000_000)),
  'padding after each letter.eml': () =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', repeated('QQ==', 5_000_000)),
  'padding after each letter attached.eml': () => mixed([attached('base64', repeated('QQ==', 5_000_000))]),
  'letters in code.eml': () =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable', repeated('=41', 7_000_000)),
  'letters in code attached.eml': () => mixed([attached('quoted-printable', repeated('=01', 7_000_000))]),
  'lines that go on attached.eml': () => mixed([attached('quoted-printable', repeated('=\r\n', 7_000_000))]),
  'folds without end.eml': () => bytesOf(`${FROM}Subject: a\r\n${repeated(' a\r\n', 120_000)}\r\na`),
  'comments in a type.eml': () => mail(`Content-Type: text/plain ${repeated('(', 400_000)}`, 'a'),
  'name in pieces.eml': () =>
    mixed([
      `Content-Type: application/pdf${Array.from({ length: 20_000 }, (_, index) => `; name*${index}*=%41`).join('')}\r\n\r\na`,
    ]),
  'words in words in bounds.eml': () =>
    bytesOf(`${repeated('=?utf-8?B?YWFh?= ', 29_000).replace(/^/, `From: a@b.example\r\nSubject: `)}\r\n\r\na`),
  'words without padding in bounds.eml': () =>
    bytesOf(`From: a@b.example\r\nSubject: ${repeated('=?x?Q?=ff?= ', 42_000)}\r\n\r\na`),
  'addresses in bounds.eml': () =>
    bytesOf(`From: a@b.example\r\nTo: ${repeated('a@b.example, ', 39_000)}\r\nSubject: x\r\n\r\na`),
  'groups of addresses.eml': () =>
    bytesOf(`From: a@b.example\r\nTo: ${repeated('a:', 200_000)}\r\nSubject: x\r\n\r\na`),
  'addresses of nothing but signs.eml': () =>
    bytesOf(`From: a@b.example\r\nTo: ${repeated('<', 400_000)}\r\nCc: ${repeated('@', 100_000)}\r\n\r\na`),
  'two hundred files of noise.eml': () => mixed(Array(200).fill(attached('base64', inBase64(noise(48_000, 0))))),
  'thousand small files of letters of no language.eml': () => inNoLanguage(1000, 'Content-Type: a/b'),
  'thousand pictures that are letters of no language.eml': () =>
    inNoLanguage(1000, 'Content-Type: image/png\r\nContent-ID: <a>'),
  'seven thousand small files of letters of no language.eml': () => inNoLanguage(7000, 'Content-Type: a/b'),
  'twenty-four megabytes attached.eml': () => mixed([attached('base64', packed(24))]),
  'mail of twenty megabytes attached to one.eml': () =>
    mixed([
      `Content-Type: message/rfc822\r\n\r\n${Buffer.from(mixed([attached('base64', packed(20))])).toString('latin1')}`,
    ]),
};
