import { documentTexts, transientStatuses } from '../../index.ts';

const { code } = documentTexts;

/** For the decoder. */
export const decodeTexts = {
  decode: {
    nav: 'Decode',
    title: 'Decode a response',
    lead: 'Paste what your client got: a body, a response with its headers, or lines of a log. Every error in it is explained. Nothing you paste leaves your browser.',
    short:
      'Paste an error response, or lines of a log, and every error in it is explained. Nothing leaves your browser.',
    open: 'All about decoding',
    placeholder: 'HTTP/1.1 401 Unauthorized …',
    submit: 'Decode',
    response: 'Try a response',
    log: 'Try a line of a log',
    body: 'Try a body alone',
    byHand: 'By hand',
    byHandLead:
      'Without scripts, or for an API that is not here, the code of an error is found like this, and then in the tables of its API.',
    where: (api: string) => `In the ${api}`,
    codeAt: (pointers: string) => `the code stands at ${pointers} in the body`,
    noCode: (pointers: string) => `bodies carry no code; the status and the text at ${pointers} tell errors apart`,
    steps: [
      'Take the whole response: `curl -i` shows the status line, the headers and the body.',
      `The status line gives the status. A **4xx** asks for another request; a ${transientStatuses((status) => `**${status}**`)} may pass.`,
      'Find the code in the body, where the list below says it is. In a log the body may stand in a string, with a backslash before each quote.',
      'Look the code up in the tables of its API. Where it is not there, treat it by the rule for unknown codes on the same page.',
      '`Retry-After` is a number of seconds, or a date in GMT, before which the same request need not be sent again.',
    ],
    // what the script says; all of it goes to the page in one attribute
    script: {
      failed: 'The list of codes could not be loaded. Reload the page to try again.',
      waiting: 'The list of codes is being loaded …',
      copy: 'Copy a link to this',
      copied: 'Copied. The link itself holds the text.',
      tooLong: 'The text is too long for a link. Send the text itself.',
      notCopied: 'Not copied. The address of this page is the link now.',
      badLink: 'The link is damaged: its text could not be read. Paste the text itself.',
      clear: 'Clear',
      line: 'Line',
      times: 'times',
      status: code.status,
      fault: code.fault,
      retry: code.retry,
      differences: 'Where the response and the docs disagree',
      whatToDo: code.whatToDo,
      values: 'Found in it',
      inMessage: 'in the message',
      otherRequests: 'Other requests',
      unknown: 'These docs do not list it',
      unknownRule: 'How this API wants unknown codes treated',
      nearest: 'Spelled alike',
      sameStatus: 'With the same status',
      alsoIn: 'It may also come from',
      mean: 'Did you mean',
      replacedBy: 'Use instead',
      noStatus: 'not given',
    },
  },
};
