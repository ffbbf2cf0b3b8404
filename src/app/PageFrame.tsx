import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { AudioLines, ChartNoAxesColumn, House, ListTree, PhoneCall, ScrollText } from 'lucide-react';
import { useLocation } from 'wouter';
import { LabBar } from '../features/lab/LabBar.tsx';
import { useText } from '../text/use-text.ts';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The bar on top of every page but the softphone, and the page below it. */
export function PageFrame({ title, children }: PageFrameProps) {
  const t = useText();
  const [path] = useLocation();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const pages = [
    { href: '/', name: t('app.nav.home'), Icon: House },
    { href: '/customer', name: t('app.nav.customer'), Icon: PhoneCall },
    { href: '/records', name: t('app.nav.records'), Icon: ScrollText },
    { href: '/metrics', name: t('app.nav.metrics'), Icon: ChartNoAxesColumn },
    { href: '/flows', name: t('app.nav.flows'), Icon: ListTree },
    { href: '/prompts', name: t('app.nav.resources'), Icon: AudioLines },
  ];
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#page">{t('app.nav.skip')}</a>
      <LabBar />
      <header className={styles['bar']}>
        <span className={styles['brand']}>{t('common.appName')}</span>
        <nav aria-label={t('app.nav.label')}>
          <ul className={styles['links']}>
            {pages.map(({ href, name, Icon }) => (
              <li key={href}>
                <a className={styles['link']} href={href} aria-current={path === href || pagesUnder[href]?.includes(path) ? 'page' : undefined} title={name}>
                  <Icon size={18} aria-hidden />
                  <span className={styles['name']}>{name}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="page" className={styles['page']} tabIndex={-1}>{children}</main>
    </div>
  );
}

/** Pages that share an entry of the bar with another one. */
const pagesUnder: Readonly<Record<string, readonly string[]>> = { '/prompts': ['/lambdas'] };
