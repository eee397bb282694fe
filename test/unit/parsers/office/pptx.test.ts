import { expect, it } from 'vitest';
import { parsePptx } from '../../../../src/parsers/office/pptx/parse-pptx';
import { ALONE } from '../../../support/parser-tools';
import { outline } from '../outline';
import { relationships, zipOf } from './office-zip';

const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function shape(text: string, x: number, y: number, placeholder = ''): string {
  const place = x < 0 ? '' : `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="100" cy="100"/></a:xfrm>`;
  const paragraphs = text.split('|').map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`);
  return `<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`;
}
const slide = (shapes: string, more = ''): string =>
  `<p:sld ${NAMES} ${more}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;

it('reads slides in the order they are shown, titles first, then by place, those of layouts too, then notes', async () => {
  const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="300"/><a:ext cx="100" cy="100"/><a:chOff x="0" y="0"/><a:chExt cx="1000" cy="1000"/></a:xfrm></p:grpSpPr>${shape('grouped', 0, 5000)}</p:grpSp>`;
  const bytes = zipOf({
    'ppt/presentation.xml': `<p:presentation ${NAMES}><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="h"/><p:sldId id="258" r:id="a"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships({
      a: ['slide', 'slides/s1.xml'],
      b: ['slide', 'slides/s2.xml'],
      h: ['slide', 'slides/s3.xml'],
    }),
    'ppt/slides/s1.xml': slide(shape('last slide', 0, 0)),
    'ppt/slides/s2.xml': slide(
      `${shape('low|lower', 0, 400)}${group}${shape('right|side', 500, 100)}${shape('placed|by layout', -1, 0, '<p:ph type="body" idx="3"/>')}${shape('The title', 0, 900, '<p:ph type="title"/>')}${shape('7', 0, 0, '<p:ph type="sldNum"/>')}`,
    ),
    'ppt/slides/_rels/s2.xml.rels': relationships({
      l: ['slideLayout', '../layout.xml'],
      n: ['notesSlide', '../notes.xml'],
    }),
    'ppt/layout.xml': slide(shape('Edit', 0, 100, '<p:ph type="body" idx="3"/>')),
    'ppt/notes.xml': slide(shape('say hello', 0, 0, '<p:ph type="body"/>')),
    'ppt/slides/s3.xml': slide(shape('hidden', 0, 0), 'show="0"'),
  });
  const document = await parsePptx(bytes, { filename: 'a.pptx', pages: null }, ALONE);
  expect(outline(document).lines).toEqual([
    ['The title', '- placed', '- by layout', 'right', 'side', 'low', 'lower', 'grouped', 'Notes:', 'say hello'],
    ['last slide'],
  ]);
  expect(document.markdown.startsWith('# The title')).toBe(true);
});
