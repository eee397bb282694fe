import { type FileInside, joinFilesInside, readFilesInside } from '../files-inside';
import { finishDocument } from '../finish-document';
import { guessLanguage } from '../guess-language';
import { setHtml } from '../html/set-html';
import { ParseError } from '../parse-error';
import type { Attachment, Field, ParsedDocument, ParseOptions, ParserTools, Table } from '../parsed-document';
import { MAX_TEXT_CHARACTERS } from '../plain-text';
import { Typesetter } from '../typeset';
import { setPlainBody } from './plain-body';

/** What mails of all formats have in common. */
export interface Message {
  readonly mediaType: string;
  /** Name and value, in the order they are shown in. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string | null;
  /** Empty where there is none. */
  readonly html: string;
  readonly text: string;
  readonly files: Iterable<FileInside>;
  /** Messages that are part of this one and no files of their own, read. */
  readonly messages?: readonly Attachment[];
}

/** A body in HTML is preferred where it has these; else the plain text says the same with less noise. */
const STRUCTURE = /<(?:table|dl|ul|ol)[\s>]|itemprop|ld\+json/i;

/** Headers as fields, the body as lines and tables, files listed; and after it the pages of those files. */
export async function setMessage(message: Message, options: ParseOptions, tools: ParserTools): Promise<ParsedDocument> {
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const fields: Field[] = message.headers.map(([name, value]) => ({
    path: [name],
    value,
    locator: name,
    ...typesetter.labelled(name, value),
  }));
  typesetter.blank();
  const tables: Table[] = [];
  if (message.html !== '' && (message.text.trim() === '' || STRUCTURE.test(message.html))) {
    const body = setHtml(message.html, typesetter);
    for (const field of body.fields) fields.push(field);
    for (const table of body.tables) tables.push(table);
  } else {
    refuseLong(message.text);
    setPlainBody(message.text, typesetter);
  }
  const attachments = [...(await readFilesInside(message.files, tools)), ...(message.messages ?? [])];
  for (const { filename, mediaType, sizeBytes } of attachments) {
    typesetter.text(`Attachment: ${filename} (${mediaType}, ${sizeBytes} bytes)`);
  }
  const properties = message.subject === null ? {} : { title: message.subject };
  const own = { mediaType: message.mediaType, pages: typesetter.finish(), tables, fields, properties };
  const document = finishDocument(joinFilesInside(own, attachments), options.pages);
  return { ...document, language: languageOf(message, attachments) };
}

function refuseLong({ length }: string): void {
  if (length > MAX_TEXT_CHARACTERS)
    throw new ParseError(
      'document-unreadable',
      `this e-mail has ${length} characters of text; at most ${MAX_TEXT_CHARACTERS} are read: send its text as a file of its own`,
    );
}

/** Characters that tell the language of a body. */
const SAMPLE_CHARACTERS = 20_000;

/** Of what was written, then of what was sent along: the names of headers are English in every mail. */
function languageOf({ text, html }: Message, attachments: readonly Attachment[]): string | null {
  const prose = text.trim() === '' ? html.slice(0, SAMPLE_CHARACTERS).replace(/<[^>]*>/g, ' ') : text;
  const own = guessLanguage(prose.slice(0, SAMPLE_CHARACTERS).split(/\s+/));
  return own ?? attachments.find(({ document }) => document?.language)?.document?.language ?? null;
}
