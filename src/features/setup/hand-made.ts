import type { Say } from '../../text/use-text.ts';
import { applyPlan } from './apply-plan.ts';
import { draftOf } from './existing.ts';
import type { ExistingSetup } from './existing.ts';
import { freshDraft } from './draft.ts';
import type { Flow, Instance, SetupBench } from './instance.ts';
import { planOf } from './plan.ts';

/** True when the flows of a setup hold more than the template would make of what can be read back from them. */
export function isHandMade(existing: ExistingSetup, instance: Instance, bench: SetupBench, t: Say): boolean {
  const draft = draftOf(existing, instance, freshDraft(instance, t));
  const again = applyPlan(planOf(draft, instance), instance, bench, t);
  if (!again.ok) return true;
  const remade = (flow: Flow): Flow | undefined => again.instance.flows.find(({ id }) => id === flow.id);
  return [existing.inbound, ...Object.values(existing.parts)].some((flow) => actionsOf(remade(flow)) !== actionsOf(flow));
}

/** What a flow does: where its boxes stand on the map is nobody's loss. */
const actionsOf = (flow: Flow | undefined): string => JSON.stringify([flow?.content.source['StartAction'], flow?.content.source['Actions']]);
