import { ExternalLink } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { pageHrefs } from './role-links.ts';
import type { RoleLink, roleLinks } from './role-links.ts';
import styles from './RolesSection.module.css';
import { Section } from './Section.tsx';

/** Everybody's page, each in a tab of its own. */
export function RolesSection({ links }: { readonly links: ReturnType<typeof roleLinks> }) {
  const t = useText();
  const pages: readonly RoleLink[] = [
    { key: 'records', name: t('lab.roles.records'), href: pageHrefs.records },
    { key: 'flows', name: t('lab.roles.flows'), href: pageHrefs.flows },
  ];
  return (
    <Section title={t('lab.roles.title')}>
      <div className={styles['groups']}>
        <Group title={t('lab.roles.agents')} links={links.agents} />
        <Group title={t('lab.roles.customers')} links={[...links.customers, { key: 'any', name: t('lab.roles.anyPhone'), href: pageHrefs.anyPhone }]} />
        <Group title={t('lab.roles.pages')} links={pages} />
      </div>
    </Section>
  );
}

function Group({ title, links }: { readonly title: string; readonly links: readonly RoleLink[] }) {
  const t = useText();
  if (links.length === 0) return null;
  return (
    <div>
      <h3 className={styles['group']}>{title}</h3>
      <ul className={styles['links']} aria-label={title}>
        {links.map(({ key, name, href }) => (
          <li key={key}>
            <a className={styles['link']} href={href} target="_blank" rel="noreferrer">
              {name}
              <ExternalLink size={14} aria-hidden />
              <VisuallyHidden>{t('lab.roles.newTab')}</VisuallyHidden>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
