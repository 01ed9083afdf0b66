/*
 * The registry's second door, for scripts in a browser: only what needs no package, so that a page loads a few
 * kilobytes where the whole registry would be hundreds. A test holds that nothing behind it imports one.
 */

export type {
  BareStatus,
  DecodeApi,
  DecodeCode,
  DecodeDirectory,
  Decoded,
  DecodeIndex,
  Explanation,
  FoundValue,
  Nearest,
  PackedApi,
} from './decode/index.ts';
export {
  concerned,
  decode,
  differenceSentence,
  MOST_TEXT,
  noteSentence,
  redact,
  statusSentence,
  stepsOf,
  summarySentence,
  unpacked,
  waitSentence,
} from './decode/index.ts';
export { addressOf } from './model/address.ts';
export { pathUnderCodes } from './model/addresses.ts';
export { STEERING } from './model/control.ts';
export { counted } from './model/counted.ts';
export { distanceUpTo } from './model/distance.ts';
export { editDistance } from './model/edit-distance.ts';
export { put, tokensOf } from './model/envelope/pointer.ts';
export { fold, foldName } from './model/fold.ts';
export { familyOf } from './model/http.ts';
export { memberOf } from './model/member.ts';
export type { Prose } from './model/message.ts';
export { retryNotes } from './model/retry-notes.ts';
export type { Field, Json } from './model/schema/field.ts';
export { statusText } from './model/status-text.ts';
export { isTransient } from './model/unknown-codes.ts';
