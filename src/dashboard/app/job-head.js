import { element, fill } from './element.js';
import { badge, facts } from './facts.js';
import { counted, duration, instant, percent } from './format.js';
import { finishedPerPhase, PHASES, phaseName, phasesOf } from './phases.js';

/**
 * What a job is and how far it is, kept up to date in place.
 *
 * @param {Element} place
 * @param {{ onCancel(): void, onRetry(): void }} actions
 */
export function jobHead(place, { onCancel, onRetry }) {
  const title = element('h1');
  const status = element('span', { role: 'status' });
  const cancel = element('button', { type: 'button', onclick: onCancel }, 'Cancel');
  const retry = element('button', { type: 'button', onclick: onRetry }, 'Retry');
  const problem = element('div', { role: 'alert' });
  const about = element('div');
  const meters = PHASES.map(phaseMeter);
  fill(
    place,
    element('div', { class: 'job-head' }, title, status, element('div', { class: 'actions' }, cancel, retry)),
    problem,
    about,
    element(
      'div',
      { class: 'phases' },
      meters.map((meter) => meter.root),
    ),
  );

  return {
    showJob(job) {
      fill(title, job.name ?? `Job ${job.id.slice(0, 8)}`);
      const word = job.cancelled_at === null ? job.status : 'cancelled';
      if (status.textContent !== word) fill(status, badge(word));
      cancel.hidden = job.links.cancel === undefined;
      retry.hidden = job.status !== 'failed';
      fill(problem, job.error === null ? null : element('p', { class: 'notice' }, problemText(job.error)));
      fill(about, factsOf(job));
      meters.forEach((meter, index) => {
        meter.root.hidden = index >= phasesOf(job);
      });
    },
    showPhases(documents, job) {
      const counts = finishedPerPhase(documents);
      meters.forEach((meter, index) => {
        meter.show(counts[index], job.document_count, PHASES[index][0] === job.current_phase);
      });
    },
    busy(isBusy) {
      cancel.disabled = isBusy;
      retry.disabled = isBusy;
    },
  };
}

const problemText = ({ code, message }) => `${message} (${code})`;

const factsOf = (job) =>
  facts([
    ['Progress', job.progress === null ? null : `${job.progress}%`],
    ['Phase', job.current_phase === null ? null : phaseName(job.current_phase)],
    [
      'Time left',
      job.estimated_seconds_remaining === null ? null : `about ${duration(job.estimated_seconds_remaining)}`,
    ],
    ['Documents', documentsText(job)],
    ['Cells filled', cellsText(job.grid_stats)],
    ['Work', job.operation],
    [
      'Schema',
      job.operation !== 'extract'
        ? null
        : job.schema === null
          ? 'inline'
          : element('a', { href: `/schemas/${job.schema.id}` }, job.schema.name),
    ],
    ['Attempt', String(job.attempt)],
    ['Created', instant(job.created_at)],
    ['Ended', instant(job.completed_at)],
    ['Id', element('span', { class: 'id' }, job.id)],
  ]);

const documentsText = ({ completed_documents: completed, document_count: all, failed_documents: failed }) =>
  `${completed} of ${counted(all, 'document')} complete${failed === 0 ? '' : `, ${failed} failed`}`;

const cellsText = (stats) =>
  stats === null ? null : `${stats.filled} of ${stats.total_cells} (${percent(stats.fill_rate)})`;

function phaseMeter([, name, what]) {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': name });
  const count = element('span', { class: 'muted' });
  const root = element(
    'div',
    { class: 'phase', title: what },
    element('span', { class: 'phase-name' }, name),
    count,
    bar,
  );
  return {
    root,
    show(done, all, isCurrent) {
      bar.max = Math.max(all, 1);
      bar.value = done;
      fill(count, `${done} of ${all}`);
      root.classList.toggle('current', isCurrent);
    },
  };
}
