import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixed } from '../../../bench/bombs/mail-bombs.mjs';
import { filesFound, leanMessage } from '../../../src/parsers/mail/lean-message';
import { type MimeHead, mimeHead } from '../../../src/parsers/mail/mime-head';
import { readMime } from '../../../src/parsers/mail/mime-message';
import { leavesOf } from '../../../src/parsers/mail/mime-parts';
import { decodeBase64, decodeQuotedPrintable, encodeBase64 } from '../../../src/parsers/mail/transfer-encoding';
import { parseDocument } from '../../../src/parsers/registry';
import { bytesOf } from './outline';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('What the head of a part says', () => {
  const SILENT: MimeHead = { mediaType: 'text/plain', boundary: null, isAttachment: false, encoding: '8bit' };

  it.each<[string, Partial<MimeHead>]>([
    ['Subject: x', {}],
    ['Content-Type: Text/HTML; charset=x', { mediaType: 'text/html' }],
    ['Content-Type:\n text/html', { mediaType: 'text/html' }],
    [' content-type : text/html', { mediaType: 'text/html' }],
    ['\ufeffContent-Type: text/html', {}],
    ['Content-Type: text/html\nContent-Type: a/b', { mediaType: 'text/html' }],
    ['Content-Type: text/html(hello)', { mediaType: 'text/html' }],
    ['Content-Type: text/html (a (comment); of=no) ; charset=x', { mediaType: 'text/html' }],
    ['Content-Type: a/b; boundary="a;b=\\"c"; charset=x', { mediaType: 'a/b', boundary: 'a;b="c' }],
    ['Content-Type: a/b; boundary=one; boundary=two; flag', { mediaType: 'a/b', boundary: 'one' }],
    ['Content-Type: a/b; flag; boundary=one(two)', { mediaType: 'a/b', boundary: 'one(two)' }],
    ['Content-Type: a/b; boundary*1="cd"; boundary*0="ab"', { mediaType: 'a/b', boundary: 'abcd' }],
    ["Content-Type: a/b; boundary*=utf-8''a%3Db", { mediaType: 'a/b', boundary: 'a=b' }],
    ['Content-Type: a/b; boundary=""', { mediaType: 'a/b' }],
    ['Content-Disposition: Attachment(sic); filename=invoice(1).pdf', { isAttachment: true }],
    ['Content-Disposition: inline; attachment', {}],
    ['Content-Transfer-Encoding: "BASE64"', { encoding: 'base64' }],
    ['Content-Transfer-Encoding: (sic) base64, as ever', { encoding: 'base64' }],
    ['Content-Transfer-Encoding: x-quoted-printable', { encoding: 'quoted-printable' }],
    ['Content-Transfer-Encoding: 7bit; base64', { encoding: '7bit' }],
  ])('%j', (head, told) => {
    expect(mimeHead(head.split('\n').map(bytesOf), false)).toEqual({ ...SILENT, ...told });
  });

  it('is that it is a message, where nothing else is said in a digest', () => {
    expect(mimeHead([], true).mediaType).toBe('message/rfc822');
    expect(mimeHead([bytesOf('Content-Type: text/html')], true).mediaType).toBe('text/html');
  });
});

describe('What travelled as letters', () => {
  it.each([
    ['aGVsbG8=', 'hello'],
    ['aGVs\r\nbG8', 'hello'],
    ['aA==\r\naQ==\r\n', 'hi'],
    ['!a-G_k?', 'hi'],
    ['', ''],
    ['=', ''],
  ])('is decoded from base64: %j', (given, wanted) => {
    expect(text(decodeBase64(bytesOf(given)))).toBe(wanted);
  });

  it.each([
    ['caf=C3=a9', 'café'],
    ['a=\r\nb=\nc', 'abc'],
    ['1=1 =G1 =', '1=1 =G1 ='],
    ['a\r\nb', 'a\r\nb'],
  ])('is decoded from quoted-printable: %j', (given, wanted) => {
    expect(text(decodeQuotedPrintable(bytesOf(given)))).toBe(wanted);
  });

  it('is decoded from base64 as letter by letter, whatever stands between the letters', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const sixBits = (letter: string): string =>
      letters.includes(letter) ? letters.indexOf(letter).toString(2).padStart(6, '0') : '';
    const slowly = (given: string): number[] =>
      given.split('=').flatMap((unit) => {
        const bits = [...unit].map(sixBits).join('');
        return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
      });
    const written = fc.constantFrom(...letters, ...letters, '\r\n', '=', '==\n', '-', '\u00e9');
    fc.assert(
      fc.property(fc.array(written, { maxLength: 60 }), (pieces) => {
        expect([...decodeBase64(bytesOf(pieces.join('')))]).toEqual(slowly(pieces.join('')));
      }),
    );
  });

  it('is the same again when it was written as base64', () => {
    for (let length = 0; length < 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255);
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      expect(text(encodeBase64(bytes))).toBe(btoa(String.fromCharCode(...bytes)));
    }
  });
});

