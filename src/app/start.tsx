import { createRoot } from 'react-dom/client';
import { createClipPlayer } from '../devices/clip-player.ts';
import { openWebClip } from '../devices/web-clip.ts';
import { systemTimer, systemWall } from '../host/wall-clock.ts';
import { indexedDbClips } from '../store/clips-indexeddb.ts';
import { App } from './App.tsx';
import { boot, facePartsOf } from './boot.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { mountFace } from './mount-face.ts';
import { openCenter } from './open-center.ts';
import { deviceStorage } from './services.ts';

/** Starts the page in this window: boot over the browser's own ports, then React. */
export async function start(root: HTMLElement): Promise<void> {
  const wall = systemWall();
  // Over plain http there is no such thing.
  const keeper = 'storage' in navigator ? { estimate: () => navigator.storage.estimate(), persist: () => navigator.storage.persist() } : undefined;
  const clips = indexedDbClips(keeper);
  const booted = await boot({
    address: new URL(location.href),
    build: { id: __BUILD_ID__, atMs: __BUILD_AT_MS__ },
    openCenter,
    mountFace: async (center) => mountFace(await facePartsOf(center)),
    storage: deviceStorage,
    clips,
    player: createClipPlayer({ read: clips.read, open: openWebClip, wall, timer: systemTimer(wall) }),
    publish: (automation) => {
      window.ringback = automation;
    },
  });
  createRoot(root).render(booted.ok ? <App services={booted.value} /> : <ErrorScreen failure={booted.refusal} />);
}
