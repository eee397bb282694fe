import { PLAIN_READING, type ReadOptions } from '../../jobs/request';
import type { Order } from './endpoint';

/** What requests of all endpoints say of it, where they can. */
interface AskedReading {
  readonly model?: string | null | undefined;
  readonly bust_cache?: boolean | null | undefined;
  readonly image_resolution_dpi?: number | null | undefined;
  readonly n_consensus?: number | null | undefined;
}

/** How the documents of a request are to be read. `said`: what its endpoint has its own words for. */
export function toReading(
  request: AskedReading,
  said: Partial<Pick<ReadOptions, 'instructions' | 'pages'>> = {},
): Pick<Order['command'], 'options' | 'model'> {
  const model = request.model || null;
  return {
    options: {
      ...PLAIN_READING,
      ...said,
      fresh: request.bust_cache ?? false,
      model,
      dpi: request.image_resolution_dpi ?? null,
      readings: request.n_consensus ?? 1,
    },
    model,
  };
}
