import type { ToHost } from '../../protocol/envelope.ts';
import { portOver, type Port } from '../../protocol/ports.ts';
import type { Transport } from './transport.ts';

/** The host in a SharedWorker. A dead worker is replaced by connecting again: the browser starts another one. */
export function sharedWorkerTransport(open: (failed: () => void) => Port<ToHost> = openSharedWorker): Transport {
  return { kind: 'sharedWorker', connect: (lost) => Promise.resolve(open(lost)), close: () => undefined };
}

function openSharedWorker(failed: () => void): Port<ToHost> {
  const worker = new SharedWorker(new URL('../../host/entry-shared-worker.ts', import.meta.url), { type: 'module', name: 'ringback' });
  worker.addEventListener('error', failed);
  return portOver(worker.port);
}
