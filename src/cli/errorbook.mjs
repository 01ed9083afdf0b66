#!/usr/bin/env node
// Plain JavaScript, so that a Node that cannot read TypeScript still gets to say so.
import * as module from 'node:module';

const NEEDED = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `errorbook needs Node ${NEEDED.join('.')} or newer, but this is ${process.version}: install one, or in a clone run \`npm ci\`, which brings one, and then \`npm run …\`.`,
  );
  process.exitCode = 2;
} else {
  // stripping types and compiling cost more than a small check itself
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
