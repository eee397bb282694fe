/** The phases of a job and how far its documents are - pure. */

/** In order, as the API names them. */
export const PHASES = [
  ['phase_1_resolve', 'Read', 'Reads the document; fills what it states outright'],
  ['phase_2_execute', 'Extract', 'Fills the cells still empty or unsure'],
  ['phase_3_validation', 'Validate', 'Checks types, formats and sums'],
  ['phase_4_reread', 'Reread', 'Reads doubtful cells again at their source'],
];

/** How many of them a job goes through: the last two check and settle what an extraction has read. */
export const phasesOf = ({ operation }) => (operation === 'extract' ? PHASES.length : 2);

export const phaseName = (phase) => PHASES.find(([name]) => name === phase)?.[1] ?? phase ?? '';

/** How many documents have finished each phase. `documents`: by position, the last of their `document` events. */
export function finishedPerPhase(documents) {
  const counts = PHASES.map(() => 0);
  for (const { status, phase } of documents.values()) {
    const last = status === 'complete' ? PHASES.length - 1 : PHASES.findIndex(([name]) => name === phase);
    for (let index = 0; index <= last; index += 1) counts[index] += 1;
  }
  return counts;
}
