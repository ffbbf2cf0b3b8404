import { workOver } from './agent/decide.ts';
import { windowOver } from './callback/window.ts';
import { callbackDue, callbackExpired } from './callback/work.ts';
import { whisperOverrun } from './contact/decide.ts';
import { dialCustomer, dialThird } from './contact/dial.ts';
import type { Directive } from './directive.ts';
import type { CenterEvent } from './event.ts';
import { afterFlow } from './flow/after.ts';
import { hearKey, runFlow, timeUp } from './flow/interpret.ts';
import { startFlow } from './flow/start.ts';
import { lineHangsUp, lineRings, lineRingsOut } from './line/decide.ts';
import { autoAccept, expireOffer } from './offer/decide.ts';
import { routeAgent, routeContact } from './routing/match.ts';
import type { Center } from './state.ts';
import { afterUntaken } from './transfer/decide.ts';
import { contactOf } from './update.ts';

/** Carries out one directive: what it brings about, nothing when it has become pointless. */
export function direct(center: Center, directive: Directive): readonly CenterEvent[] {
  switch (directive.do) {
    case 'flow.start':
      return startFlow(center, contactOf(center, directive.contactId), directive.flowType);
    case 'flow.run':
      return runFlow(center, directive.contactId);
    case 'flow.timeUp':
      return timeUp(center, directive.contactId);
    case 'flow.key':
      return hearKey(center, directive.contactId, directive.key);
    case 'flow.after':
      return afterFlow(center, directive.contactId, directive.flowType, directive.how);
    case 'callback.due':
      return callbackDue(center, directive.contactId);
    case 'contact.dial':
      return dialCustomer(center, directive.contactId);
    case 'contact.dialThird':
      return dialThird(center, directive.contactId);
    case 'callback.windowOver':
      return windowOver(center, directive.contactId);
    case 'callback.expire':
      return callbackExpired(center, directive.contactId);
    case 'route.change':
      return [{ type: 'contact.routingChanged', contactId: directive.contactId, priority: directive.priority, ageAdjustmentMs: directive.ageAdjustmentMs }];
    case 'route.contact':
      return routeContact(center, directive.contactId);
    case 'route.untaken':
      return afterUntaken(center, directive.contactId, directive.how);
    case 'queue.opens':
      return [{ type: 'queue.opened', queueId: directive.queueId }];
    case 'route.agent':
      return routeAgent(center, directive.agentId);
    case 'offer.autoAccept':
      return autoAccept(center, directive.offerId);
    case 'offer.expire':
      return expireOffer(center, directive.offerId);
    case 'whisper.overrun':
      return whisperOverrun(center, directive.contactId);
    case 'line.rings':
      return lineRings(center, directive.lineId);
    case 'line.ringsOut':
      return lineRingsOut(center, directive.lineId);
    case 'line.hangsUp':
      return lineHangsUp(center, directive.lineId);
    case 'agent.workOver':
      return workOver(center, directive.agentId);
  }
}
