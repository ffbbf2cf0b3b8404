import type { InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { AgentId, QueueId } from '../core/ids.ts';
import type { OfferEnd } from '../offer/model.ts';
import type { FoldNames } from './leg-table.ts';
import { NumberTable } from './number-table.ts';

const COLUMN = { queue: 0, agent: 1, method: 2, end: 3 } as const;
const WIDTH = 4;
const ENDS = ['accepted', 'rejected', 'expired', 'withdrawn'] as const satisfies readonly OfferEnd[];

/** An offer that has ended. */
export interface OfferFact {
  readonly queueId: QueueId;
  readonly agentId: AgentId;
  readonly method: InitiationMethod;
  readonly end: OfferEnd;
}

/** What is kept of the table. */
export type SavedOffers = readonly (readonly (number | null)[])[];

/** A row for every offer that has ended, in that order. */
export class OfferTable {
  readonly #rows: NumberTable;
  readonly #names: FoldNames;

  constructor(names: FoldNames, saved: SavedOffers) {
    this.#rows = NumberTable.fromJSON('counts', WIDTH, saved);
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
    const cell = (column: number): number => must(this.#rows.get(row, column), 'a cell of an offer');
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
