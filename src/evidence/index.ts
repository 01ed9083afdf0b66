/*
 * From source code and specifications to where they disagree with the registry.
 */
export { type CoverageInput, coverage, ENDINGS as COVERAGE_ENDINGS } from './coverage.ts';
