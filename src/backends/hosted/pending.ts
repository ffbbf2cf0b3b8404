import type { Timer, WallClock } from '../../protocol/ports.ts';

/** How long an answer may take before the question is sent again, and then before it is given up. */
export const ANSWER_MS_MAX = 10_000;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly settle: (answer: Answer) => void;
  /** The connection over which it was sent last; null: not yet. */
  sentOver: number | null;
  tries: number;
  stopWaiting: () => void;
}

/** Questions under way, by id. */
export interface Pending<Question, Answer> {
  /** Sends at once over this connection, or waits for the next one when there is none. */
  readonly add: (id: string, question: Question, connection: number | null) => Promise<Answer>;
  readonly settle: (id: string, answer: Answer) => void;
  /** The connection is lost: nothing is sent until there is another one. */
  readonly hold: () => void;
  /** Sends whatever was not sent over this connection. */
  readonly send: (connection: number) => void;
  readonly refuseAll: (answer: Answer) => void;
}

export interface PendingOptions<Question, Answer> {
  readonly wall: WallClock;
  readonly timer: Timer;
  readonly post: (id: string, question: Question) => void;
  /** The answer when there was none. */
  readonly gaveUp: () => Answer;
}

/** Nothing under way. */
export function createPending<Question, Answer>({ wall, timer, post, gaveUp }: PendingOptions<Question, Answer>): Pending<Question, Answer> {
  const waiting = new Map<string, Waiting<Question, Answer>>();
  let present: number | null = null;

  const settle = (id: string, answer: Answer): void => {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    one.stopWaiting();
    one.settle(answer);
  };
  const sendOne = (id: string, one: Waiting<Question, Answer>, connection: number): void => {
    one.sentOver = connection;
    one.tries += 1;
    one.stopWaiting();
    one.stopWaiting = timer.at(wall.now() + ANSWER_MS_MAX, () => {
      if (one.tries > 1) settle(id, gaveUp());
      else if (present === null) settleLater(id, one);
      else sendOne(id, one, present);
    });
    post(id, one.question);
  };
  /** There is no connection to try over: the asker is not left waiting for ever. */
  const settleLater = (id: string, one: Waiting<Question, Answer>): void => {
    one.stopWaiting();
    one.stopWaiting = timer.at(wall.now() + ANSWER_MS_MAX, () => {
      settle(id, gaveUp());
    });
  };

  return {
    add: (id, question, connection) =>
      new Promise<Answer>((resolve) => {
        const before = waiting.get(id);
        before?.stopWaiting();
        // Asked again under the same id before the answer came: one answer for both.
        const answerAll = (answer: Answer): void => {
          before?.settle(answer);
          resolve(answer);
        };
        const one: Waiting<Question, Answer> = { question, settle: answerAll, sentOver: null, tries: 0, stopWaiting: () => undefined };
        waiting.set(id, one);
        present = connection;
        if (connection === null) settleLater(id, one);
        else sendOne(id, one, connection);
      }),
    settle,
    hold: () => {
      present = null;
    },
    send: (connection) => {
      present = connection;
      for (const [id, one] of waiting) if (one.sentOver !== connection) sendOne(id, one, connection);
    },
    refuseAll: (answer) => {
      for (const id of waiting.keys()) settle(id, answer);
    },
  };
}
