import type { InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { AgentId, QueueId } from '../core/ids.ts';
import type { OfferEnd } from '../offer/model.ts';
import type { Names } from './names.ts';
import { NumberTable } from './number-table.ts';

const COLUMN = { queue: 0, agent: 1, method: 2, end: 3 } as const;
const WIDTH = 4;
const ENDS = ['accepted', 'rejected', 'expired', 'withdrawn', 'abandoned'] as const satisfies readonly CountedEnd[];

/** How an offer ended, as metrics tell it: `abandoned` of those withdrawn whose customer hung up (spec §3.5). */
export type CountedEnd = OfferEnd | 'abandoned';

/** An offer that has ended. */
export interface OfferFact {
  readonly queueId: QueueId;
  readonly agentId: AgentId;
  readonly method: InitiationMethod;
  readonly end: CountedEnd;
}

/** Whose names the rows hold as numbers. */
export interface OfferNames {
  readonly queues: Names<QueueId>;
  readonly agents: Names<AgentId>;
  readonly methods: Names<InitiationMethod>;
}

/** What is kept of the table. */
export type SavedOffers = readonly (readonly number[])[];

/** A row for every offer that has ended, in that order. */
export class OfferTable {
  readonly #rows: NumberTable;
  readonly #names: OfferNames;

  constructor(names: OfferNames, saved: SavedOffers) {
    this.#rows = NumberTable.fromJSON(WIDTH, saved);
    this.#names = names;
  }

  push({ queueId, agentId, method, end }: OfferFact): number {
    const row = this.#rows.push();
    this.#rows.set(row, COLUMN.queue, this.#names.queues.numberOf(queueId));
    this.#rows.set(row, COLUMN.agent, this.#names.agents.numberOf(agentId));
    this.#rows.set(row, COLUMN.method, this.#names.methods.numberOf(method));
    this.#rows.set(row, COLUMN.end, ENDS.indexOf(end));
    return row;
  }

  at(row: number): OfferFact {
    const cell = (column: number): number => this.#rows.get(row, column);
    return {
      queueId: must(this.#names.queues.nameOf(cell(COLUMN.queue)), 'the queue of an offer'),
      agentId: must(this.#names.agents.nameOf(cell(COLUMN.agent)), 'the agent of an offer'),
      method: must(this.#names.methods.nameOf(cell(COLUMN.method)), 'how an offered leg began'),
      end: must(ENDS[cell(COLUMN.end)], 'how an offer ended'),
    };
  }

  toJSON(): SavedOffers {
    return this.#rows.toJSON();
  }
}
