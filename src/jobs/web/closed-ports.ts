/**
 * Ports from 1024 on that belong to something else than the web: those that browsers refuse
 * (https://fetch.spec.whatwg.org/#port-blocking), databases, caches, queues, remote desktops, and what steers machines.
 */
const NOT_WEB: ReadonlySet<number> = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 4369, 5060, 5061,
  5432, 5672, 5900, 5984, 5985, 5986, 6000, 6379, 6380, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042,
  9092, 9200, 9300, 10080, 10250, 10255, 11211, 15672, 27017, 27018, 27019, 50070,
]);

/** Whether nothing may be asked there. Below 1024 only 80 and 443 are open. */
export const isClosedPort = (port: number): boolean => (port < 1024 ? port !== 80 && port !== 443 : NOT_WEB.has(port));
