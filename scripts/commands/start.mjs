import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { probePort } from '../free-port.mjs';
import { addressFile } from '../keys/find-server.mjs';
import { reapOrphans } from '../orphans.mjs';
import { root } from '../root.mjs';
import { startService } from '../service.mjs';
import { rejectOnAbort, stopSignal } from '../stop-signal.mjs';

const DEFAULT_PORT = 8787;

/**
 * Serves until SIGINT or SIGTERM. Reads PORT, QUARRY_DATA (folder of all local state), QUARRY_KEY (preset API key) and
 * QUARRY_VERBOSE. Standard output gets the line `ready <url> key <key>` and a curl line to paste, nothing else.
 */
export async function run() {
  const dataFolder = process.env.QUARRY_DATA ? resolve(process.env.QUARRY_DATA) : join(root, '.quarry');
  const signal = stopSignal();
  // Before a port is chosen: an orphan may hold the one we want.
  reapOrphans(dataFolder);
  await rm(addressFile(dataFolder), { force: true });
  try {
    const service = await startService({
      port: await choosePort(process.env.PORT),
      dataFolder,
      presetKey: process.env.QUARRY_KEY,
      verbose: Boolean(process.env.QUARRY_VERBOSE),
      signal,
    });
    await writeFile(addressFile(dataFolder), `${service.url}\n`);
    process.stdout.write(`ready ${service.url} key ${service.key}\n${curlLine(service)}\n`);
    await Promise.race([rejectOnAbort(signal), service.ended]).finally(service.stop);
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  }
  throw new Error('the server ended unasked');
}

async function choosePort(wanted) {
  if (!wanted) return (await probePort(DEFAULT_PORT)) ?? (await probePort(0));
  const port = await probePort(Number(wanted));
  if (port === null) throw new Error(`PORT ${wanted} cannot be listened on: it is in use or no port number`);
  return port;
}

function curlLine({ url, key }) {
  const sample = join(root, 'test', 'samples', 'brightwater-invoice.pdf');
  const schema = '{"invoice_number":"string","due_date":"date","total_gross":"number"}';
  const parts = ['-H', `Authorization: Bearer ${key}`, '-F', `file=@${sample}`, '-F', `schema=${schema}`];
  return `curl -s ${url}/v1/extract ${parts.map(shellWord).join(' ')}`;
}

const shellWord = (text) => (/^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
