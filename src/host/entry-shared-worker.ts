/* The host in a SharedWorker: all tabs of a build share it, and no tab's throttling or death touches it. */
import { parseWithoutEval } from '../protocol/no-eval.ts';
import { portOver } from '../protocol/ports.ts';

declare const self: SharedWorkerGlobalScope;

parseWithoutEval();
const host = import('./web-host.ts').then(({ browserHost }) => browserHost({ id: __BUILD_ID__, atMs: __BUILD_AT_MS__ }, 'worker'));

// At once: a tab that connects while the host is loading waits, and what it says is kept by its port.
self.addEventListener('connect', ({ ports: [port] }) => {
  if (port) void host.then(({ connect }) => connect(portOver(port)));
});
