import { portOver, type MessageEnd } from '../../protocol/ports.ts';
import type { Transport } from './transport.ts';

/** A worker as far as it is needed here. */
export interface WorkerEnd {
  readonly port: MessageEnd;
  onerror: ((event: never) => void) | null;
}

/** The host in a SharedWorker. A dead worker is replaced by connecting again: the browser starts another one. */
export function sharedWorkerTransport(openWorker: () => WorkerEnd = openSharedWorker): Transport {
  return {
    kind: 'sharedWorker',
    connect: (lost) => {
      const worker = openWorker();
      worker.onerror = lost;
      return Promise.resolve(portOver(worker.port));
    },
    close: () => undefined,
  };
}

function openSharedWorker(): WorkerEnd {
  const worker = new SharedWorker(new URL('../../host/entry-shared-worker.ts', import.meta.url), { type: 'module', name: 'ringback' });
  return worker as WorkerEnd;
}
