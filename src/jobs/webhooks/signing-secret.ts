import type { TokenSource } from '../ports';

/** A new secret as Standard Webhooks writes them: "whsec_" and the base64 of 256 random bits. */
export const newSigningSecret = (tokens: TokenSource): string =>
  `whsec_${tokens().replaceAll('-', '+').replaceAll('_', '/')}=`;
