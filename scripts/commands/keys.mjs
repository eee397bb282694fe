import { join, resolve } from 'node:path';
import { ask } from '../keys/ask.mjs';
import { findServer } from '../keys/find-server.mjs';
import { linesOf } from '../keys/lines.mjs';
import { HELP, readOptions } from '../keys/options.mjs';
import { toRequest } from '../keys/to-request.mjs';
import { serversOf } from '../orphans.mjs';
import { root } from '../root.mjs';

/** Manages the API keys of a server over HTTP. 0: done; 1: the server said no; 2: it was not understood. */
export async function run(args) {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return args.length === 0 ? 2 : 0;
  }
  let options;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`quarry: ${error.message}\n\n${HELP}`);
    return 2;
  }
  const dataFolder = process.env.QUARRY_DATA ? resolve(process.env.QUARRY_DATA) : join(root, '.quarry');
  const server = await findServer(options, process.env, dataFolder, serversOf(dataFolder).length > 0);
  const [method, path, body] = toRequest(options);
  const answer = await ask(server, method, path, body);
  const lines = options.json ? [JSON.stringify(answer, null, 2)] : linesOf(options.action, answer);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
