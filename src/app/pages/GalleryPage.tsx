import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { ContactCenter } from '../../backends/contact-center.ts';
import { createSilentSounds } from '../../devices/silent-audio.ts';
import { galleryStates } from '../../features/softphone/gallery-states.ts';
import type { LiveTables } from '../../protocol/views.ts';
import { CenterProvider } from '../../store/center-context.tsx';
import { LiveStoreProvider } from '../../store/live-context.tsx';
import { createLiveStore } from '../../store/live-store.ts';
import { createPendingStore } from '../../store/pending.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { AgentSoftphone } from './SoftphonePage.tsx';
import styles from './GalleryPage.module.css';

/** The softphone in one state, still: `/lab/gallery?state=offer`. Without a state, the list of them. */
export function GalleryPage() {
  const name = new URLSearchParams(useSearch()).get('state') ?? '';
  const tables = galleryStates[name];
  return tables === undefined ? <States /> : <Still key={name} tables={tables} />;
}

function States() {
  const t = useText();
  return (
    <main className={styles['page']}>
      <h1 className={styles['title']}>{t('softphone.gallery')}</h1>
      <Card label={t('softphone.gallery')}>
        <ul className={styles['states']}>
          {Object.keys(galleryStates).map((name) => (
            <li key={name}><a className={styles['state']} href={`/lab/gallery?state=${name}`}>{name}</a></li>
          ))}
        </ul>
      </Card>
    </main>
  );
}

function Still({ tables }: { readonly tables: LiveTables }) {
  const stage = useMemo(() => {
    const live = createLiveStore();
    live.apply({ kind: 'link', link: { state: 'ready', transport: 'sharedWorker' } });
    live.apply({ kind: 'snapshot', tables });
    return { reader: live.reader, pending: createPendingStore(), sounds: createSilentSounds() };
  }, [tables]);
  const agent = Object.values(tables.agents)[0];
  if (agent === undefined) return null;
  return (
    <LiveStoreProvider reader={stage.reader}>
      <CenterProvider center={stillCenter} pending={stage.pending} onRefused={nothing}>
        <AgentSoftphone agent={agent} sounds={stage.sounds} />
      </CenterProvider>
    </LiveStoreProvider>
  );
}

const nothing = (): void => undefined;

/** Takes every command and does nothing: the states of the gallery stand still. */
const stillCenter: ContactCenter = {
  audience: { role: 'viewer' },
  subscribe: () => nothing,
  send: () => Promise.resolve({ ok: true, seq: 0 }),
  query: () => Promise.resolve(null),
  salvage: () => Promise.resolve(''),
  startAfresh: () => Promise.resolve(),
  close: nothing,
};
