/** What a key may be good for: looking, changing things, starting extractions, looking after keys and the account. */
export const SCOPES = ['read', 'write', 'extract', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** Of a key that was made without saying more. No scope holds another. */
export const USUAL_SCOPES: readonly Scope[] = ['read', 'write', 'extract'];
