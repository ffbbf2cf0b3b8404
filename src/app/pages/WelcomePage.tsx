import type { ReactNode } from 'react';
import { AudioLines, ChartNoAxesColumn, Headset, ListChecks, ListTree, PhoneCall, ScrollText, Zap } from 'lucide-react';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { agentHref, customerHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';
import styles from './WelcomePage.module.css';

/** Which role to take, and how the demo goes. */
export function WelcomePage() {
  const t = useText();
  const center = useLive(selectCenter);
  return (
    <PageFrame title={t('app.titles.home')}>
      <div className={styles['welcome']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>{t('app.welcome.title')}</h1>
          <p className={styles['lead']}>{t('app.welcome.lead')}</p>
        </header>
        <div className={styles['roles']}>
          <RoleList title={t('app.welcome.agents')}>
            {(center?.agents ?? []).map(({ username, name }) => (
              <RoleLink key={username} href={agentHref(username)} icon={<Headset size={22} />} name={name} line={t('app.welcome.agentLine')} />
            ))}
          </RoleList>
          <RoleList title={t('app.welcome.customers')}>
            {(center?.customers ?? []).map(({ number, name }) => (
              <RoleLink key={number} href={customerHref(number)} icon={<PhoneCall size={22} />} name={name} line={numberWords(number, t).shown} />
            ))}
            <RoleLink href="/customer" icon={<PhoneCall size={22} />} name={t('app.welcome.anyCustomer')} line={t('app.welcome.anyCustomerLine')} />
          </RoleList>
          <RoleList title={t('app.welcome.look')}>
            <RoleLink href="/setup" icon={<ListChecks size={22} />} name={t('setup.title')} line={t('setup.line')} />
            <RoleLink href="/records" icon={<ScrollText size={22} />} name={t('app.nav.records')} line={t('app.welcome.recordsLine')} />
            <RoleLink href="/metrics" icon={<ChartNoAxesColumn size={22} />} name={t('app.nav.metrics')} line={t('app.welcome.metricsLine')} />
            <RoleLink href="/flows" icon={<ListTree size={22} />} name={t('app.nav.flows')} line={t('app.welcome.flowsLine')} />
            <RoleLink href="/prompts" icon={<AudioLines size={22} />} name={t('prompts.title')} line={t('app.welcome.promptsLine')} />
            <RoleLink href="/lambdas" icon={<Zap size={22} />} name={t('lambdas.title')} line={t('app.welcome.lambdasLine')} />
          </RoleList>
        </div>
        <section className={styles['how']} aria-labelledby="how">
          <h2 id="how" className={styles['listTitle']}>{t('app.welcome.how')}</h2>
          <ol className={styles['steps']}>
            {(['agent', 'customer', 'ask', 'accept', 'clock'] as const).map((step) => <li key={step}>{t(`app.welcome.steps.${step}`)}</li>)}
          </ol>
        </section>
      </div>
    </PageFrame>
  );
}

function RoleList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['roleList']} aria-label={title}>
      <h2 className={styles['listTitle']}>{title}</h2>
      <ul className={styles['links']}>{children}</ul>
    </section>
  );
}

interface RoleLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly line: string;
}

/** Opens in a tab of its own, since the demo is played with several side by side. */
function RoleLink({ href, icon, name, line }: RoleLinkProps) {
  const t = useText();
  return (
    <li>
      <a className={styles['link']} href={href} target="_blank" rel="noreferrer" title={t('app.welcome.newTab')}>
        <span className={styles['icon']} aria-hidden>{icon}</span>
        <span className={styles['name']}>{name}</span>
        <span className={styles['line']}>{line}</span>
      </a>
    </li>
  );
}
