/** The flow language in words: the branches of an action, as lists and maps of flows show them. */
import { flows } from './en/flows.ts';
import type { Say } from './use-text.ts';

const signs: Readonly<Record<string, string>> = {
  Equals: '', NumberGreaterThan: '> ', NumberGreaterOrEqualTo: '≥ ', NumberLessThan: '< ', NumberLessOrEqualTo: '≤ ',
};

/** A branch by its name in the file (`Equals 1`, `NoMatchingError`, `NextAction`), in words. */
export function branchWords(on: string, t: Say): string {
  if (on === 'NextAction') return t('flows.steps.next');
  if (isKnownError(on)) return t(`flows.steps.on.${on}`);
  const [operator = '', ...rest] = on.split(' ');
  const operand = rest.join(' ');
  if (operand === '') return on;
  if (isKnownValue(operand) && operator === 'Equals') return t(`flows.steps.values.${operand}`);
  // A key pressed or a value found: the operand says it all.
  if (operator === 'Equals') return `“${operand}”`;
  if (Object.hasOwn(signs, operator)) return `${signs[operator] ?? ''}${operand}`;
  return isKnownOperator(operator) ? t(`flows.steps.operators.${operator}`, { operand }) : on;
}

/** A branch of an input action, whose conditions are keys. */
export function keyBranchWords(on: string, t: Say): string {
  const key = /^Equals ([0-9*#])$/.exec(on)?.[1];
  return key === undefined ? branchWords(on, t) : t('flows.steps.key', { key });
}

function isKnownError(on: string): on is keyof (typeof flows)['steps']['on'] {
  return Object.hasOwn(flows.steps.on, on);
}

function isKnownValue(operand: string): operand is keyof (typeof flows)['steps']['values'] {
  return Object.hasOwn(flows.steps.values, operand);
}

function isKnownOperator(operator: string): operator is keyof (typeof flows)['steps']['operators'] {
  return Object.hasOwn(flows.steps.operators, operator);
}
