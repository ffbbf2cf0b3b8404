import type { Build, ToHost } from '../../protocol/envelope.ts';
import type { Port } from '../../protocol/ports.ts';
import type { Transport } from './transport.ts';

/** The host in this page: nobody else can reach it. */
export function inPageTransport(build: Build, open: (build: Build) => Promise<Port<ToHost>> = openInPage): Transport {
  return { kind: 'inPage', connect: () => open(build), close: () => undefined };
}

async function openInPage(build: Build): Promise<Port<ToHost>> {
  const { connectInPage } = await import('../../host/entry-in-page.ts');
  return connectInPage(build);
}
