import { choose, dice } from './dice.mjs';

/** What a job does to whom, and how often: extraction most, in every dialect. */
const KINDS = [
  [30, 'talonic-job'],
  [8, 'talonic-extract'],
  [18, 'retab-extract'],
  [6, 'retab-parse'],
  [5, 'retab-classify'],
  [3, 'retab-split'],
  [3, 'retab-generate'],
  [4, 'retab-straight'],
  [2, 'retab-scan'],
  [8, 'llamacloud-v1'],
  [4, 'llamacloud-v1-without-agent'],
  [14, 'llamacloud-v2'],
];

/** Documents of a Talonic job. */
const SIZES = [
  [55, 1],
  [30, 3],
  [12, 6],
  [3, 20],
];

/** Longest between a job's acceptance and what is done to it, in milliseconds. */
const LONGEST_WAIT_MS = 1_200;

/**
 * What the clients will do, as a function of the seed: for each job its kind, its documents, and what happens to it.
 * Times are in milliseconds; null: never.
 */
export function planOf(seed, jobs) {
  return Array.from({ length: jobs }, (_, index) => {
    const roll = dice(seed, 'job', index);
    const kind = choose(roll, KINDS);
    const share = (chance) => roll() < chance;
    const soon = () => Math.round(roll() * LONGEST_WAIT_MS);
    const cancelAfterMs = share(0.18) ? soon() : null;
    return {
      index,
      kind,
      key: `chaos-${seed}-${index}`,
      size: kind === 'talonic-job' ? choose(roll, SIZES) : 1,
      documentSeed: Math.floor(roll() * 1_000_000),
      /** A document that nobody can read: the job is to fail for that, and for nothing else. */
      isSick: kind === 'retab-extract' && share(0.1),
      /** When the first request is sent, within its round: 0-1. */
      startsAt: roll(),
      cancelAfterMs,
      cancelsTwice: cancelAfterMs !== null && share(0.4),
      retries: share(0.5),
      removeAfterMs: kind === 'llamacloud-v2' && share(0.12) ? soon() : null,
      postsAgainAfterMs: share(0.25) ? soon() : null,
      isFollowed: share(0.2),
      isPolled: share(0.25),
    };
  });
}

/** When each of the server's runs is killed: after so many milliseconds under faults, or, the one before, so soon after its start. */
export function killsOf(seed, kills) {
  return Array.from({ length: kills }, (_, index) => {
    const roll = dice(seed, 'kill', index);
    return {
      afterMs: 400 + Math.round(roll() * 2_200),
      isWhileRecovering: index > 0 && roll() < 0.2,
      soonMs: roll() * 900,
    };
  });
}
