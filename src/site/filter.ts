/** For the components of guides, which import nothing of the core. */
export { type CodeFilter, filterCodes } from '../index.ts';
