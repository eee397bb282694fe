import type { ParsedPart } from '../jobs/blob-port';
import { type ParsedSource, readParsed } from '../jobs/read-parsed';
import type { ParsedDocument } from '../parsers/parsed-document';
import { otherWorkFirst } from '../parsers/parsed-part';
import type { PipelinePorts } from './pipeline-ports';

/** One part of a document, parsed. */
export interface OpenPart {
  readonly document: ParsedDocument;
  readonly isLast: boolean;
  readonly pageCount: number | null;
}

/**
 * The parts of one document over one turn. The first is kept: a short document is no more than that, and what engines know
 * of it holds over all phases. Of the others one at a time is held.
 */
export class OpenParts {
  readonly #ports: Pick<PipelinePorts, 'blobs' | 'reader'>;
  readonly #source: ParsedSource;
  #first: OpenPart | null = null;
  #stream: AsyncGenerator<ParsedPart> | null = null;
  /** Number of the part that the stream gives next. */
  #next = 1;
  /** Up to here this turn has read: that is not read afresh again. */
  #readTo = 0;

  constructor(ports: Pick<PipelinePorts, 'blobs' | 'reader'>, source: ParsedSource) {
    this.#ports = ports;
    this.#source = source;
  }

  async first(): Promise<OpenPart> {
    this.#first ??= await this.#read(1);
    if (this.#first === null) throw new Error('a document has at least one part');
    return this.#first;
  }

  /** Part after part from this number (1-based) on. */
  async *from(number: number): AsyncGenerator<OpenPart> {
    for (;;) {
      const part = number === 1 ? await this.first() : await this.#read(number);
      if (part === null) return;
      yield part;
      if (part.isLast) return;
      number += 1;
    }
  }

  /** One part out of order. */
  async part(number: number): Promise<OpenPart | null> {
    if (number === 1) return this.first();
    const aside = new OpenParts(this.#ports, { ...this.#source, isFresh: false });
    const part = await aside.#read(number);
    await aside.close();
    return part;
  }

  /** Lets go of what is half read. */
  async close(): Promise<void> {
    await this.#stream?.return(undefined);
    this.#stream = null;
  }

  async #read(number: number): Promise<OpenPart | null> {
    if (this.#stream === null || this.#next !== number) {
      await this.close();
      const isFresh = this.#source.isFresh && number > this.#readTo;
      this.#stream = readParsed(this.#ports, { ...this.#source, isFresh }, number);
      this.#next = number;
    }
    const { value, done } = await this.#stream.next();
    if (done === true) return null;
    this.#next += 1;
    this.#readTo = Math.max(this.#readTo, number);
    const { json, ...facts } = value;
    if (number > 1 || !facts.isLast) await otherWorkFirst();
    return { ...facts, document: parsedIn(json) };
  }
}

/** Parsed documents are written by the parsers alone, under a key with their version, so the shape is known. */
const parsedIn = (json: string): ParsedDocument => JSON.parse(json) as ParsedDocument;
