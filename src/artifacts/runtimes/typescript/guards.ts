// begin left out
import { errorCodeOf } from './code-by-message.ts';
import { valueAt } from './policies.ts';
import { type ErrorBody, type KnownErrorCode, SHAPES } from './sample.ts';
// end left out

/**
 * Whether a value has the shape of this API's error bodies: every field that all of them carry, each of its type.
 * Fields that only one code has are not checked.
 */
export function isErrorBody(body: unknown): body is ErrorBody {
  return SHAPES.some((shape) => shape.every(([path, type, only]) => fits(valueAt(body, path), type, only)));
}

/** Whether a value is an error body with this code. The code's own fields are not checked. */
export function hasErrorCode<Code extends KnownErrorCode>(body: unknown, code: Code): body is ErrorBody<Code> {
  return isErrorBody(body) && errorCodeOf(body) === code;
}

function fits(value: unknown, type: string, only: unknown): boolean {
  if (only !== undefined) return value === only;
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && value % 1 === 0;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

// begin left out
export { fits };
// end left out
