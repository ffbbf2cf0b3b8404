import { applyHints } from '../api/hints.ts';
import { createHttpClient } from '../api/http-client.ts';
import { createQueryClient } from '../api/query-client.ts';
import type { FaceParts } from '../../mocks/ports.ts';
import type { ContactCenter } from '../backends/contact-center.ts';
import type { ClipPlayer } from '../devices/clip-player.ts';
import type { Result } from '../engine/index.ts';
import { ok, refuse } from '../engine/index.ts';
import type { RingbackAutomation } from '../protocol/automation.ts';
import type { Build } from '../protocol/envelope.ts';
import type { CenterView } from '../protocol/views.ts';
import type { ClipStore } from '../store/clips.ts';
import { createLiveStore } from '../store/live-store.ts';
import { createPendingStore } from '../store/pending.ts';
import type { StoragePort } from '../store/prefs.ts';
import { createPrefsStore } from '../store/prefs.ts';
import { createText } from '../text/create-text.ts';
import { createAutomation } from './automation.ts';
import type { Config, ConfigFault } from './config.ts';
import { parseConfig } from './config.ts';
import type { AppServices } from './services.ts';

/** What boot needs of the world; handed in, so that every way to fail can be tried. */
export interface BootPorts {
  readonly address: URL;
  readonly build: Build;
  readonly openCenter: (config: Config) => Promise<ContactCenter>;
  readonly mountFace: (center: ContactCenter) => Promise<{ readonly fetch: typeof fetch }>;
  readonly storage: StoragePort;
  /** Recordings of this browser, and what sounds them. */
  readonly clips: ClipStore;
  readonly player: ClipPlayer;
  /** Puts the handle for tests where they find it. */
  readonly publish: (automation: RingbackAutomation) => void;
}

/** Why the page could not start: the step, and what is known of it. */
export type BootFailure =
  | { readonly step: 'config'; readonly faults: readonly ConfigFault[] }
  | { readonly step: 'center' | 'face'; readonly detail: string };

/** Starts the page in order: config, center, HTTP face, stores. React comes after; each step may fail with a sentence. */
export async function boot(ports: BootPorts): Promise<Result<AppServices, BootFailure>> {
  const config = parseConfig(ports.address, ports.build);
  if (!config.ok) return refuse({ step: 'config', faults: config.refusal });

  const opened = await attempt('center', () => ports.openCenter(config.value));
  if (!opened.ok) return opened;
  const center = opened.value;

  const face = await attempt('face', () => ports.mountFace(center));
  if (!face.ok) return face;

  const live = createLiveStore();
  const queries = createQueryClient();
  let isReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  center.subscribe((message) => {
    live.apply(message);
    if (message.kind === 'hints') applyHints(queries, message.hints);
    if (message.kind === 'snapshot') isReady();
  });
  ports.publish(createAutomation(center, live.reader, ready, ports.player.heard));

  return ok({
    config: config.value,
    center,
    live,
    http: createHttpClient(face.value.fetch),
    queries,
    pending: createPendingStore(),
    prefs: createPrefsStore(ports.storage),
    clips: ports.clips,
    player: ports.player,
    text: createText(),
    lookUpCenter: () => lookUpCenter(() => ports.openCenter({ ...config.value, audience: { role: 'viewer' } })),
  });
}

/** Asks as a viewer who is there, and leaves again. */
async function lookUpCenter(open: () => Promise<ContactCenter>): Promise<CenterView | null> {
  const viewer = await open();
  return new Promise((resolve) => {
    const stop = viewer.subscribe((message) => {
      const isOver = message.kind === 'snapshot' || (message.kind === 'link' && message.link.state !== 'connecting' && message.link.state !== 'ready');
      if (!isOver) return;
      resolve(message.kind === 'snapshot' ? message.tables.center.center : null);
      // After this delivery: a center may not expect to be closed while it tells.
      queueMicrotask(() => {
        stop();
        viewer.close();
      });
    });
  });
}

async function attempt<Value>(step: 'center' | 'face', act: () => Promise<Value>): Promise<Result<Value, BootFailure>> {
  try {
    return ok(await act());
  } catch (cause) {
    return refuse({ step, detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** The parts of the face over a center; the reader of flow files is loaded with them, not with the softphone. */
export async function facePartsOf(center: ContactCenter): Promise<FaceParts> {
  const [{ flowReader }, { resourceReader }] = await Promise.all([import('./flow-reader.ts'), import('./resource-reader.ts')]);
  return { center, flows: flowReader, resources: resourceReader };
}
