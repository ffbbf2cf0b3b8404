import { useQuery } from '@tanstack/react-query';
import { useCenter } from '../../store/center-context.tsx';
import type { StoragePort } from '../../store/prefs.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { instanceKey, lookUpInstance } from './create-setup.ts';
import type { SetupBench } from './instance.ts';
import type { SetupHrefs } from './Made.tsx';
import { Made } from './Made.tsx';
import { SetupGuide } from './SetupGuide.tsx';
import styles from './SetupPages.module.css';
import type { StepId } from './steps.ts';
import { stepNamed } from './steps.ts';
import { useSetup } from './use-setup.ts';
import type { Instance } from './instance.ts';

/** The word in the address for the page after the last step. */
const done = 'done';

interface SetupPagesProps {
  /** The step named in the page's address. */
  readonly asked: string | null;
  readonly hrefOf: (step: string | null) => string;
  readonly onGo: (step: string | null) => void;
  readonly storage: StoragePort;
  readonly bench: SetupBench;
  readonly hrefs: SetupHrefs;
}

/** The guided setup over the configuration as it is now. */
export function SetupPages(props: SetupPagesProps) {
  const t = useText();
  const center = useCenter();
  const looked = useQuery({ queryKey: instanceKey, queryFn: () => lookUpInstance(center) });
  if (looked.data !== undefined) return <Over {...props} instance={looked.data} />;
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>{t('setup.title')}</h1>
      {looked.isError
        ? <Banner kind="bad" actions={<Button size="small" onClick={() => void looked.refetch()}>{t('common.retry')}</Button>}>{t('setup.failed')}</Banner>
        : <output>{t('setup.loading')}</output>}
    </div>
  );
}

function Over({ asked, hrefOf, onGo, storage, bench, hrefs, instance }: SetupPagesProps & { readonly instance: Instance }) {
  const setup = useSetup(storage, instance, bench);
  const { draft, existing } = setup;
  const made = existing.find(({ inbound }) => inbound.id === draft.made);
  if (made !== undefined && (asked === done || asked === null)) {
    return (
      <div className={styles['page']}>
        <Made
          setup={made} instance={instance} hrefs={hrefs}
          onChange={() => {
            setup.aim(made);
            onGo('queue');
          }}
          onAnother={() => {
            setup.startOver();
            onGo('queue');
          }}
        />
      </div>
    );
  }
  return (
    <SetupGuide
      setup={setup} instance={instance} bench={bench} asked={stepNamed(asked)}
      hrefOf={(step: StepId) => hrefOf(step)} onGo={(step: StepId) => onGo(step)} onMade={() => onGo(done)}
    />
  );
}
