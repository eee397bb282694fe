/** Facts as people read them - pure. */

const INSTANT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export const instant = (iso) => (iso === null ? '' : INSTANT.format(new Date(iso)));

export function bytes(count) {
  if (count < 1024) return `${count} B`;
  const kilobytes = count / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(kilobytes < 10 ? 1 : 0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** A fraction as whole percent; a value that is not quite sure never reads 100. */
export const percent = (fraction) =>
  fraction === null || fraction === undefined
    ? ''
    : `${fraction < 1 ? Math.min(99, Math.round(fraction * 100)) : 100}%`;

export function duration(seconds) {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
