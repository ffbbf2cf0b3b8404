import { BROADCAST_CHANNEL, joinBroadcast } from '../../protocol/broadcast.ts';
import type { Build } from '../../protocol/envelope.ts';
import { portOver, type Port } from '../../protocol/ports.ts';
import type { Transport } from './transport.ts';

export interface TabLeaderOptions {
  readonly build: Build;
  readonly tabId: string;
  readonly openChannel?: () => Port<unknown>;
  /** Stands for leader in this tab; the returned function gives up. */
  readonly stand?: (build: Build, openChannel: () => Port<unknown>) => Promise<() => void>;
}

/** The host in whichever tab is the leader: this tab stands for it as well, and takes over when the leader dies. */
export function tabLeaderTransport({ build, tabId, openChannel = openBroadcast, stand = standHere }: TabLeaderOptions): Transport {
  let leave: (() => void) | null = null;
  let paths = 0;
  return {
    kind: 'tabLeader',
    connect: async (lost) => {
      // A path is no other's, not even this tab's earlier one: an answer to that one is not taken for ours.
      paths += 1;
      const port = joinBroadcast(openChannel(), `${tabId}/${paths}`, lost);
      leave ??= await stand(build, openChannel);
      return port;
    },
    close: () => leave?.(),
  };
}

const openBroadcast = (): Port<unknown> => portOver(new BroadcastChannel(BROADCAST_CHANNEL));

async function standHere(build: Build, openChannel: () => Port<unknown>): Promise<() => void> {
  const { standForLeader } = await import('../../host/entry-tab-leader.ts');
  return standForLeader(build, openChannel);
}
