import type { InstanceSpec } from '../scenario/instance-schema.ts';

const always = { hours: 'Always', outboundCallerIdName: 'Ringback' };

/** What the demo is configured with, in the words of a scenario's instance section. All numbers are reserved for fiction. */
export const demoSpec: InstanceSpec = {
  name: 'Ringback demo',
  country: 'US',
  timeZone: 'America/New_York',
  // What an instance in a Region of the US may dial from the start (spec §7).
  dialableCountries: ['US', 'CA', 'MX', 'PR', 'GB'],
  hours: [
    { name: 'Always', timeZone: 'UTC', open: '24x7' },
    { name: 'Office', timeZone: 'America/New_York', open: [{ days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], from: '09:00', to: '17:00' }] },
  ],
  prompts: [
    { name: 'Hold music', seconds: 180, kind: 'music' },
    { name: 'Agent whisper', say: 'You are about to be connected to customer $.Attributes.name, who asked about $.Attributes.reason.', seconds: 10 },
    { name: 'Agent whisper without a reason', say: 'You are about to be connected to a customer who asked to be called back.', seconds: 10 },
    { name: 'Outbound whisper', say: 'Hello, this is your scheduled callback from Ringback. Please stay on the line: we are connecting you to an agent who knows what you asked about.', seconds: 15 },
  ],
  flows: [
    { name: 'Main menu', file: 'main-menu.json', description: 'Greets the caller and puts them into the inbound queue, where a callback is offered.' },
    { name: 'Main menu (international)', file: 'main-menu-international.json', description: 'As the main menu, for callers from other countries.' },
    { name: 'Billing', file: 'billing.json', description: 'Puts the caller into the billing queue, where a callback is offered.' },
    { name: 'After hours', file: 'after-hours.json', description: 'In office hours as the main menu; otherwise offers a callback.' },
    { name: 'Offer callback', file: 'offer-callback.json', description: 'Music, and every 30 seconds the offer to be called back at a number of this country.' },
    { name: 'Offer callback (international)', file: 'offer-callback-international.json', description: 'The same, for numbers of any country.' },
    { name: 'Agent whisper', file: 'agent-whisper.json', description: 'Tells the agent who will be called back, and why.' },
    { name: 'Outbound whisper', file: 'outbound-whisper.json', description: 'Greets the customer who picks up a callback.' },
    { name: 'Default customer queue', file: 'default-customer-queue.json' },
    { name: 'Default agent whisper', file: 'default-agent-whisper.json' },
    { name: 'Default customer whisper', file: 'default-customer-whisper.json' },
    { name: 'Default outbound whisper', file: 'default-outbound-whisper.json' },
    { name: 'Default customer hold', file: 'default-customer-hold.json' },
    { name: 'Default agent hold', file: 'default-agent-hold.json' },
  ],
  defaultFlows: {
    CUSTOMER_QUEUE: 'Default customer queue',
    AGENT_WHISPER: 'Default agent whisper',
    CUSTOMER_WHISPER: 'Default customer whisper',
    OUTBOUND_WHISPER: 'Default outbound whisper',
    CUSTOMER_HOLD: 'Default customer hold',
    AGENT_HOLD: 'Default agent hold',
  },
  queues: [
    { name: 'InboundQueue', ...always, outboundCallerId: '+18005550199', outboundWhisper: { flow: 'Outbound whisper' }, customerQueueFlow: 'Offer callback' },
    { name: 'CallbackQueue', ...always, outboundCallerId: '+18005550199', outboundWhisper: { flow: 'Outbound whisper' }, agentWhisper: { flow: 'Agent whisper' } },
    { name: 'BillingQueue', ...always, outboundCallerId: '+18005550166', outboundWhisper: { flow: 'Outbound whisper' }, customerQueueFlow: 'Offer callback' },
  ],
  routingProfiles: [
    { name: 'Support', defaultOutboundQueue: 'InboundQueue', queues: [{ queue: 'InboundQueue', priority: 1 }, { queue: 'CallbackQueue', priority: 1 }, { queue: 'BillingQueue', priority: 2, delaySeconds: 20 }] },
    { name: 'Billing', defaultOutboundQueue: 'BillingQueue', queues: [{ queue: 'BillingQueue', priority: 1 }, { queue: 'CallbackQueue', priority: 2 }] },
  ],
  statuses: [{ name: 'Available', type: 'ROUTABLE' }, { name: 'Break' }, { name: 'Training' }, { name: 'Offline', type: 'OFFLINE' }],
  agents: [
    { username: 'ana', firstName: 'Ana', lastName: 'Martins', routingProfile: 'Support' },
    { username: 'ben', firstName: 'Ben', lastName: 'Okafor', routingProfile: 'Support' },
    { username: 'chloe', firstName: 'Chloé', lastName: 'Laurent', routingProfile: 'Billing' },
  ],
  numbers: [
    { number: '+18005550199', flow: 'Main menu', description: 'Main line' },
    { number: '+18005550123', flow: 'Main menu (international)', description: 'International line' },
    { number: '+18005550166', flow: 'Billing', description: 'Billing line' },
    { number: '+18005550177', flow: 'After hours', description: 'Office line' },
  ],
  customers: [
    { number: '+12065550142', name: 'John', reason: 'a refund for order 4711' },
    { number: '+12065550187', name: 'Mary', reason: 'a delivery that came broken' },
    { number: '+442079460018', name: 'Tariq', reason: 'an invoice of last month' },
  ],
  callback: { queue: 'CallbackQueue', initialDelaySeconds: 99, retries: 2, retryDelaySeconds: 600, agentWhisper: { flow: 'Agent whisper' } },
};
