import { DeliveringProcess } from './notify-bench.query';

/** Where a worker can be killed: before it begins to send, when the service has the message, and when the answer is about to be kept. */
export const MOMENTS = ['taken', 'rendered', 'received', 'answered'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface DeliveringOrder {
  readonly databaseUrl: string;
  readonly cacheDir: string;
  readonly key: string;
  readonly moment: Moment;
}

/** Delivers and dies. That the service has the message is known to the spec, which kills then. */
export async function work({ databaseUrl, key, moment }: DeliveringOrder): Promise<void> {
  const process = new DeliveringProcess(databaseUrl, Buffer.from(key, 'hex'), 1);
  const { deliveries } = process;
  const dieAt = <K extends 'reserveTurn' | 'sending' | 'partSent'>(name: K, after: boolean) => {
    const real = deliveries[name].bind(deliveries) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(deliveries, {
      [name]: async (...given: unknown[]) => {
        if (after) await real(...given);
        globalThis.process.kill(globalThis.process.pid, 'SIGKILL');
        await new Promise(() => undefined);
      },
    });
  };
  if (moment === 'taken') dieAt('reserveTurn', false);
  if (moment === 'rendered') dieAt('sending', true);
  if (moment === 'answered') dieAt('partSent', false);
  await process.drain();
}
