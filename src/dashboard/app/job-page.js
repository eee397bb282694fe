import { get, post } from './api.js';
import { atMostEvery } from './at-most-every.js';
import { byId, element, fill } from './element.js';
import { followEvents } from './event-stream.js';
import { evidencePanel } from './evidence.js';
import { grid } from './grid.js';
import { jobHead } from './job-head.js';
import { notice, showingErrors } from './notice.js';
import { idInAddress, showContent, startPage } from './page.js';

/** How often the counts and the grid are read again while events come, in milliseconds. */
const COUNTS_EVERY_MS = 1000;
const GRID_EVERY_MS = 2500;

startPage();
const path = `/v1/jobs/${idInAddress()}`;
const documents = new Map();
let job = null;
let lastEvent = 0;
let following = false;

const head = jobHead(byId('job'), {
  onCancel: () => act('cancel'),
  onRetry: () => act('retry'),
});
fill(byId('grid'), element('p', { class: 'empty' }, 'Nothing was read yet.'));
const table = grid(byId('grid'), evidencePanel(byId('evidence')));

const readJob = atMostEvery(COUNTS_EVERY_MS, () => showingErrors(byId('notice'), async () => showJob(await get(path))));
const readGrid = atMostEvery(GRID_EVERY_MS, () =>
  showingErrors(byId('grid-notice'), async () => table.show((await get(`${path}/results`)).data)),
);

function showJob(read) {
  job = read;
  showContent(job.name ?? 'Job');
  head.showJob(job);
  head.showPhases(documents, job);
}

/** Said while the stream is away; what it says next is shown as if it had never been. */
const onTrouble = (error) =>
  fill(
    byId('notice'),
    error === null ? null : element('p', { class: 'notice' }, 'The connection is lost. Trying again.'),
  );

/** Shows what happens until the job has ended. */
async function follow() {
  if (following) return;
  following = true;
  try {
    for await (const { id, event, data } of followEvents(`${path}/events`, { after: lastEvent, onTrouble })) {
      lastEvent = id;
      if (event === 'document') {
        documents.set(data.index, data);
        readGrid();
      }
      head.showPhases(documents, job);
      readJob();
    }
  } catch (error) {
    fill(byId('notice'), notice(error));
  }
  following = false;
  readJob();
  readGrid();
}

async function act(verb) {
  head.busy(true);
  await showingErrors(byId('notice'), async () => showJob(await post(`${path}/${verb}`)));
  head.busy(false);
  follow();
}

await showingErrors(byId('notice'), async () => {
  showJob(await get(path));
  follow();
});
