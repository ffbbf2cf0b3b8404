/** Why a look-up failed; each kind has its own sentence and its own answer to "try again?". */
export type Problem =
  /** Nothing answered: offline, or the request was cut off. */
  | { readonly kind: 'unreachable' }
  /** Somebody else answered: a page instead of JSON, or JSON of another shape. */
  | { readonly kind: 'notTheCenter'; readonly detail: string }
  /** `type` is one of Amazon's error names. */
  | { readonly kind: 'refused'; readonly status: number; readonly type: string; readonly message: string; readonly problems: readonly string[] }
  | { readonly kind: 'broken'; readonly status: number; readonly message: string }
  | { readonly kind: 'aborted' };

/** A problem as TanStack Query wants it: thrown. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.kind, options);
    this.problem = problem;
  }
}

/** The problem in whatever a query or mutation failed with. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { kind: 'notTheCenter', detail: String(error) };
}

/** True where asking again may help: a refusal stays a refusal. */
export function mayHelpToRetry(problem: Problem): boolean {
  return problem.kind === 'unreachable' || problem.kind === 'broken';
}
