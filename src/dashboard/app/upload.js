import { call } from './api.js';
import { byId, element, fill } from './element.js';
import { bytes } from './format.js';
import { notice } from './notice.js';

/** Uploads under way at the same time. */
const AT_ONCE = 3;

/** Takes files by drop and by choice; `onStored` is told of each document the server has taken. */
export function takeUploads(onStored) {
  const drop = byId('drop');
  const input = byId('files');
  const waiting = [];
  let busy = 0;

  function take(files) {
    for (const file of files) {
      const state = element('span', { class: 'muted' }, 'waiting');
      const name = element('span', { class: 'ellipsis', title: file.name }, file.name);
      const row = element('li', {}, name, state);
      byId('uploads').prepend(row);
      waiting.push({ file, row, state });
    }
    work();
  }

  async function work() {
    const next = busy < AT_ONCE ? waiting.shift() : undefined;
    if (next === undefined) return;
    busy += 1;
    work();
    const { file, row, state } = next;
    try {
      fill(state, 'uploading');
      const form = new FormData();
      form.set('file', file);
      const stored = await call('POST', '/v1/documents', { form });
      fill(state, bytes(stored.size_bytes));
      onStored(stored);
    } catch (error) {
      fill(state, 'refused');
      row.append(notice(error));
    }
    busy -= 1;
    work();
  }

  input.addEventListener('change', () => {
    take([...input.files]);
    // The same file chosen again is a change again.
    input.value = '';
  });
  for (const kind of ['dragover', 'drop']) {
    // A file dropped beside the box would replace the page.
    document.addEventListener(kind, (event) => event.preventDefault());
  }
  drop.addEventListener('dragover', () => drop.classList.add('over'));
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    drop.classList.remove('over');
    take([...event.dataTransfer.files]);
  });
}
