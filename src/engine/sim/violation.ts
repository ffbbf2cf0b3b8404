/** A rule of the center that did not hold: `rule` names it, so that a shrunken run can be told to fail the same way. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly rule: string;

  constructor(rule: string, detail: string) {
    super(detail === '' ? rule : `${rule} (${detail})`);
    this.rule = rule;
  }
}

/** States a rule; the detail is worked out only when it is broken. */
export function holds(condition: boolean, rule: string, detail: () => string = () => ''): asserts condition {
  if (!condition) throw new Violation(rule, detail());
}
