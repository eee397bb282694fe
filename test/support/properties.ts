import fc from 'fast-check';

/**
 * One seed for every property, so that a run is the same run everywhere; change it to explore. A property that is slow on a
 * busy machine stops in time instead of going on behind the tests that follow.
 */
fc.configureGlobal({ seed: 20261121, interruptAfterTimeLimit: 12_000 });
