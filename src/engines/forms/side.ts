/** Where a label stands as seen from its blank. */
export type Side = 'left' | 'above' | 'below';
