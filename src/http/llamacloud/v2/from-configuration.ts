/** Our stored configurations as theirs — pure. */
import { iso } from '../from-agent';
import { type ConfigurationResponse, PRODUCT } from './configuration-wire';
import type { StoredConfiguration } from './configurations';

export const fromConfiguration = (stored: StoredConfiguration): ConfigurationResponse => ({
  id: `cfg-${stored.id}`,
  name: stored.name,
  product_type: PRODUCT,
  version: iso(stored.updatedAt),
  parameters: { product_type: PRODUCT, ...stored.configuration },
  created_at: iso(stored.createdAt),
  updated_at: iso(stored.updatedAt),
});
