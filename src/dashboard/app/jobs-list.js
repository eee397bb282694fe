import { byId, element } from './element.js';
import { badge } from './facts.js';
import { instant, percent } from './format.js';
import { pagedTable } from './paged-table.js';

/** How often the list is read again while a job in it is at work, in milliseconds. */
const LOOK_AGAIN_MS = 3000;

export function showJobs() {
  const status = byId('job-status');
  const list = pagedTable({
    place: byId('jobs-list'),
    caption: 'Jobs',
    columns: [
      ['Job', 'name'],
      ['Status', 'nowrap'],
      ['Progress', 'number'],
      ['Documents', 'number'],
      ['Cells filled', 'number'],
      ['Schema', 'nowrap'],
      ['Created', 'nowrap'],
    ],
    path: () => `/v1/jobs?limit=10&status=${encodeURIComponent(status.value)}`,
    cells: cellsOf,
    empty: 'No job here. Drop documents, choose a schema and start one.',
    noun: ['job', 'jobs'],
  });
  let timer = 0;

  async function look(read) {
    clearTimeout(timer);
    const jobs = await read();
    const atWork = jobs.some((job) => job.completed_at === null);
    if (atWork) timer = setTimeout(() => look(document.hidden ? async () => jobs : list.refresh), LOOK_AGAIN_MS);
  }

  status.addEventListener('change', () => look(list.restart));
  return look(list.restart);
}

const cellsOf = (job) => [
  element('a', { href: `/jobs/${job.id}`, 'data-keep': job.id }, job.name ?? `Job ${job.id.slice(0, 8)}`),
  badge(job.cancelled_at === null ? job.status : 'cancelled'),
  job.progress === null ? '' : `${job.progress}%`,
  job.failed_documents === 0 ? String(job.document_count) : `${job.document_count}, ${job.failed_documents} failed`,
  percent(job.grid_stats?.fill_rate),
  job.schema === null ? element('span', { class: 'muted' }, 'inline') : schemaLink(job.schema),
  instant(job.created_at),
];

const schemaLink = ({ id, name }) => element('a', { href: `/schemas/${id}` }, name);