describe('The leaves of a message', () => {
  const body = ({ start, end }: { start: number; end: number }, message: string): string => message.slice(start, end);

  it('are its bodies, without the line end that belongs to a boundary', () => {
    const message =
      'Content-Type: multipart/mixed; boundary=X\r\n\r\npreamble\r\n--X\r\nContent-Type: multipart/alternative;\r\n boundary="Y"\r\n\r\n--Y\r\n\r\none\r\n--Y  \r\nContent-Type: text/html\r\n\r\ntwo\n--Y--\r\nafter\r\n--X\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: BASE64\r\n\r\nAAAA\r\n--Xx\r\n--X--\r\n--X\r\n';
    expect(leavesOf(bytesOf(message)).map((leaf) => [leaf.mediaType, body(leaf, message)])).toEqual([
      ['text/plain', 'one'],
      ['text/html', 'two'],
      ['text/plain', 'AAAA\r\n--Xx'],
    ]);
    expect(leavesOf(bytesOf(message))[2]).toMatchObject({ isAttachment: true, encoding: 'base64' });
  });

  it('are one where nothing divides it', () => {
    const message = 'Subject: x\n\na\n--b\n';
    expect(leavesOf(bytesOf(message)).map((leaf) => body(leaf, message))).toEqual(['a\n--b\n']);
    expect(leavesOf(bytesOf('Subject: x'))).toEqual([]);
  });

  it('are not cut by lines that only begin as boundaries do', () => {
    const piece = fc.constantFrom('-', '--', '\n', '\r\n', 'a', '--x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const message = `Content-Type: multipart/mixed; boundary=X\n\n--X\n\n${pieces.join('')}\n--X--`;
        expect(leavesOf(bytesOf(message)).map((leaf) => body(leaf, message))).toEqual([pieces.join('')]);
      }),
    );
  });
});

