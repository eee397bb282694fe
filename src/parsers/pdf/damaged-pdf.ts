import { ParseError } from '../parse-error';

export const damagedPdf = (): ParseError =>
  new ParseError('document-unreadable', 'this PDF is truncated or damaged; export it again from its source');
