import type { Ports } from '../jobs/ports';

/** What the pipeline needs of the world. */
export interface PipelinePorts extends Pick<Ports, 'clock' | 'blobs' | 'gates' | 'reader'> {
  readonly settings: Pick<Ports['settings'], 'limits'>;
}
