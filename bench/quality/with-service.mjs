import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probePort } from '../../scripts/free-port.mjs';
import { startService } from '../../scripts/service.mjs';
import { rejectOnAbort, stopSignal } from '../../scripts/stop-signal.mjs';

/** Starts a service with an empty data folder, has it used, stops it and answers what the use came to. */
export async function withService(use) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quarry-quality-'));
  const signal = stopSignal();
  try {
    const port = await probePort(0);
    const service = await startService({ port, dataFolder, verbose: Boolean(process.env.QUARRY_VERBOSE), signal });
    return await Promise.race([use(service), rejectOnAbort(signal)]).finally(service.stop);
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
  }
}
