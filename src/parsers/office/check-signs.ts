/** How check boxes read in text. */
export const CHECKED = '☒';
export const UNCHECKED = '☐';
