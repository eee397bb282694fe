/** What is printed of an answer, line by line. Pure. */
export function linesOf(action, answer) {
  switch (action) {
    case 'create':
    case 'rotate':
      return [`key ${answer.key}`, `id ${answer.id}  account ${answer.account}  scopes ${answer.scopes.join(',')}`];
    case 'revoke':
      return [`revoked ${answer.id} at ${answer.revoked_at}`];
    case 'list':
      return [...inColumns(KEY_HEADS, answer.data.map(keyCells)), ...rest(answer)];
    default:
      return [...inColumns(ENTRY_HEADS, answer.data.map(entryCells)), ...rest(answer)];
  }
}

const KEY_HEADS = ['id', 'key', 'scopes', 'made', 'last used', 'ends', 'name'];
const ENTRY_HEADS = ['when', 'what', 'of', 'with key', 'request'];

const keyCells = (key) => [
  ...[key.id, key.prefix === null ? '-' : `${key.prefix}…`, key.scopes.join(','), key.created_at],
  ...[key.last_used_at ?? '-', endOf(key), plain(key.name)],
];
/** Whoever made a key chose its name: without what a terminal takes as an order. */
const plain = (name) => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
const endOf = ({ revoked_at, expires_at }) => (revoked_at === null ? (expires_at ?? '-') : `revoked ${revoked_at}`);
const entryCells = (entry) => [
  ...[entry.created_at, entry.action, entry.subject_id, entry.key_id ?? '(the server)', entry.request_id ?? '-'],
];

function inColumns(heads, rows) {
  const cells = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

const rest = ({ data, pagination: { total, next_cursor: next } }) =>
  next === null ? [] : [`... ${data.length} of ${total}; go on with --cursor ${next}`];
