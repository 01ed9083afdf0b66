import type { Code } from '../model/registry.ts';
import type { Confirmable } from '../model/schema/code.ts';

/** How a change names a fact. */
export const FACT_NAMES: Record<Confirmable, string> = {
  status: 'status',
  message: 'message',
  retry: 'retry policy',
};

/** A fact in words; undefined where the code has none. */
export function factText({ statuses, message, retry }: Code, fact: Confirmable): string | undefined {
  switch (fact) {
    case 'status':
      return statuses.map(({ status }) => status).join(', ');
    case 'message':
      return message;
    case 'retry':
      return retry.policy;
  }
}
