export { default as Code } from './Code.astro';
export { default as CodeTable } from './CodeTable.astro';
export { default as Envelope } from './Envelope.astro';
