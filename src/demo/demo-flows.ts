import afterHours from './flows/after-hours.json' with { type: 'json' };
import agentWhisper from './flows/agent-whisper.json' with { type: 'json' };
import billing from './flows/billing.json' with { type: 'json' };
import defaultAgentHold from './flows/default-agent-hold.json' with { type: 'json' };
import defaultAgentWhisper from './flows/default-agent-whisper.json' with { type: 'json' };
import defaultCustomerHold from './flows/default-customer-hold.json' with { type: 'json' };
import defaultCustomerQueue from './flows/default-customer-queue.json' with { type: 'json' };
import defaultCustomerWhisper from './flows/default-customer-whisper.json' with { type: 'json' };
import defaultOutboundWhisper from './flows/default-outbound-whisper.json' with { type: 'json' };
import mainMenuInternational from './flows/main-menu-international.json' with { type: 'json' };
import mainMenu from './flows/main-menu.json' with { type: 'json' };
import offerCallbackInternational from './flows/offer-callback-international.json' with { type: 'json' };
import offerCallback from './flows/offer-callback.json' with { type: 'json' };
import outboundWhisper from './flows/outbound-whisper.json' with { type: 'json' };

const files: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['after-hours.json', afterHours],
  ['agent-whisper.json', agentWhisper],
  ['billing.json', billing],
  ['default-agent-hold.json', defaultAgentHold],
  ['default-agent-whisper.json', defaultAgentWhisper],
  ['default-customer-hold.json', defaultCustomerHold],
  ['default-customer-queue.json', defaultCustomerQueue],
  ['default-customer-whisper.json', defaultCustomerWhisper],
  ['default-outbound-whisper.json', defaultOutboundWhisper],
  ['main-menu-international.json', mainMenuInternational],
  ['main-menu.json', mainMenu],
  ['offer-callback-international.json', offerCallbackInternational],
  ['offer-callback.json', offerCallback],
  ['outbound-whisper.json', outboundWhisper],
]);

/** The text of one of the demo's flow files; null when there is none of that name. Folders before the name do not count. */
export function readDemoFlow(file: string): string | null {
  const flow = files.get(file.replace(/^.*\//, ''));
  return flow === undefined ? null : JSON.stringify(flow);
}
