/** The API key: asked for once, kept for this tab only. */
import { element } from './element.js';

const PLACE = 'quarry-key';

let asking = null;

/** The key; asks for it when there is none. Callers that come while it is asked for get the same answer. */
export function presentKey() {
  const kept = sessionStorage.getItem(PLACE);
  if (kept !== null) return Promise.resolve(kept);
  asking ??= askForKey('').finally(() => {
    asking = null;
  });
  return asking;
}

/** After this key was refused: asks for another, unless that has happened meanwhile. */
export function replaceKey(refused, why) {
  if (sessionStorage.getItem(PLACE) === refused) {
    sessionStorage.removeItem(PLACE);
    asking ??= askForKey(why).finally(() => {
      asking = null;
    });
  }
  return presentKey();
}

export function forgetKey() {
  sessionStorage.removeItem(PLACE);
  location.reload();
}

function askForKey(why) {
  const input = element('input', { type: 'password', autocomplete: 'off', required: true, spellcheck: 'false' });
  const dialog = element(
    'dialog',
    { 'aria-label': 'API key' },
    element(
      'form',
      { method: 'dialog' },
      element('label', {}, element('strong', {}, 'API key'), input),
      why === '' ? null : element('p', { class: 'notice', role: 'alert' }, why),
      element('span', { class: 'muted' }, 'Kept in this tab until it is closed. The server prints one when it starts.'),
      element('button', { type: 'submit', class: 'primary' }, 'Continue'),
    ),
  );
  // There is nothing to see without a key.
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const key = input.value.trim();
      dialog.remove();
      if (key === '') {
        resolve(askForKey('The key is empty.'));
        return;
      }
      sessionStorage.setItem(PLACE, key);
      resolve(key);
    });
  });
}
