import { assert, must } from '../core/assert.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { caption } from '../line/evolve.ts';
import { begin, contactOf, type Draft, editContact, editRun, openLineOf, runOf } from '../update.ts';
import type { ContactId } from '../core/ids.ts';
import { after, type EpochMs } from '../core/time.ts';
import { NO_NOTES, type FlowRun, type FlowType, type FlowWait, type Utterance } from './model.ts';

const WHISPERS: ReadonlySet<FlowType> = new Set(['AGENT_WHISPER', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER']);

/** What most runs of flows have none of. */
const NOTHING = {};
const NOBODY: FlowRun['callers'] = [];

/** Flows whose sound goes to the agent, not to the customer. */
const FOR_THE_AGENT = new Set(['AGENT_WHISPER', 'AGENT_HOLD']);

export function evolveFlow(center: Center, event: Exclude<EventsOf<'flow'>, { readonly type: 'flow.saved' }>): void {
  const { contactId } = event;
  switch (event.type) {
    case 'flow.started': {
      const { flowId, flowType, actionId } = event;
      // A transfer to another flow keeps the loop counters, which belong to the contact (spec §6.4).
      const before = center.flowRuns.get(contactId);
      const sinceWait = before ? before.sinceWait + 1 : restlessness(center, contactId);
      begin(center, center.flowRuns, contactId, {
        contactId, flowId, flowType, actionId, loops: before?.loops ?? NOTHING,
        startedAtMs: center.nowMs, wait: null, sinceWait, loopActionId: null, external: before?.external ?? NOTHING,
        notes: before ? { ...before.notes, attributes: NOTHING } : NO_NOTES, callers: NOBODY,
      });
      // Each whisper may last so long, the agent's as well as the customer's (spec §1.6).
      if (WHISPERS.has(flowType)) center.timers.set('whisper', contactId, after(center.nowMs, center.config.instance.policy.whisperMaxMs), { do: 'whisper.overrun', contactId });
      const contact = contactOf(center, contactId);
      // A callback's creation flow takes it out of its delay (spec §1.11).
      if (flowType === 'CONTACT_FLOW' && contact.stage.name === 'scheduled') {
        center.scheduled.get(must(contact.callback, 'the terms of a callback').queueId)?.delete(contactId);
        editContact(center, contactId).stage = { name: 'inFlow' };
      }
      return;
    }
    case 'flow.entered': {
      const run = runOf(center, contactId);
      const interrupted = run.wait?.kind === 'loop';
      const next = stopWaiting(center, run);
      if (interrupted) next.loopActionId = run.actionId;
      next.actionId = event.actionId;
      next.sinceWait += 1;
      return;
    }
    case 'flow.waiting':
      wait(center, runOf(center, contactId), event.wait);
      return;
    case 'flow.keyHeard': {
      const run = runOf(center, contactId);
      assert(run.wait?.kind === 'input', 'a key is heard where one is asked for');
      wait(center, run, { ...run.wait, keys: event.keys, dueAtMs: event.dueAtMs }, true);
      return;
    }
    case 'flow.resumed':
      stopWaiting(center, runOf(center, contactId));
      return;
    case 'flow.looped': {
      const run = runOf(center, contactId);
      editRun(center, run).loops = { ...run.loops, [event.actionId]: event.count };
      return;
    }
    case 'flow.lambdaAnswered': {
      const run = runOf(center, contactId);
      // What failed returned nothing: what the function before it returned stays.
      if (event.external !== null) editRun(center, run).external = event.external;
      return;
    }
    case 'flow.noted': {
      const run = runOf(center, contactId);
      editRun(center, run).notes = { ...run.notes, ...event.notes };
      return;
    }
    case 'flow.moduleEntered': {
      const run = editRun(center, runOf(center, contactId));
      const { flowId, actionId, notes } = run;
      run.callers = [...run.callers, { flowId, actionId, attributes: notes.attributes }];
      run.flowId = event.moduleId;
      run.notes = { ...notes, attributes: {} };
      return;
    }
    case 'flow.moduleLeft': {
      const run = editRun(center, runOf(center, contactId));
      const { flowId, actionId, attributes } = must(run.callers.at(-1), 'who invoked the module');
      run.flowId = flowId;
      run.actionId = actionId;
      run.notes = { ...run.notes, attributes };
      run.callers = run.callers.slice(0, -1);
      return;
    }
    case 'flow.faulted':
      return;
    case 'flow.ended':
      end(center, contactId);
      return;
  }
}

/** A flow that ends without having waited hands its count on: two flows may chase one another as well as two actions. */
function end(center: Center, contactId: ContactId): void {
  const run = center.flowRuns.get(contactId);
  center.timers.cancel('flow', contactId);
  center.flowRuns.delete(contactId);
  if (run && run.wait === null) center.restless.set(contactId, { atMs: center.nowMs, actions: run.sinceWait + 1 });
  else center.restless.delete(contactId);
}

function restlessness(center: Center, contactId: ContactId): number {
  const restless = center.restless.get(contactId);
  return restless?.atMs === center.nowMs ? restless.actions : 0;
}

function stopWaiting(center: Center, run: FlowRun): Draft<FlowRun> {
  center.timers.cancel('flow', run.contactId);
  const next = editRun(center, run);
  next.wait = null;
  return next;
}

function wait(center: Center, run: FlowRun, next: FlowWait, again = false): void {
  const dueAtMs = endOf(next);
  // What takes no time is no rest: silent prompts in a circle are an endless loop too. Nor is asking a function again and again.
  const rests = dueAtMs !== center.nowMs && next.kind !== 'lambda';
  const changed = editRun(center, run);
  changed.wait = next;
  if (rests) changed.sinceWait = 0;
  if (dueAtMs === null) center.timers.cancel('flow', run.contactId);
  else center.timers.set('flow', run.contactId, dueAtMs, { do: 'flow.timeUp', contactId: run.contactId });
  if (!again) for (const utterance of utterancesOf(next)) hear(center, run, utterance);
}

function hear(center: Center, run: FlowRun, { text, kind, prompt }: Utterance): void {
  if (FOR_THE_AGENT.has(run.flowType)) return;
  const line = openLineOf(center, contactOf(center, run.contactId));
  if (line?.state === 'up') caption(center, line, { atMs: center.nowMs, text, kind, ...(prompt && prompt.clipId !== null && { recorded: prompt.name }) });
}

function endOf(wait: FlowWait): EpochMs | null {
  switch (wait.kind) {
    case 'prompt':
    case 'lambda':
    case 'time':
      return wait.untilMs;
    case 'loop':
      return wait.interruptAtMs;
    case 'input':
      return wait.dueAtMs;
    case 'answer':
      return null;
  }
}

function utterancesOf(wait: FlowWait): readonly Utterance[] {
  if (wait.kind === 'prompt') return [wait.utterance];
  if (wait.kind === 'loop') return wait.utterances;
  return wait.kind === 'input' && wait.utterance ? [wait.utterance] : [];
}
