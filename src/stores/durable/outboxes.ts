import { outage, type Patience, steadily } from '../../jobs/steadily';
import type { Outbox, Outboxes } from '../../jobs/webhooks/outbox-port';
import { mayCallAgain } from './may-call-again';

/** Outboxes by account and destination. A call is repeated when the object was moved or restarted under it. */
export function createOutboxes(stubOf: (name: string) => Outbox, patience: Patience): Outboxes {
  return {
    at({ accountId, destination }) {
      const call = async <Value>(method: (stub: Outbox) => Promise<Value>): Promise<Value> => {
        try {
          return await steadily(() => method(stubOf(`${accountId}/${destination}`)), mayCallAgain, patience);
        } catch {
          throw outage(`The outbox of ${destination}`);
        }
      };
      return {
        add: (parcels) => call((stub) => stub.add(parcels)),
        lease: (parcelId) => call((stub) => stub.lease(parcelId)),
        report: (parcelId, token, outcome) => call((stub) => stub.report(parcelId, token, outcome)),
        redeliver: (parcelId) => call((stub) => stub.redeliver(parcelId)),
        replay: () => call((stub) => stub.replay()),
        giveUp: () => call((stub) => stub.giveUp()),
        clear: () => call((stub) => stub.clear()),
      };
    },
  };
}
