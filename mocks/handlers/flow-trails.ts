import type { HttpHandler } from 'msw/http';
import type { ContactId, FlowId, FlowTrail } from '../../src/engine/index.ts';
import { answer, refusal } from '../answers.ts';
import type { FaceParts } from '../ports.ts';
import { toTrail, toTrailList } from '../translate-flow-trails.ts';
import type { FlowTrailsTold } from '../translate-flow-trails.ts';
import { instanceOf, route } from './route.ts';

/** Which way contacts went through flows: ours, since Amazon shows it in logs only. */
export function flowTrailHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('get', '/x/flows/:flowId/trails', async (asked) => {
      // An id that no flow has is answered with nothing: the query's parser takes any text.
      const flowId = (asked.path['flowId'] ?? '') as FlowId;
      const told = (await center.query({ type: 'flowTrails', flowId })) as FlowTrailsTold;
      return answer(toTrailList(told, flowId, await instanceOf(center)));
    }),
    route('get', '/x/flow-trails/:contactId', async (asked) => {
      const trail = (await center.query({ type: 'flowTrail', contactId: (asked.path['contactId'] ?? '') as ContactId })) as FlowTrail | null;
      return trail === null ? refusal('ResourceNotFoundException', 'There is no contact of this id whose way is kept.') : answer({ Trail: toTrail(trail) });
    }),
  ];
}
