import { useText } from '../../text/use-text.ts';
import styles from './Resources.module.css';

/** The two pages of what flows use by name. */
export function PageTabs({ current }: { readonly current: 'prompts' | 'lambdas' }) {
  const t = useText();
  return (
    <nav className={styles['tabs']} aria-label={t('resources.pages.label')}>
      {(['prompts', 'lambdas'] as const).map((page) => (
        <a key={page} className={styles['tab']} href={`/${page}`} aria-current={page === current ? 'page' : undefined}>{t(`resources.pages.${page}`)}</a>
      ))}
    </nav>
  );
}
