import type { Prose } from '../model/message.ts';
import type { DecodeApi, DecodeCode, DecodeField, DecodeRetry } from './index-format.ts';
import type { BreakReason } from './json-scan.ts';
import type { Wait } from './wait.ts';

/** What was found in a paste, and what could not be read. */
export interface Decoded {
  explanations: Explanation[];
  notes: Note[];
  /** Codes that a short text may have meant, where it holds none. */
  nearest: Nearest[];
  /** The status that the paste consists of, where it consists of nothing else. */
  status?: BareStatus | undefined;
}

/** A code that is spelled alike. */
export interface Nearest {
  api: DecodeApi;
  entry: DecodeCode;
}

/** A status that was pasted alone, with the codes that come with it. */
export interface BareStatus {
  status: number;
  /** The name that the docs have for it. */
  title: string | undefined;
  codes: Nearest[];
}

/** One error of the paste. */
export interface Explanation {
  /** `response` with its head, `body` alone, `word` in a text, `message` in a text. */
  found: 'response' | 'body' | 'word' | 'message';
  /** The line of its first place, from 1, and how often it is in the paste. */
  line: number;
  times: number;
  api: DecodeApi;
  /** Other APIs that it may come from just as well. */
  others: DecodeApi[];
  /** As it was sent; none where the API sends no codes. */
  code: string | undefined;
  /** What the docs say of it; none where they don't know it. */
  entry: DecodeCode | undefined;
  /** The operation that returned it, if the paste names it and the docs say something of it; `entry` is what holds there. */
  operation?: string | undefined;
  /** What was meant, perhaps, where the docs don't know it. */
  nearest: Nearest[];
  /** Whether `nearest` has the code in several namespaces, and nothing says which of them is meant. */
  isAmbiguous?: true;
  status: { value: number; from: 'head' | 'body' | 'log' } | undefined;
  retry: {
    policy: DecodeRetry['policy'];
    from: 'entry' | 'rule' | 'status';
    rule: DecodeRetry | undefined;
    /** Whether the request was carried out, and so which methods may be retried, in a sentence. */
    effect: string | undefined;
    meaning: Prose;
  };
  wait: Wait | undefined;
  values: FoundValue[];
  differences: Difference[];
  /** Request ids of the other places. */
  otherRequests: string[];
}

export interface FoundValue {
  name: string;
  role: DecodeField['role'] | 'inMessage' | 'header';
  value: string;
}

export type Difference =
  | { kind: 'status'; seen: number; listed: (number | string)[] }
  | { kind: 'spelling'; seen: string; code: string }
  | { kind: 'two statuses'; head: number; body: number }
  | { kind: 'field'; pointer: string; why: string }
  | { kind: 'header'; name: string }
  | { kind: 'media type'; seen: string; listed: string }
  | { kind: 'delay'; given: string }
  | { kind: 'no delay expected'; given: string };

export type Note =
  | { kind: 'empty' | 'binary' | 'compressed' | 'nothing' }
  | { kind: 'cut'; read: number }
  | { kind: 'more'; left: number }
  | { kind: 'markup'; status: number | undefined }
  | { kind: 'no body'; status: number; line: number }
  | { kind: 'strange body'; status: number; line: number }
  | { kind: 'broken'; line: number; column: number; why: BreakReason; excerpt: string };
