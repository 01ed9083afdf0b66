/** The texts of the decoder's page that the script needs; they come with the page. */
export interface ScriptTexts extends Record<PlainText, string> {
  secrets: Record<string, string>;
  faults: Record<string, string>;
  policies: Record<string, { long: string; what: string }>;
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
  | 'retry'
  | 'attempts'
  | 'delay'
  | 'differences'
  | 'whatToDo'
  | 'values'
  | 'inMessage'
  | 'otherRequests'
  | 'unknown'
  | 'unknownRule'
  | 'nearest'
  | 'sameStatus'
  | 'alsoIn'
  | 'mean'
  | 'replacedBy'
  | 'noStatus'
  | 'deprecated'
  | 'retired'
  | 'reserved';
