const OOXML = 'http://schemas.openxmlformats.org';
/** The strict form of ISO/IEC 29500 has the same names in other namespaces. */
const STRICT = 'http://purl.oclc.org/ooxml';
const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** The prefix that is usual for a namespace: files may use any. */
export const PREFIX_OF: Readonly<Record<string, string>> = {
  [`${OOXML}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OOXML}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${OOXML}/presentationml/2006/main`]: 'p',
  [`${STRICT}/presentationml/main`]: 'p',
  [`${OOXML}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OOXML}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${OOXML}/markup-compatibility/2006`]: 'mc',
  [`${OOXML}/spreadsheetml/2006/main`]: '',
  [`${STRICT}/spreadsheetml/main`]: '',
  [`${OOXML}/package/2006/relationships`]: '',
  [`${OOXML}/package/2006/metadata/core-properties`]: 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  [`${MICROSOFT}/word/2010/wordml`]: 'w14',
  [`${MICROSOFT}/word/2012/wordml`]: 'w15',
  [`${OPEN_DOCUMENT}:office:1.0`]: 'office',
  [`${OPEN_DOCUMENT}:text:1.0`]: 'text',
  [`${OPEN_DOCUMENT}:table:1.0`]: 'table',
  [`${OPEN_DOCUMENT}:drawing:1.0`]: 'draw',
  [`${OPEN_DOCUMENT}:presentation:1.0`]: 'presentation',
  [`${OPEN_DOCUMENT}:style:1.0`]: 'style',
  [`${OPEN_DOCUMENT}:form:1.0`]: 'form',
  [`${OPEN_DOCUMENT}:meta:1.0`]: 'meta',
  [`${OPEN_DOCUMENT}:manifest:1.0`]: 'manifest',
  [`${OPEN_DOCUMENT}:xsl-fo-compatible:1.0`]: 'fo',
  [`${OPEN_DOCUMENT}:svg-compatible:1.0`]: 'svg',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};
