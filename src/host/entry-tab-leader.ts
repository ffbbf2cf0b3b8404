/* The host in one of the tabs: whoever holds the lock runs it, the others reach it over a broadcast channel. */
import { serveBroadcast } from '../protocol/broadcast.ts';
import type { Build } from '../protocol/envelope.ts';
import { LEADER_LOCK, type Locks, type Port } from '../protocol/ports.ts';
import { createHost, type HostOptions } from './center-host.ts';
import { browserParts } from './web-host.ts';

/** Stands for leader; the host begins when this tab's turn comes. The returned function gives up, and ends the host. */
export function standForLeader(build: Build, openChannel: () => Port<unknown>, parts: HostOptions = browserParts(build, 'page')): () => void {
  let end = (): void => undefined;
  const leave = locksOf(parts).request(LEADER_LOCK, {
    held: () => {
      const host = createHost(parts);
      const stopServing = serveBroadcast(openChannel(), host.connect);
      end = () => {
        stopServing();
        host.stop();
      };
    },
  });
  return () => {
    end();
    leave();
  };
}

/** Without locks nobody could be elected: whoever chooses the transport has made sure that there are some. */
function locksOf({ locks }: HostOptions): Locks {
  if (!locks) throw new Error('a leader needs locks');
  return locks;
}
