import { useQuery } from '@tanstack/react-query';
import type { CenterView } from '../protocol/views.ts';
import { useText } from '../text/use-text.ts';
import styles from './LinkGate.module.css';
import { agentHref } from './hrefs.ts';
import { TroubleScreen } from './TroubleScreen.tsx';

interface UnknownAgentProps {
  readonly username: string;
  readonly lookUpCenter: () => Promise<CenterView | null>;
}

/** The address names an agent that is not there: says who is. */
export function UnknownAgent({ username, lookUpCenter }: UnknownAgentProps) {
  const t = useText();
  const found = useQuery({ queryKey: ['instance', 'agents'], queryFn: lookUpCenter });
  const agents = found.data?.agents ?? [];
  const home = <a href="/">{t('app.trouble.home')}</a>;
  return (
    <TroubleScreen title={t('app.trouble.unknownAgent.title', { detail: username })} actions={home}>
      {found.isPending && <p>{t('app.trouble.unknownAgent.looking')}</p>}
      {found.isFetched && agents.length === 0 && <p>{t('app.trouble.unknownAgent.nobody')}</p>}
      {agents.length > 0 && (
        <>
          <p>{t('app.trouble.unknownAgent.text')}</p>
          <ul className={styles['agents']}>
            {agents.map((agent) => (
              <li key={agent.username}>
                <a className={styles['agent']} href={agentHref(agent.username)}>{agent.name} ({agent.username})</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </TroubleScreen>
  );
}