describe('A file in a mail', () => {
  const csv = Array.from({ length: 200 }, (_, row) => `${row},name ${row},${row * 2}\r\n`).join('');
  const part = (encoding: string, content: string): string =>
    `Content-Type: application/octet-stream; name="list.csv"\r\nContent-Disposition: attachment; filename*0="lis"; filename*1="t.csv"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}`;
  const packed = btoa(csv).replace(/.{76}/g, '$&\r\n');
  /** What stands for the first file of a mail while its text is read. */
  const MARK = 'QuarryPart000000';

  it.each([
    ['base64', packed],
    ['(sic) Base64', packed],
    ['base64, as ever', packed],
    ['quoted-printable', csv.replaceAll('name', '=6Ea=\r\nme')],
    ['7bit', csv],
    ['binary', csv],
  ])('is whole, however it travelled: %s', async (encoding, content) => {
    const mail = mixed([`Content-Type: text/plain\r\n\r\nHello`, part(encoding, content)]);
    const { attachments, tables, markdown } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments).toMatchObject([{ filename: 'list.csv', mediaType: 'text/csv', sizeBytes: csv.length }]);
    expect(tables[0]?.rows.at(-1)?.map((cell) => cell.text)).toEqual(['199', 'name 199', '398']);
    expect(markdown).toContain('Hello');
  });

  it('is the message itself where that is all it holds', async () => {
    const mail = bytesOf(`From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n${part('base64', packed)}`);
    const { attachments } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments).toMatchObject([{ filename: 'list.csv', sizeBytes: csv.length }]);
  });

  it('is found in mails in mails', async () => {
    const inner = new TextDecoder('latin1').decode(mixed([part('base64', packed)]));
    const mail = mixed([`Content-Type: message/rfc822\r\n\r\n${inner.replaceAll('X', 'Y')}`]);
    const { attachments } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments.map(({ filename }) => filename)).toEqual(['message 1.eml', 'message 1.eml/list.csv']);
  });

  it('is not mistaken for another that says what stands for it', async () => {
    const mail = mixed([part('7bit', 'QuarryPart000007'), part('base64', packed), part('7bit', 'a'.repeat(30))]);
    const { attachments } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments.map(({ sizeBytes }) => sizeBytes)).toEqual([16, csv.length, 31]);
  });

  it('is given to none of those that say what stands for it', async () => {
    const names = ['a/b', 'text/calendar', 'application/ics'].map((type) => `Content-Type: ${type}\r\n\r\n${MARK}`);
    const mail = mixed([...names, part('quoted-printable', csv.replaceAll('name', '=6Ea=\r\nme')), ...names]);
    const { attachments } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments.map(({ sizeBytes }) => sizeBytes)).toEqual([16, 17, 17, csv.length, 16, 17, 17]);
  });

  it.each(['text/calendar; charset=utf-8; method=REQUEST', 'application/ics; name="invite.ics"'])(
    'is a calendar that can be read, attached as %s',
    async (type) => {
      const lines = Array.from({ length: 60 }, (_, line) => `COMMENT:Zoë says ${line}\n`);
      const calendar = `BEGIN:VCALENDAR\n${lines.join('')}END:VCALENDAR\n`;
      const content = Buffer.from(calendar.replaceAll('\n', '\r\n')).toString('base64').replace(/.{76}/g, '$&\r\n');
      const headers = `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="invite.ics"`;
      const mail = mixed([`${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`]);
      const { attachments, markdown } = await parseDocument(mail, { filename: 'a.eml', pages: null });
      expect(attachments).toMatchObject([{ filename: 'invite.ics', sizeBytes: bytesOf(calendar).length }]);
      expect(markdown).toContain('Zoë says 59');
    },
  );

  it('is one of a mail whose boundary is told in pieces', async () => {
    const headers =
      'From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/mixed; boundary*0="ab"; boundary*1="cd"';
    const large = packed.padEnd(5_000_000, 'ABCD');
    const mail = bytesOf(`${headers}\r\n\r\n--abcd\r\n${part('base64', large)}\r\n--abcd--`);
    const { attachments } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments).toMatchObject([{ filename: 'list.csv' }]);
  });

  it('is a message of a digest, however large, whose head says nothing', async () => {
    const inner = bytesOf(`\r\nFrom: a@b.example\r\nSubject: Tides\r\n\r\n${'High water\r\n'.repeat(400_000)}`);
    const mail = text(mixed([text(inner)])).replace('multipart/mixed', 'multipart/digest');
    const { attachments } = await parseDocument(bytesOf(mail), { filename: 'a.eml', pages: null });
    expect(attachments).toMatchObject([{ filename: 'message 1.eml', sizeBytes: inner.length - 2 }]);
  });

  it('is none where a text says of what kind it is with a comment', async () => {
    const mail = mixed([`Content-Type: text/plain(hello)\r\n\r\n${'Order 12\r\n'.repeat(200)}`]);
    const { attachments, markdown } = await parseDocument(mail, { filename: 'a.eml', pages: null });
    expect(attachments).toEqual([]);
    expect(markdown).toContain('Order 12');
    expect(markdown).not.toContain(MARK);
  });

  it('is found again, however parts are woven', async () => {
    const line = fc.constantFrom(
      ...['--X', '--Y', '--X--', '--Y--', '', '', ' ', '(', 'AAAA', 'a=41=', MARK, 'Content-Transfer-Encoding: base64'],
      ...[
        'Content-Type: multipart/mixed; boundary=Y',
        'Content-Type: multipart/digest; boundary*=Y',
        'Content-Type: a/b',
      ],
      ...['Content-Type: text/html(', 'Content-Type: text/calendar', 'Content-Disposition: attachment'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
        const bytes = bytesOf(['Content-Type: multipart/mixed; boundary=X', '', '--X', ...lines].join(end));
        await expect(readMime(bytes)).resolves.toBeDefined();
      }),
    );
  });

  it('is only listed past the fiftieth, as what it is said to be', async () => {
    const parts = Array.from({ length: 51 }, (_, index) => part('7bit', `name,price\r\nOil ${index},3.00\r\n`));
    const { attachments } = await parseDocument(mixed(parts), { filename: 'a.eml', pages: null });
    expect(attachments.map(({ mediaType }) => mediaType)).toEqual([
      ...Array(50).fill('text/csv'),
      'application/octet-stream',
    ]);
  });

  it('is not taken for text: the mail is refused', () => {
    const lean = leanMessage(mixed([part('base64', packed)]));
    expect(() => filesFound(lean, [])).toThrow('this e-mail has files that look like text');
  });
});

describe('A mail past a limit', () => {
  it.each([
    ['headers', `From: a@b.example\r\nSubject: ${'a'.repeat(600_000)}`, 'more than 524288 bytes of headers'],
    ['letters', `From: a@b.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\n${'a'.repeat(4_300_000)}`, 'bytes of text'],
    [
      'text',
      `From: a@b.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\n${'a'.repeat(2_100_000)}`,
      'characters of text',
    ],
    ['lines', `From: a@b.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\n${'\n'.repeat(100_001)}`, 'lines of text'],
    [
      'words',
      `From: a@b.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\n${'a '.repeat(600_000)}`,
      'more than 500000 words',
    ],
    [
      'parts',
      `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n${'--X\r\n\r\na\r\n'.repeat(1001)}--X--`,
      'more than 1000 parts',
    ],
    [
      'lines like boundaries',
      `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n${'--\r\n'.repeat(10_001)}`,
      'more than 10000 lines that begin with two hyphens',
    ],
    [
      'letters of a boundary',
      `From: a@b.example\r\nTo: a@b.example\r\nContent-Type: multipart/mixed; boundary=${'b'.repeat(201)}\r\n\r\n`,
      'a boundary of more than 200 bytes',
    ],
  ])('is refused, and told which: %s', async (_, message, told) => {
    const read = parseDocument(bytesOf(message), { filename: 'a.eml', pages: null });
    await expect(read).rejects.toMatchObject({ code: 'document-unreadable', message: expect.stringContaining(told) });
  });
});
