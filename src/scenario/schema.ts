/*
 * The scenario file as it is written. No transforms here: the JSON Schema that editors use is generated from this,
 * and must say what people type. What words mean is decided by parse.ts and steps.ts.
 */
import { z } from 'zod';
import { dialPlanEntry } from '../protocol/dial-plan.ts';
import { expectSchema } from './expect-schema.ts';
import { instanceSchema } from './instance-schema.ts';
import { timePattern } from './times.ts';

const said = z.string().min(1);
const secondsSpan = z.number().min(0).max(2_000_000);
const yes = z.literal(true);

/** A time of the story, see times.ts. */
const timeSchema = z.string().regex(new RegExp(timePattern), 'is no time: write a clock time of the first day such as "11:35:00", "+00:05:00" from the start, or "2024-01-10T11:35:00Z"');
const phoneNumber = z.string().regex(/^\+[1-9]\d{1,14}$/, 'is no telephone number: write it in international form, such as "+12065550142"');
const keys = z.string().regex(/^[0-9*#]{1,64}$/, 'are no keys of a telephone: use 0–9, * and #');
const at = timeSchema.describe('When: a clock time of the first day ("11:35:00"; "25:10:00" is past midnight), "+HH:MM:SS" from the start, or a full timestamp.');

const everyStep = {
  at,
  label: z.string().optional().describe('Names this moment in the results.'),
  note: z.string().optional().describe('For whoever reads the file.'),
};
const everyAct = {
  ...everyStep,
  refused: z.union([yes, said]).optional().describe('The center must refuse this: true, or the code of the refusal.'),
};

/** The verbs of each kind of step; a step has exactly one. */
const customerVerbs = {
  dials: phoneNumber.optional().describe('Calls one of the numbers of the center.'),
  requestsCallback: yes.optional().describe('Takes the configured callback, without a flow.'),
  presses: keys.optional(),
  enters: keys.optional().describe('The same as presses, for longer entries: "2065550142#".'),
  answers: yes.optional().describe('Picks up a phone that rings.'),
  declines: yes.optional().describe('Rejects a phone that rings: the center hears busy.'),
  letsVoicemail: yes.optional().describe('A phone that rings goes to voicemail.'),
  hangsUp: yes.optional(),
};
const agentVerbs = {
  sets: said.optional().describe('Picks a status by its name.'),
  setsNext: said.optional().describe('While at work: the status to take when the contact is cleared. "Available" takes a choice back.'),
  accepts: yes.optional(),
  rejects: yes.optional(),
  hangsUp: yes.optional(),
  clears: yes.optional().describe('Ends after-contact work, or clears a missed or failed contact.'),
  holds: yes.optional(),
  resumes: yes.optional(),
  mutes: z.boolean().optional(),
  sendsDigits: keys.optional(),
  declaresMachine: yes.optional().describe('Says that a machine answered; what follows is the queue’s own rule.'),
  dials: phoneNumber.optional(),
  transfersTo: said.optional().describe('Holds the customer and asks for an agent by username, a queue by name, or a telephone number.'),
  conferences: yes.optional().describe('Lets everybody talk with everybody.'),
  swaps: yes.optional().describe('Holds the one and talks with the other.'),
  leaves: yes.optional().describe('Leaves the customer to whoever was asked for: attended when they talk already, blind when not.'),
  drops: yes.optional().describe('Gives up whoever was asked for; the customer stays on hold.'),
};
const contactReference = z.string().describe('"$0" for the first contact of the story, or the name of a customer: the newest contact with them that is open.');
const supervisorVerbs = {
  stopsContact: contactReference.optional(),
  cancels: contactReference.optional().describe('Withdraws a callback that waits.'),
  moves: z.strictObject({ contact: contactReference, to: said.describe('A queue.') }).optional(),
  reassigns: z.strictObject({ contact: contactReference, to: said.describe('The agent who is to do it.') }).optional(),
  reschedules: z.strictObject({ contact: contactReference, to: timeSchema.describe('When it is to be tried.') }).optional(),
  changesStatus: z.strictObject({ agent: said, to: said }).optional(),
  changesPriority: z.strictObject({
    contact: contactReference,
    priority: z.int().min(1).optional().describe('1 is most urgent, 5 the default.'),
    ageAdjustmentSeconds: z.number().optional(),
  }).optional(),
};
const callbackRequest = z.strictObject({
  number: phoneNumber,
  queue: said,
  initialDelaySeconds: secondsSpan.max(259_200).optional(),
  retries: z.int().min(0).max(1000).optional(),
  retryDelaySeconds: secondsSpan.max(259_200).optional().describe('600 when absent.'),
  attributes: z.record(z.string(), z.string()).optional(),
});
const environmentVerbs = {
  restartHost: yes.optional().describe('The center is restored from its journal at this instant; nothing may change.'),
  configure: instanceSchema.optional().describe('Laid over the instance while it runs.'),
  callbackRequest: callbackRequest.optional().describe('A callback asked for on a web page or by a program, without a call before it.'),
};

const customerStep = z.strictObject({ ...everyAct, customer: said, ...customerVerbs });
const agentStep = z.strictObject({ ...everyAct, agent: said, ...agentVerbs });
const supervisorStep = z.strictObject({ ...everyAct, supervisor: z.union([yes, said]), ...supervisorVerbs });
const environmentStep = z.strictObject({ ...everyAct, environment: z.union([yes, said]).optional().describe('"restartHost" alone is enough.'), ...environmentVerbs });
const expectStep = z.strictObject({ ...everyStep, expect: expectSchema });

/** Which step a subject makes, and the verbs it may have: parse.ts picks the row by the subject that is there. */
export const stepKinds = {
  customer: { schema: customerStep, verbs: Object.keys(customerVerbs) },
  agent: { schema: agentStep, verbs: Object.keys(agentVerbs) },
  supervisor: { schema: supervisorStep, verbs: Object.keys(supervisorVerbs) },
  environment: { schema: environmentStep, verbs: Object.keys(environmentVerbs) },
  expect: { schema: expectStep, verbs: ['expect'] },
} as const;
export type StepKind = keyof typeof stepKinds;

const stepSchema = z.union([customerStep, agentStep, supervisorStep, expectStep, environmentStep]);

const offerHabit = z.strictObject({
  acceptsAfter: secondsSpan.optional().describe('Seconds after the offer was made.'),
  rejectsAfter: secondsSpan.optional().describe('Seconds after the offer was made.'),
  ignores: yes.optional().describe('Lets it ring out.'),
  clearsAfter: secondsSpan.optional().describe('Overrides the agent’s own clearsAfter for this contact.'),
});

const customerSchema = z.strictObject({
  name: said,
  number: phoneNumber,
  reason: said.optional().describe('Why this person calls; shown to the agent.'),
  whenCalled: z.union([dialPlanEntry, z.array(dialPlanEntry).min(1)]).optional().describe('One entry per dial, the last repeats. Absent: the phone rings until a step, or a person, picks it up.'),
  talksFor: secondsSpan.nullable().optional().describe('Hangs up this many seconds after being joined to an agent; null stays on.'),
  note: z.string().optional(),
});

const agentHabits = z.strictObject({
  onOffer: z.union([offerHabit, z.array(offerHabit).min(1)]).optional().describe('One entry per offer, the last repeats.'),
  clearsAfter: secondsSpan.optional().describe('Seconds until after-contact work, or a missed or failed contact, is cleared. Absent: never.'),
  note: z.string().optional(),
});

/** The whole file. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  name: said,
  description: z.string().optional(),
  seed: z.int().min(0).max(4_294_967_295).optional().describe('Decides all chance; 1 when absent.'),
  startsAt: z.string().describe('A full timestamp; clock times count in its offset.'),
  instance: instanceSchema.optional(),
  files: z.record(z.string(), z.unknown()).optional().describe('Flow files by the name under which the instance mentions them, so that the scenario is whole in itself.'),
  customers: z.array(customerSchema).optional(),
  agents: z.record(z.string(), agentHabits).optional().describe('What agents do by themselves, by username.'),
  steps: z.array(stepSchema).optional(),
  until: timeSchema.optional().describe('When the story ends; absent: at the last step.'),
  expect: expectSchema.optional().describe('What must hold at the end.'),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type CustomerSpec = z.infer<typeof customerSchema>;
export type AgentHabits = z.infer<typeof agentHabits>;
export type OfferHabit = z.infer<typeof offerHabit>;
export type CustomerStep = z.infer<typeof customerStep>;
export type AgentStep = z.infer<typeof agentStep>;
export type SupervisorStep = z.infer<typeof supervisorStep>;
export type EnvironmentStep = z.infer<typeof environmentStep>;
export type ExpectStep = z.infer<typeof expectStep>;

/** The JSON Schema that editors complete and check scenario files with. */
export function scenarioJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(scenarioSchema, { io: 'input', reused: 'ref' }),
    title: 'Ringback scenario',
  };
}
