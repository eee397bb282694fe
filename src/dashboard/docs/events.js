/** The events of a job's stream. */
export const EVENTS = [
  ['state', 'status, progress, attempt, error', 'The job has another status, or a retry began.'],
  ['phase', 'phase, progress', 'The least advanced document entered this phase.'],
  [
    'document',
    'index, document_id, filename, status, phase, filled, error',
    'A document moved: partial, complete or failed. phase is the last one it finished; filled counts its fields.',
  ],
  ['cells', 'grid_stats, progress', 'Cells were filled.'],
  ['end', 'status, progress, error', 'The job has ended; the stream ends after it.'],
];

export const EVENTS_ABOUT =
  'Events are numbered from 1 and come in order, from the first one on; each is complete in itself and has its time in at. A reader that comes back with Last-Event-ID misses nothing and sees nothing twice. A comment is sent every 10 seconds without news. Progress is in percent and never falls within an attempt.';
