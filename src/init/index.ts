/*
 * What `errorbook init` writes, decided without files: presets of envelopes, and for every file what becomes of it.
 */

export { CI_HOSTS, type CiHost } from './ci.ts';
export { registryFolder } from './config.ts';
export type { Hooks } from './hooks.ts';
export { titleOf } from './id.ts';
export { editedManifest, namedManager, namesErrorbook, packageName, SCRIPTS } from './manifest.ts';
export { type NextCommand, nextCommands } from './next.ts';
export { MANAGERS, type ManagerName } from './packages.ts';
export { planOf, type Wish } from './plan.ts';
export { PRESETS, type PresetName } from './presets/index.ts';
export { atRoot, type Project } from './project.ts';
export type { Step } from './step.ts';
