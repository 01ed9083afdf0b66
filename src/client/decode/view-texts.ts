/** The texts of the decoder's page that the script needs; they come with the page. */
export interface ScriptTexts extends Record<PlainText, string> {
  support: Record<'copy' | 'contact' | 'email' | 'serviceStatus' | 'labels', string>;
  secrets: Record<string, string>;
  faults: Record<string, string>;
  severities: Record<string, string>;
  policies: Record<string, { label: string; what: string }>;
}

type PlainText =
  | 'lang'
  | 'failed'
  | 'waiting'
  | 'copy'
  | 'copied'
  | 'tooLong'
  | 'notCopied'
  | 'removed'
  | 'badLink'
  | 'clear'
  | 'line'
  | 'times'
  | 'status'
  | 'fault'
  | 'severity'
  | 'names'
  | 'operation'
  | 'retry'
  | 'unverified'
  | 'differences'
  | 'whatToDo'
  | 'values'
  | 'inMessage'
  | 'otherRequests'
  | 'unknown'
  | 'unknownRule'
  | 'ambiguous'
  | 'nearest'
  | 'sameStatus'
  | 'alsoIn'
  | 'done'
  | 'failedCopy'
  | 'bareStatus'
  | 'codesWith'
  | 'noCodesWith'
  | 'more'
  | 'mean'
  | 'replacedBy'
  | 'noStatus'
  | 'deprecated'
  | 'retired'
  | 'reserved';
