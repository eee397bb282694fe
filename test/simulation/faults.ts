import type { Chance } from './chance';

/** What goes wrong in one world, and how often: 0-1 for each occasion unless said otherwise. */
export interface Faults {
  /** A server that was deployed: its boot id stays, single parts of it die. Else all of it is killed at once. */
  readonly isDeployed: boolean;
  /** Times at which it happens in all. */
  readonly kills: number;
  readonly objectRestarts: number;
  readonly clockJumps: number;
  /** Of messages. */
  readonly lost: number;
  readonly doubled: number;
  readonly late: number;
  /** Of batches. */
  readonly consumerDies: number;
  readonly consumerStalls: number;
  /** Whether one chore of the sweep fails each time: also when all else is well again. */
  readonly pruneFails: boolean;
  /** Of calls to the bucket and the database. */
  readonly storeRefuses: number;
  readonly storeDoesAndFails: number;
  /** Of calls to gates. */
  readonly callLost: number;
  readonly answerLost: number;
  /** Of all calls: seconds instead of milliseconds. */
  readonly slow: number;
  /** Writes of an object that take their time to the disk. */
  readonly slowDisk: number;
  /** Of what gates save: it throws, and nothing is stored. */
  readonly saveThrows: number;
  readonly alarmLate: number;
  readonly alarmTwice: number;
  readonly readerFails: number;
  readonly readerSlow: number;
  readonly readerHangs: number;
  readonly engineSlow: number;
  readonly clientGivesUp: number;
  /** Of webhooks sent. */
  readonly receiverDown: number;
  readonly receiverLies: number;
}

/** Each seed has some of the faults: those that are always there hide others. */
export function faultsOf(chance: Chance): Faults {
  if (chance.happens(0.04)) return { ...NO_FAULTS, isDeployed: chance.happens(0.4) };
  const rate = (...rates: readonly number[]) => (chance.happens(0.4) ? chance.pick(rates) : 0);
  // Consumers that come back after their turn was given to another one, which is still at it.
  const comeBack = chance.happens(0.25);
  const times = (most: number) => (chance.happens(0.5) ? chance.between(1, most) : 0);
  return {
    isDeployed: chance.happens(0.4),
    kills: times(4),
    objectRestarts: times(6),
    clockJumps: chance.happens(0.15) ? chance.between(1, 2) : 0,
    lost: rate(0.05, 0.3, 1),
    doubled: rate(0.1, 0.5),
    late: rate(0.1, 0.5),
    consumerDies: rate(0.1, 0.4),
    consumerStalls: comeBack ? 0.6 : rate(0.2, 0.6),
    pruneFails: chance.happens(0.2),
    storeRefuses: rate(0.01, 0.05, 0.25),
    storeDoesAndFails: rate(0.01, 0.05, 0.25),
    callLost: rate(0.02, 0.15),
    answerLost: rate(0.02, 0.15),
    slow: rate(0.02, 0.1, 0.3),
    slowDisk: rate(0.1, 0.5),
    saveThrows: rate(0.02, 0.1),
    alarmLate: rate(0.2, 0.8),
    alarmTwice: rate(0.2),
    readerFails: rate(0.1, 0.4),
    readerSlow: rate(0.1, 0.5),
    readerHangs: chance.happens(0.1) ? 0.15 : 0,
    engineSlow: comeBack ? 0.4 : rate(0.1, 0.4),
    clientGivesUp: rate(0.1),
    receiverDown: rate(0.2, 0.7),
    receiverLies: rate(0.2, 0.5),
  };
}

/** Nothing goes wrong any more. */
export const NO_FAULTS: Faults = {
  isDeployed: false,
  kills: 0,
  objectRestarts: 0,
  clockJumps: 0,
  lost: 0,
  doubled: 0,
  late: 0,
  consumerDies: 0,
  consumerStalls: 0,
  pruneFails: false,
  storeRefuses: 0,
  storeDoesAndFails: 0,
  callLost: 0,
  answerLost: 0,
  slow: 0,
  slowDisk: 0,
  saveThrows: 0,
  alarmLate: 0,
  alarmTwice: 0,
  readerFails: 0,
  readerSlow: 0,
  readerHangs: 0,
  engineSlow: 0,
  clientGivesUp: 0,
  receiverDown: 0,
  receiverLies: 0,
};
