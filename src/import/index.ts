/*
 * From a file that lists errors to entries of the registry: what it says, where, and what an import would change.
 */
export { apiForImport, formatOfLast } from './api-name.ts';
export { IMPORT_FORMATS, type ImportFormat, importFormatOf, isImportFormat } from './formats/index.ts';
export { referencedFiles } from './formats/openapi-files.ts';
export type { Mapping } from './mapping.ts';
export { type ImportedFile, type ImportPlan, type MappedField, planImport } from './plan.ts';
export { type SettledImport, settledImport } from './settle.ts';
export { isTarget, TARGETS as IMPORT_FIELDS } from './source.ts';
export { idOf } from './write/api.ts';
