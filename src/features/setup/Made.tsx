import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CircleCheck, Headset, PhoneCall } from 'lucide-react';
import { useSend } from '../../store/center-context.tsx';
import { dialCommand } from '../../store/commands.ts';
import { numberWords } from '../../text/phone.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ExistingSetup } from './existing.ts';
import type { Instance } from './instance.ts';
import styles from './Made.module.css';
import { madeSnapshot } from './made-snapshot.ts';
import type { TryCustomer } from './made-snapshot.ts';

/** Addresses of other pages. */
export interface SetupHrefs {
  readonly agent: (username: string) => string;
  readonly customer: (number: string) => string;
  readonly flow: (flowId: string) => string;
  readonly metrics: string;
}

interface MadeProps {
  readonly setup: ExistingSetup;
  readonly instance: Instance;
  readonly hrefs: SetupHrefs;
  readonly onAnother: () => void;
  readonly onChange: () => void;
}

/** What there is now, and the way to try it: an agent in one tab, the customer in the next. */
export function Made({ setup, instance, hrefs, onAnother, onChange }: MadeProps) {
  const t = useText();
  const made = madeSnapshot(setup, instance, t);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['made']}>
      <header className={styles['head']}>
        <CircleCheck size={40} className={styles['tick']} aria-hidden />
        <div>
          <h1 className={styles['title']} tabIndex={-1} ref={heading}>{t('setup.made.title', { flow: setup.inbound.name })}</h1>
          <p className={styles['lead']}>{t('setup.made.lead')}</p>
        </div>
      </header>
      <section className={styles['card']} aria-labelledby="made-try">
        <h2 id="made-try" className={styles['cardTitle']}>{t('setup.made.try')}</h2>
        <ol className={styles['tries']}>
          <Try title={t('setup.made.agentTitle')} text={t(`setup.made.agent.${made.offered}`)}>
            {made.agents.length === 0 && <p className={styles['warning']}>{t('setup.made.noAgents')}</p>}
            {made.agents.map(({ username, name }) => (
              <a key={username} className={styles['action']} href={hrefs.agent(username)} target="_blank" rel="noreferrer" title={t('setup.made.newTab')}>
                <Headset size={18} aria-hidden />{t('setup.made.agentLink', { name })}
              </a>
            ))}
          </Try>
          {made.number !== null && <Customers number={made.number} customers={made.customers} hrefs={hrefs} />}
          <Try title={t('setup.made.waitTitle')} text={t('setup.made.wait', { delay: made.delay })} />
        </ol>
      </section>
      <section className={styles['card']} aria-labelledby="made-what">
        <h2 id="made-what" className={styles['cardTitle']}>{t('setup.made.what')}</h2>
        <ul className={styles['things']}>
          {made.things.map(({ key, words, link }) => (
            <li key={key} className={styles['thing']}>
              <span>{words}</span>
              {link !== null && <a href={link.to === 'metrics' ? hrefs.metrics : hrefs.flow(link.flowId)} aria-label={link.label}>{link.words}</a>}
            </li>
          ))}
        </ul>
      </section>
      <div className={styles['actions']}>
        <Button onClick={onChange}>{t('setup.made.change')}</Button>
        <Button onClick={onAnother}>{t('setup.made.another')}</Button>
      </div>
    </div>
  );
}

function Try({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <li className={styles['try']}>
      <h3 className={styles['tryTitle']}>{title}</h3>
      <p>{text}</p>
      {children !== undefined && <div className={styles['links']}>{children}</div>}
    </li>
  );
}

interface CustomersProps {
  readonly number: string;
  readonly customers: readonly TryCustomer[];
  readonly hrefs: SetupHrefs;
}

/** The customer's phone opens in its tab; the number is dialed from here, since the tab itself must not do anything unasked. */
function Customers({ number, customers, hrefs }: CustomersProps) {
  const t = useText();
  const send = useSend();
  const [said, setSaid] = useState<{ readonly isBad: boolean; readonly words: string } | null>(null);
  const dial = async (customer: TryCustomer): Promise<void> => {
    const reply = await send(dialCommand(customer.number, number), 'quietly');
    const words = reply.ok ? t('setup.made.dialed', { name: customer.name }) : `${t('setup.made.dialRefused', { name: customer.name })} ${refusalSentence(reply, t)}`;
    setSaid({ isBad: !reply.ok, words });
  };
  return (
    <Try title={t('setup.made.customerTitle')} text={t('setup.made.customer', { number: numberWords(number, t).shown })}>
      {customers.map((customer) => (
        <span key={customer.number} className={styles['person']}>
          <a className={styles['action']} href={hrefs.customer(customer.number)} target="_blank" rel="noreferrer" title={t('setup.made.newTab')} onClick={() => void dial(customer)}>
            <PhoneCall size={18} aria-hidden />{t('setup.made.customerLink', { name: customer.name })}
          </a>
          <span className={styles['keys']}>{t('setup.made.customerNumber', { keys: customer.keys })}</span>
        </span>
      ))}
      {said !== null && <Banner kind={said.isBad ? 'bad' : 'info'}>{said.words}</Banner>}
    </Try>
  );
}
