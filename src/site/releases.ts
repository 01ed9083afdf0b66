/** For components, which import nothing of the core. */
export { countsOf, dateOf, type ShownDate } from '../index.ts';
