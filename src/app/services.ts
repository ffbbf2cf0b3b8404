import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { HttpClient } from '../api/http-client.ts';
import type { ContactCenter } from '../backends/contact-center.ts';
import type { ClipPlayer } from '../devices/clip-player.ts';
import type { CenterView } from '../protocol/views.ts';
import type { ClipStore } from '../store/clips.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { PendingStore } from '../store/pending.ts';
import type { PrefsStore, StoragePort } from '../store/prefs.ts';
import { browserStorage } from '../store/prefs.ts';
import type { Config } from './config.ts';

/** Everything the screens stand on, made once by boot and handed down by App's providers. */
export interface AppServices {
  readonly config: Config;
  readonly center: ContactCenter;
  readonly live: LiveStore;
  readonly http: HttpClient;
  readonly queries: QueryClient;
  readonly pending: PendingStore;
  readonly prefs: PrefsStore;
  readonly clips: ClipStore;
  readonly player: ClipPlayer;
  readonly text: i18n;
  /** Who is there, asked as a viewer: for a tab that was refused. null when that cannot be told either. */
  readonly lookUpCenter: () => Promise<CenterView | null>;
}

/** The window's own `fetch`, looked up at each request, since a service worker's client may replace it. */
export const windowFetch: typeof fetch = (input, init) => window.fetch(input, init);

/** What this device remembers. */
export const deviceStorage: StoragePort = browserStorage(() => window.localStorage);
