/** Names that are declared here, or that the language or the imports declare; no code or body may take them. */
export const DECLARED: readonly string[] = [
  'Code',
  'CodeOf',
  'CodeOfResponse',
  'DocsURL',
  'Effect',
  'EffectDone',
  'EffectNone',
  'EffectUnknown',
  'ErrorInfo',
  'Errors',
  'Fault',
  'FaultCaller',
  'FaultService',
  'FaultUpstream',
  'IdempotencyHeader',
  'RetryAfter',
  'RetryBackoff',
  'RetryDelay',
  'RetryNever',
  'RetryPolicy',
  'RetryRefetch',
];

/** What the package imports: the imports of its runtime files together. */
export function importsOf(isXml: boolean): string {
  const xml = isXml ? ['encoding/xml', 'io'] : [];
  const names = [
    'bytes',
    'encoding/json',
    'fmt',
    'net/http',
    'net/url',
    'regexp',
    'strconv',
    'strings',
    'time',
    ...xml,
  ];
  return ['import (', ...names.sort().map((name) => `\t"${name}"`), ')'].join('\n');
}
