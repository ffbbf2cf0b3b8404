import { BookOpenText, EllipsisVertical, Keyboard, ListChecks, Monitor, Moon, Smartphone, Sun, Workflow } from 'lucide-react';
import { usePrefs, useSetPrefs } from '../../store/prefs-context.tsx';
import { useText } from '../../text/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './HeaderMenu.module.css';

const themes = [['system', Monitor], ['light', Sun], ['dark', Moon]] as const;

/** Appearance, the other pages, and the list of keys. */
export function MainMenu({ onKeys }: { readonly onKeys: () => void }) {
  const t = useText();
  const { theme } = usePrefs();
  const setPrefs = useSetPrefs();
  return (
    <Menu
      align="end"
      label={t('softphone.header.menu')}
      buttonLabel={t('softphone.header.menu')}
      buttonClassName={styles['button']}
      button={<EllipsisVertical size={20} aria-hidden />}
      groups={[
        {
          id: 'pages',
          label: t('softphone.menu.pages'),
          items: [
            { id: 'records', label: t('softphone.menu.records'), href: '/records', icon: <BookOpenText size={18} aria-hidden /> },
            { id: 'flows', label: t('softphone.menu.flows'), href: '/flows', icon: <Workflow size={18} aria-hidden /> },
            { id: 'setup', label: t('setup.title'), href: '/setup', icon: <ListChecks size={18} aria-hidden /> },
            { id: 'customer', label: t('softphone.menu.customer'), href: '/customer', icon: <Smartphone size={18} aria-hidden /> },
          ],
        },
        {
          id: 'theme',
          label: t('softphone.menu.theme'),
          items: themes.map(([id, Icon]) => ({
            id,
            label: t(`softphone.menu.${id}`),
            icon: <Icon size={18} aria-hidden />,
            checked: theme === id,
            onSelect: () => { setPrefs({ theme: id }); },
          })),
        },
        {
          id: 'help',
          items: [{ id: 'keys', label: t('softphone.menu.keys'), icon: <Keyboard size={18} aria-hidden />, onSelect: onKeys }],
        },
      ]}
    />
  );
}
