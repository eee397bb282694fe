// Reads the PDF it is sent: on /library with the PDF library alone, on /quarry with all that is made of it.
import { parsePdf } from '../../src/parsers/pdf/parse-pdf';
import { readPdf } from '../../src/parsers/pdf/read-pdf';

/** Neither a reader of characters nor files inside: what is measured has text and nothing attached. */
const tools = { characters: null, inside: async () => null };

const READERS = {
  '/library': async (bytes) => (await readPdf(bytes, null)).pages.length,
  '/quarry': async (bytes) => (await parsePdf(bytes, { filename: 'measured.pdf', pages: null }, tools)).pages.length,
};

export default {
  async fetch(request) {
    const read = READERS[new URL(request.url).pathname];
    if (read === undefined) return new Response(null, { status: 404 });
    return Response.json({ pages: await read(new Uint8Array(await request.arrayBuffer())) });
  },
};
