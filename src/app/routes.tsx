import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { Audience } from '../protocol/envelope.ts';
import { useText } from '../text/use-text.ts';
import styles from './LinkGate.module.css';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

const WelcomePage = lazy(() => import('./pages/WelcomePage.tsx').then((page) => ({ default: page.WelcomePage })));
const SoftphonePage = lazy(() => import('./pages/SoftphonePage.tsx').then((page) => ({ default: page.SoftphonePage })));
const CustomerPage = lazy(() => import('./pages/CustomerPage.tsx').then((page) => ({ default: page.CustomerPage })));
const RecordsPage = lazy(() => import('./pages/RecordsPage.tsx').then((page) => ({ default: page.RecordsPage })));
const MetricsPage = lazy(() => import('./pages/MetricsPage.tsx').then((page) => ({ default: page.MetricsPage })));
const GalleryPage = lazy(() => import('./pages/GalleryPage.tsx').then((page) => ({ default: page.GalleryPage })));
const SetupPage = lazy(() => import('./pages/SetupPage.tsx').then((page) => ({ default: page.SetupPage })));
const FlowMapPage = lazy(() => import('./pages/FlowMapPage.tsx').then((page) => ({ default: page.FlowMapPage })));
const PromptsPage = lazy(() => import('./pages/PromptsPage.tsx').then((page) => ({ default: page.PromptsPage })));
const LambdasPage = lazy(() => import('./pages/LambdasPage.tsx').then((page) => ({ default: page.LambdasPage })));
const FlowsPage = lazy(() => import('./pages/FlowsPage.tsx').then((page) => ({ default: page.FlowsPage })));

/** Which page is shown. For whom it is was settled at boot: another person's page is another load, with a link of its own. */
export function Routes({ audience }: { readonly audience: Audience }) {
  const t = useText();
  return (
    <Suspense fallback={<output className={styles['waiting']}>{t('app.loading')}</output>}>
      <Switch>
        <Route path="/">{audience.role === 'agent' ? <SoftphonePage username={audience.username} /> : <WelcomePage />}</Route>
        <Route path="/customer"><CustomerPage isChosen={audience.role === 'customer'} /></Route>
        <Route path="/records"><RecordsPage /></Route>
        <Route path="/metrics"><MetricsPage /></Route>
        <Route path="/setup"><SetupPage /></Route>
        <Route path="/flows"><FlowsPage /></Route>
        <Route path="/flows/:id"><FlowMapPage /></Route>
        <Route path="/prompts"><PromptsPage /></Route>
        <Route path="/lambdas"><LambdasPage /></Route>
        <Route path="/lab/gallery"><GalleryPage /></Route>
        <Route><NotFoundPage /></Route>
      </Switch>
    </Suspense>
  );
}
