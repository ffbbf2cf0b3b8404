import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { boot, facePartsOf } from './boot.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { mountFace } from './mount-face.ts';
import { openCenter } from './open-center.ts';
import { deviceStorage } from './services.ts';

/** Starts the page in this window: boot over the browser's own ports, then React. */
export async function start(root: HTMLElement): Promise<void> {
  const booted = await boot({
    address: new URL(location.href),
    build: { id: __BUILD_ID__, atMs: __BUILD_AT_MS__ },
    openCenter,
    mountFace: async (center) => mountFace(await facePartsOf(center)),
    storage: deviceStorage,
    publish: (automation) => {
      window.ringback = automation;
    },
  });
  createRoot(root).render(booted.ok ? <App services={booted.value} /> : <ErrorScreen failure={booted.refusal} />);
}
