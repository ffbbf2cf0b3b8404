import { useQuery } from '@tanstack/react-query';
import { flowCheckQuery, flowQuery } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { WhisperLength } from './whisper-length.ts';
import { secondsSaid } from './whisper-length.ts';

/** How long the flow of a message plays; `undefined`: it is not known which flow that is. */
export function useWhisperLength(flowId: string | null | undefined): WhisperLength {
  const http = useHttp();
  const found = useQuery({ ...flowQuery(http, flowId ?? ''), enabled: typeof flowId === 'string' });
  const flow = typeof flowId === 'string' ? found.data : undefined;
  const check = useQuery({ ...flowCheckQuery(http, { content: flow?.Content ?? '', mapping: {}, type: flow?.Type ?? null }), enabled: flow !== undefined });
  if (flowId === null) return { seconds: 0, isAtMost: false, flowName: null };
  if (flow === undefined || check.data === undefined) return { seconds: null, isAtMost: false, flowName: null };
  const said = secondsSaid(check.data);
  return { seconds: said?.most ?? null, isAtMost: said !== null && said.least < said.most, flowName: flow.Name };
}
