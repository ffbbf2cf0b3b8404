import { connectTo } from '../../host/entry-in-page.ts';
import { standForLeader } from '../../host/entry-tab-leader.ts';
import type { Audience, FromHost, ToHost } from '../../protocol/envelope.ts';
import type { Port } from '../../protocol/ports.ts';
import { broadcastHub, channelPair } from '../../testing/channel-pair.ts';
import { createRig, settled, thisBuild, WALL_MS, type RigHost } from '../../testing/host-rig.ts';
import { contactCenterContract, hostDeathContract, type CenterBed, type MortalBed } from '../contact-center.contract.ts';
import { createHostedCenter } from './hosted-center.ts';
import { inPageTransport } from './transport-in-page.ts';
import { sharedWorkerTransport } from './transport-shared-worker.ts';
import { tabLeaderTransport } from './transport-tab-leader.ts';
import type { Transport } from './transport.ts';

/** A browser in which tabs reach the host by the given way. */
function bed(reach: (rig: ReturnType<typeof createRig>, tabId: string, owner: object) => Transport) {
  const rig = createRig();
  let tabs = 0;
  let names = 0;
  const open = (audience: Audience) => {
    const owner = {};
    tabs += 1;
    const tabId = `tab-${tabs}`;
    return createHostedCenter({
      audience, build: thisBuild, genesis: { seed: 1, startsAtMs: WALL_MS, speed: 0 }, tabId, transports: [reach(rig, tabId, owner)],
      wall: rig.time, timer: rig.time, locks: rig.locks.of(owner), newId: () => `id-${(names += 1)}`,
    });
  };
  return { rig, open };
}

function sharedWorkerBed(): MortalBed {
  let worker: RigHost | null = null;
  const { open } = bed((rig) => sharedWorkerTransport(() => {
    worker ??= rig.startHost();
    const [near, far] = channelPair<ToHost, FromHost>();
    worker.connect(far);
    return near;
  }));
  return {
    open,
    settled,
    killHost: async () => {
      const dead = worker;
      worker = null;
      dead?.die();
      await settled();
    },
  };
}

function leaderTabBed(): MortalBed {
  const hub = broadcastHub();
  const { rig, open } = bed((rig, tabId, owner) => tabLeaderTransport({
    build: thisBuild, tabId, openChannel: hub.open,
    stand: (build, openChannel) => Promise.resolve(standForLeader(build, openChannel, rig.parts({ locks: rig.locks.of(owner) }))),
  }));
  // A tab of its own, which nobody looks at, is the first to stand: it can die without those who are looked at.
  const leader = {};
  const life = { isOver: false };
  standForLeader(thisBuild, () => mortal(hub.open(), life), rig.parts({ locks: rig.locks.of(leader) }));
  return {
    open,
    settled,
    killHost: async () => {
      life.isOver = true;
      rig.locks.kill(leader);
      await settled();
    },
  };
}

/** A channel that hears and says nothing once its tab's life is over. */
function mortal(channel: Port<unknown>, life: { readonly isOver: boolean }): Port<unknown> {
  return {
    post: (message) => {
      if (!life.isOver) channel.post(message);
    },
    listen: (listener) => {
      channel.listen((message) => {
        if (!life.isOver) listener(message);
      });
    },
    close: channel.close,
  };
}

function inPageBed(): CenterBed {
  let host: RigHost | null = null;
  const { open } = bed((rig) => inPageTransport(thisBuild, () => {
    host ??= rig.startHost();
    return Promise.resolve(connectTo(host));
  }));
  return { open, settled };
}

contactCenterContract('shared worker', sharedWorkerBed);
hostDeathContract('shared worker', sharedWorkerBed);
contactCenterContract('leader tab', leaderTabBed);
hostDeathContract('leader tab', leaderTabBed);
contactCenterContract('in page', inPageBed);
