/* The host in this very page: one tab, one center, and it ends with the page. */
import type { Build, ToHost } from '../protocol/envelope.ts';
import { portOver, type Port } from '../protocol/ports.ts';
import type { Host } from './center-host.ts';
import { browserHost } from './web-host.ts';

/** One host per page, however many connect: two would overtake one another in the journal. */
let host: Host | null = null;

/** Connects to the page's host, which begins with the first connection. */
export function connectInPage(build: Build): Port<ToHost> {
  host ??= browserHost(build, 'page', true);
  return connectTo(host);
}

/** A path to a host in the same page; messages are copied, as on the way to a worker. */
export function connectTo({ connect }: Host): Port<ToHost> {
  const { port1, port2 } = new MessageChannel();
  connect(portOver(port2));
  return portOver(port1);
}
