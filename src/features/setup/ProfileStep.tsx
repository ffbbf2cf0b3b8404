import { useText } from '../../text/use-text.ts';
import type { SetupForm } from './form.ts';
import { SelectField, WholeField } from './SetupField.tsx';
import styles from './Steps.module.css';

/** Which agents call back, and before or after what else. */
export function ProfileStep({ form }: { readonly form: SetupForm }) {
  const t = useText();
  const { routingProfiles, agents, queues } = form.instance;
  const chosen = routingProfiles.find(({ id }) => id === form.draft.profileId);
  const served = agents.filter(({ routingProfileId }) => routingProfileId === chosen?.id).map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  return (
    <>
      <SelectField form={form} field="profileId" label={t('setup.profile.profile')} choose={t('setup.profile.choose')} options={routingProfiles.map(({ id, name }) => ({ value: id, name }))} />
      {chosen !== undefined && (
        <div className={styles['aside']}>
          <p>{t('setup.profile.serves', { profile: chosen.name, agents: served.length === 0 ? t('setup.profile.nobody') : served.join(', ') })}</p>
          <p className={styles['label']}>{t('setup.profile.queues')}</p>
          <ul className={styles['plainList']}>
            {chosen.entries.map(({ queueId, priority, delayMs }) => (
              <li key={queueId}>{t('setup.profile.entry', { queue: queues.find(({ id }) => id === queueId)?.name ?? queueId, priority, delay: delayMs / 1000 })}</li>
            ))}
            {chosen.entries.length === 0 && <li>{t('setup.profile.entries')}</li>}
          </ul>
        </div>
      )}
      <div className={styles['pair']}>
        <WholeField form={form} field="priority" label={t('setup.profile.priority')} hint={t('setup.profile.priorityHint')} />
        <WholeField form={form} field="delay" label={t('setup.profile.delay')} hint={t('setup.profile.delayHint')} />
      </div>
    </>
  );
}
