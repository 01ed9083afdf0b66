/*
 * The decoder: from a paste to the errors in it. Pure, and small enough for a browser: nothing here imports a library.
 */

export { decodeIndex } from './build-index.ts';
export { concerned, directoryOf } from './directory.ts';
export { decode, MOST_TEXT } from './explain.ts';
export type { BareStatus, Decoded, Explanation, FoundValue, Nearest } from './explanation.ts';
export type { DecodeApi, DecodeCode, DecodeDirectory, DecodeIndex } from './index-format.ts';
export { nearestCodes } from './nearest-codes.ts';
export { type PackedApi, packed, unpacked } from './packed.ts';
export { redact } from './redact.ts';
export { differenceSentence, noteSentence, statusSentence, summarySentence, waitSentence } from './sentences.ts';
export { stepsOf } from './steps.ts';
