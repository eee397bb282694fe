/** How deep JSON goes, told from its text: what is nested a million deep cannot be walked once it is read. Pure. */

/** Whether objects and lists lie deeper in one another than that. Takes any text; does not check that it is JSON. */
export function isNestedDeeper(text: string, levels: number): boolean {
  let level = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') level += 1;
    else if (character === ']' || character === '}') level -= 1;
    if (level > levels) return true;
  }
  return false;
}

/** Where the string that begins there ends, or the text. Each backslash is looked at once. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text[before - 1] === '\\') before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
