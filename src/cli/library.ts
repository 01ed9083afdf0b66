/*
 * What a program needs beside the pure library to work with files, exported as `errorbook/files`: the texts of a
 * registry's folder, and what artifacts are made with.
 */

export { readContracts } from './contracts.ts';
export { UsageError } from './io.ts';
export { linksOf } from './registry.ts';
export { readRuntimes } from './runtimes.ts';
