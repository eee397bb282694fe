import type { Clocks } from './clocks';
import { under } from './fault';
import type { Weather } from './weather';

type ObjectClass = new (ctx: DurableObjectState, env: object) => object;

/** A class of objects that goes by the clock of its component, alarms too, and whose alarms fail now and then. */
export function faultyClass<Class extends abstract new (...args: never[]) => object>(
  real: Class,
  component: string,
  { within }: Clocks,
  weather: Weather,
  envOf: (env: object) => object,
): Class {
  const Base = asObjectClass(real);
  class Faulty extends Base {
    constructor(ctx: DurableObjectState, env: object) {
      alarmsByItsClock(ctx.storage, () => weather.clockOffsetMs(component));
      super(ctx, envOf(env));
    }
  }
  for (const name of Object.getOwnPropertyNames(real.prototype)) {
    const method: unknown = Reflect.get(real.prototype, name);
    if (name === 'constructor' || typeof method !== 'function') continue;
    const call = function (this: unknown, ...args: unknown[]): unknown {
      const run = () => within(component, () => Reflect.apply(method, this, args));
      return name === 'alarm' ? under(weather.decide(`alarm.${component}`), run) : run();
    };
    Object.defineProperty(Faulty.prototype, name, { value: call, configurable: true, writable: true });
  }
  return Faulty as unknown as Class;
}

/** Every class of objects is made of these two. */
const asObjectClass = (real: unknown): ObjectClass => real as ObjectClass;

/** A machine whose clock is wrong wakes its objects by that clock. */
function alarmsByItsClock(storage: DurableObjectStorage, offsetMs: () => number): void {
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (at, options) => setAlarm(Number(at) - offsetMs(), options);
}
