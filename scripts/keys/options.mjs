import { parseArgs } from 'node:util';

export const HELP = `npm run keys -- <action> [options]

  create                 makes a key and prints it, this once
  list                   shows the keys
  revoke <id>            ends a key with the next request
  rotate <id>            gives a key another secret and prints it, this once
  audit                  shows what was done to keys and webhooks, the newest first

  --name <text>          create: what the key is for
  --scopes <words>       create: some of read,write,extract,admin; the first three unless said
  --expires <time>       create: from when it is good for nothing, ISO 8601
  --overlap <seconds>    rotate: how long the old secret lives on; 0 unless said
  --account <id>         whose keys: your key's own unless said. The key that the server was started with
                         may name any account; one that is named for the first time is made
  --limit <number>       list, audit: at most so many rows; 100 unless said
  --cursor <text>        list, audit: where the page before ended, as it said
  --json                 prints what the server answered
  --url <url>            the server; else QUARRY_URL, else the one that runs on this machine
  --key <key>            a key with the scope admin; else QUARRY_KEY, else that of the server on this machine.
                         What stands in a command is seen by others on this machine: prefer QUARRY_KEY
`;

/** What each action takes besides what all of them take. */
const ACTIONS = {
  create: ['name', 'scopes', 'expires'],
  list: ['limit', 'cursor'],
  revoke: [],
  rotate: ['overlap'],
  audit: ['limit', 'cursor'],
};
const BY_ID = ['revoke', 'rotate'];
const EVERYWHERE = ['account', 'url', 'key', 'json'];
const text = { type: /** @type {const} */ ('string') };
const OPTIONS = {
  ...{ name: text, scopes: text, expires: text, overlap: text, limit: text, cursor: text },
  ...{ account: text, url: text, key: text },
  json: { type: /** @type {const} */ ('boolean') },
};

/** Reads the words behind the command: `{ action, id, ...options }`. Throws an error that says what would be right. */
export function readOptions(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [action = '', id, ...more] = positionals;
  if (!Object.hasOwn(ACTIONS, action)) {
    throw new Error(
      `${action === '' ? 'no action' : `"${action}" is no action`}; one of ${Object.keys(ACTIONS).join(', ')}`,
    );
  }
  const wantsId = BY_ID.includes(action);
  if (wantsId && id === undefined) throw new Error(`${action}: which key? "${action} <id>"; list shows the ids`);
  const superfluous = wantsId ? more : positionals.slice(1);
  if (superfluous.length > 0) throw new Error(`${action} does not take "${superfluous.join(' ')}"`);
  const misplaced = Object.keys(values).find((name) => ![...ACTIONS[action], ...EVERYWHERE].includes(name));
  if (misplaced !== undefined) throw new Error(`${action} does not take --${misplaced}`);
  return { ...values, action, id };
}
