/* The host in a SharedWorker: all tabs of a build share it, and no tab's throttling or death touches it. */
import { portOver, type MessageEnd } from '../protocol/ports.ts';
import { createHost } from './center-host.ts';
import { browserParts } from './web-parts.ts';

declare const self: SharedWorkerGlobalScope;

const host = createHost(browserParts({ id: __BUILD_ID__, atMs: __BUILD_AT_MS__ }, 'worker'));

self.onconnect = ({ ports: [port] }) => {
  if (port) host.connect(portOver(port as MessageEnd));
};
