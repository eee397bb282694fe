import { showDocuments } from './documents-list.js';
import { showJobs } from './jobs-list.js';
import { takeJobs } from './new-job.js';
import { startPage } from './page.js';
import { showSchemas } from './schemas-list.js';
import { createSelection } from './selection.js';
import { takeUploads } from './upload.js';

startPage();
const selection = createSelection();
const form = takeJobs(selection);
const documents = showDocuments(selection);
takeUploads((stored) => {
  selection.add(stored);
  documents.restart();
});
showJobs();
form.offer(await showSchemas(), new URLSearchParams(location.search).get('schema'));
