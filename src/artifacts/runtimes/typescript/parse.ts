// begin left out
import { textBody } from './text.ts';
import { xmlBody } from './xml.ts';
// end left out

/** The body of a response, which may not be JSON, as an object of the types here; undefined where it is something else. */
export function parseErrorBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // begin left out
    return xmlBody(text) ?? textBody(text);
    // end left out
    // begin sample: others
    // end sample
  }
}
