import type { PipelinePorts } from '../../../src/pipeline/pipeline-ports';

/** A call of a port, numbered from 0 in the order in which they leave. */
export interface NumberedCall {
  readonly call: number;
  readonly name: string;
}

/** Told of every call that leaves, and of its answer before its caller is; both wait until it resolves. */
export type Passing = (called: NumberedCall, when: 'before' | 'after') => Promise<void>;

/** Ports of a consumer whose every call of a gate, of the bucket and for a part of a document lets somebody come between. */
export function withPassing(ports: PipelinePorts, passing: Passing): PipelinePorts {
  const { reader, gates } = ports;
  let calls = 0;
  const numbered = (name: string): NumberedCall => ({ call: calls++, name });

  /** The same port; each of its methods answers with a promise. */
  const everyCall = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          const called = numbered(String(name));
          await passing(called, 'before');
          const answer: unknown = await Reflect.apply(method, target, given);
          await passing(called, 'after');
          return answer;
        };
      },
    });

  return {
    ...ports,
    blobs: everyCall(ports.blobs),
    gates: { at: (job) => everyCall(gates.at(job)) },
    reader: {
      ...reader,
      async *parse(...given) {
        for await (const part of reader.parse(...given)) {
          const called = numbered('part');
          await passing(called, 'before');
          yield part;
          await passing(called, 'after');
        }
      },
    },
  };
}
