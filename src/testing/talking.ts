import { must, seconds, type Contact, type Instance, type Line, type TransferTarget } from '../engine/index.ts';
import { baseRig, ids } from './builders.ts';
import { CenterDriver } from './center-driver.ts';

/** The customer whom ana talks with, and the telephone of a third party, who picks up after five seconds. */
export const JOHN = '+12065550142';
export const EXPERT = '+12065550177';
export const toBen: TransferTarget = { kind: 'agent', agentId: ids.agent('ben') };
export const toQueue: TransferTarget = { kind: 'queue', queueId: ids.queue('CallbackQueue') };
export const toExpert: TransferTarget = { kind: 'number', number: EXPERT };

/** Ana talks with John, who called at 11:39:00, since 11:40:00; ben is in the given status. */
export function talking(changes: Partial<Instance> = {}, ben = 'Available'): CenterDriver {
  const center = new CenterDriver(baseRig(changes));
  center.customer(EXPERT).behaves({ does: 'answers', afterMs: seconds(5), hangsUpAfterMs: null });
  center.to('11:39:00').customer(JOHN).dials();
  center.to('11:40:00').agent('ana').sets('Available').agent('ana').accepts();
  return ben === 'Offline' ? center : center.agent('ben').sets(ben);
}

/** Ana has brought ben in at 11:42:00, and talks with him. */
export const consulting = (changes: Partial<Instance> = {}): CenterDriver => talking(changes).to('11:42:00').agent('ana').transfersTo(toBen).agent('ben').accepts();

export const contactsOf = (center: CenterDriver): readonly Contact[] => [...center.center.contacts.values()];
/** The contact made second: the one that was asked for. */
export const secondOf = (center: CenterDriver): Contact => must(contactsOf(center)[1], 'the second contact');
/** What ana and ben have in their slots. */
export const slotsOf = (center: CenterDriver): readonly (string | null)[] => [center.agent('ana').state(), center.agent('ben').state()];
export const causesOf = (center: CenterDriver): readonly (string | null)[] => contactsOf(center).map(({ cause }) => cause);
/** John's line. */
export const lineOf = (center: CenterDriver): Line => must([...center.center.lines.values()].find(({ number }) => number === JOHN), 'the line');
