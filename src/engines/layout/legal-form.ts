const FORMS =
  /(?<![\p{L}])(?:GmbH(?: ?& ?Co\.? ?KG)?|AG|KG|OHG|UG|GbR|e\.\s?K\.|e\.V\.|mbH|SARL|S\.A\.R\.L\.|SAS|S\.A\.S\.|SASU|EURL|S\.?A\.?|SNC|S\.?L\.?U?|S\.?r\.?l\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|BVBA|Ltd\.?|LTD\.?|Limited|LIMITED|GMBH|INC\.?|LLP|PLC|Inc\.?|LLC|L\.L\.C\.|Corp\.?|Corporation|Company|Co\.|Pty|Pvt|Sdn\.? ?Bhd\.?|SDN\.? ?BHD\.?|GMBH|LTD\.?|Lda\.?|s\.\s?r\.\s?o\.?|a\.\s?s\.|sp\. ?z ?o\. ?o\.|Kft\.?|Zrt\.?|Bt\.|AB|ApS|A\/S|AS|Oy|LP|L\.P\.|Bank|Foundation|Stiftung|University)(?![\p{L}])/u;

/** True when a name carries a company's legal form (GmbH, SARL, Ltd ...). */
export function hasLegalForm(name: string): boolean {
  return FORMS.test(name);
}

/** The company name inside a longer line: the capitalised words before its legal form, the form included; null: none. */
export function companyIn(text: string): { readonly start: number; readonly end: number } | null {
  const form = FORMS.exec(text);
  if (form === null) return null;
  const before = text.slice(0, form.index);
  const start =
    /(?:[\p{Lu}\d][\p{L}\d.&'’+-]*|&|und|and|et|e|y|de|der|of)(?:\s+(?:[\p{Lu}\d][\p{L}\d.&'’+-]*|&|und|and|et|e|y|de|der|of))*\s+$/u.exec(
      before,
    )?.index;
  if (start === undefined) return null;
  return { start, end: form.index + form[0].length };
}
