import { ok, refuse } from '../core/result.ts';
import type { Result } from '../core/result.ts';
import { isObject, utf8Length } from './content.ts';
import { kindOf } from './fault.ts';
import { findJsonFault, lineAndColumn } from './json-text.ts';
import type { Json, JsonObject } from './model.ts';

/** Amazon Connect takes no more from a Lambda function (spec §6.4). */
export const LAMBDA_ANSWER_BYTES_MAX = 32_768;
/** Brackets open at once; no reference in a flow reaches that deep. */
const depthMax = 50;

/** Reads what a function is to return, as people type it: an object of at most 32 KB. Refuses in a sentence, never throws. */
export function readLambdaAnswer(text: string): Result<JsonObject, string> {
  if (text.trim() === '') return refuse('Nothing is written: a function returns a JSON object, such as {"status": "open"}.');
  if (utf8Length(text) > LAMBDA_ANSWER_BYTES_MAX) return refuse(`The answer has more than ${LAMBDA_ANSWER_BYTES_MAX} bytes; Amazon Connect takes no more from a function.`);
  const fault = findJsonFault(text, depthMax);
  if (fault !== null) {
    const { line, column } = lineAndColumn(text, fault.offset);
    return refuse(`This is not JSON: in line ${line}, column ${column} ${fault.sentence}.`);
  }
  const json = JSON.parse(text) as Json;
  return isObject(json) ? ok(json) : refuse(`A function returns a JSON object, such as {"status": "open"}; this is ${kindOf(json)}.`);
}
