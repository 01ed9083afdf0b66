/*
 * From a registry and a request to the response of a server that fails on demand.
 */
export type { MockAnswer } from './answer.ts';
export { type MockRequest, mockOf } from './mock.ts';
