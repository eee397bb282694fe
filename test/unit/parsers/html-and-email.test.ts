import { describe, expect, it } from 'vitest';
import { parseEmail } from '../../../src/parsers/email';
import { parseHtml } from '../../../src/parsers/html';
import type { ParseOptions } from '../../../src/parsers/parsed-document';
import { ALONE } from '../../support/parser-tools';
import { bytesOf, outline } from './outline';

const ALL: ParseOptions = { filename: 'sample', pages: null };

describe('HTML', () => {
  it('is Markdown with its headings, links, pictures that are described, and lists in lists', async () => {
    const html = `<h2>Tides</h2><p>See <a href="https://example.org/t">the table</a> or <a href="#top">the top</a>.</p>
<ol start=3><li><p>Wait</p><li>Go<ul><li>slowly</ul></ol><img alt="A chart" src="data:image/png;base64,AA"><img src=x.png>`;
    expect((await parseHtml(bytesOf(html), ALL, ALONE)).markdown).toBe(
      '## Tides\n\nSee [the table](https://example.org/t) or the top.\n\n3. Wait\n\n4. Go\n   - slowly\n![A chart]()',
    );
  });

  it('reads what a browser shows: blocks, tables with spans, pairs and form values', async () => {
    const html = `<!doctype html><html lang="nl-NL"><head><title>Bon</title><style>p{}</style></head><body>
<h1>Bon&nbsp;7</h1><p>Dank u, <b>Jan</b> &amp; co</p><script>alert(1)</script><p style="display:none">niet</p>
<div><span>Totaal</span> <span>5,00</span></div><label>Naam</label> <input value="Piet"><input type="hidden" value="x">
<ul><li>een<li>twee</ul>
<table><caption>Regels</caption><tr><th>Artikel<th>Prijs<th>Aantal</tr>
<tr><td rowspan=2>Olie<td>3<td>1</tr><tr><td colspan=2>gratis</tr></table>
<dl><dt>Datum:</dt><dd>1-2-2024</dd></dl></body></html>`;
    const document = await parseHtml(bytesOf(html), ALL, ALONE);
    expect(outline(document)).toEqual({
      mediaType: 'text/html',
      lines: [
        [
          'Bon 7',
          'Dank u, Jan & co',
          ...['Totaal', '5,00'],
          ...['Naam', 'Piet'],
          ...['- een', '- twee'],
          ...['Artikel', 'Prijs', 'Aantal', 'Olie', '3', '1', 'Olie', 'gratis'],
          'Datum: 1-2-2024',
        ],
      ],
      tables: [
        {
          title: 'Regels',
          headerRows: 1,
          rows: [
            ['Artikel', 'Prijs', 'Aantal'],
            ['Olie', '3', '1'],
            ['Olie', 'gratis', ''],
          ],
        },
      ],
      fields: [['Datum', '1-2-2024', 'dt Datum']],
      attachments: [],
    });
    expect([document.language, document.properties]).toEqual(['nl', { title: 'Bon' }]);
  });

  it('reads tables that only lay out a page as lines', async () => {
    const html = '<table><tr><td><table><tr><td>Order</td><td>12</td></tr></table></td></tr></table>';
    expect(outline(await parseHtml(bytesOf(html), ALL, ALONE))).toMatchObject({ lines: [['Order', '12']], tables: [] });
  });

  it('reads what is only told to machines: microdata and JSON-LD', async () => {
    const html = `<div itemscope itemprop="offer"><meta itemprop="price" content="12.50"><span itemprop="name">Oil</span></div>
<script type="application/ld+json">{"@type":"Recipe","name":"Salt &amp; Oil","step":[{"n":1,"t":"mix"},{"n":2,"t":"eat"}]}</script>
<script type="application/ld+json">{broken</script>`;
    const document = await parseHtml(bytesOf(html), ALL, ALONE);
    expect(outline(document).fields).toEqual([
      ['offer/price', '12.50', 'itemprop price'],
      ['offer/name', 'Oil', 'itemprop name'],
      ['@type', 'Recipe', '/@type'],
      ['name', 'Salt & Oil', '/name'],
      ['step/0/n', '1', '/step/0/n'],
      ['step/0/t', 'mix', '/step/0/t'],
      ['step/1/n', '2', '/step/1/n'],
      ['step/1/t', 'eat', '/step/1/t'],
    ]);
    expect(outline(document).tables).toEqual([
      {
        title: 'step',
        headerRows: 1,
        rows: [
          ['n', 't'],
          ['1', 'mix'],
          ['2', 'eat'],
        ],
      },
    ]);
  });
});

describe('e-mail', () => {
  it('reads headers as fields and the text, and lists attachments', async () => {
    const mail = [
      'From: =?UTF-8?Q?J=C3=B6rg?= <j@a.example>',
      'To: b@a.example, "C, D" <c@a.example>',
      'Subject: Your order',
      'Date: Tue, 12 Mar 2019 09:00:00 +0100',
      'Message-ID: <1@a.example>',
      'Content-Type: multipart/mixed; boundary=X',
      '',
      '--X',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Order   12',
      '--X',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--X--',
      '',
    ].join('\r\n');
    expect(outline(await parseEmail(bytesOf(mail), ALL, ALONE))).toEqual({
      mediaType: 'message/rfc822',
      lines: [
        [
          'From: Jörg <j@a.example>',
          'To: b@a.example, C, D <c@a.example>',
          'Subject: Your order',
          'Date: Tue, 12 Mar 2019 09:00:00 +0100',
          'Message-ID: <1@a.example>',
          ...['Order', '12'],
          'Attachment: a.pdf (application/pdf, 5 bytes)',
        ],
      ],
      tables: [],
      fields: [
        ['From', 'Jörg <j@a.example>', 'From'],
        ['To', 'b@a.example, C, D <c@a.example>', 'To'],
        ['Subject', 'Your order', 'Subject'],
        ['Date', 'Tue, 12 Mar 2019 09:00:00 +0100', 'Date'],
        ['Message-ID', '<1@a.example>', 'Message-ID'],
      ],
      attachments: [{ filename: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 5 }],
    });
  });

  it('prefers the HTML body where it has tables, also when the blank line before the body is missing', async () => {
    const mail = `Subject: S\nContent-Type: multipart/alternative; boundary=X\n--X\nContent-Type: text/plain\n\nplain\n--X\nContent-Type: text/html\n\n<table><tr><th>Item<th>Price</tr><tr><td>Oil<td>3</tr></table>\n--X--\n`;
    const { tables } = outline(await parseEmail(bytesOf(mail), ALL, ALONE));
    expect(tables).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['Item', 'Price'],
          ['Oil', '3'],
        ],
      },
    ]);
  });
});
