import { humanName } from '../human-name.ts';
import { memberOf } from '../member.ts';
import { spellingOf } from '../namespace.ts';
import { oncePer } from '../once.ts';
import { allStatuses } from '../operation.ts';
import type { Api, Code, Domain, Status } from '../registry.ts';
import type { Envelope } from '../schema/envelope.ts';
import { type ExampleResponse, exampleResponse } from './example.ts';
import { inNamespace, saysNamespace } from './in-namespace.ts';

const domainsById = oncePer(({ domains }: Api) => new Map(domains.map((domain) => [domain.id, domain])));

/** The domain of a code; undefined where its API has none with that id. */
export function domainOf(api: Api, { domain }: Pick<Code, 'domain'>): Domain | undefined {
  return domainsById(api).get(domain);
}

/** The name of the envelope of a code's response: its own or its domain's; undefined where it has no body. */
export function envelopeNameOf(api: Api, code: Code): string | undefined {
  const name = code.envelope ?? domainOf(api, code)?.envelope;
  return name === 'none' ? undefined : name;
}

/** The codes of an API by the name of their envelope; undefined is that of codes without a body. */
export function codesByEnvelope(api: Api): Map<string | undefined, Code[]> {
  return Map.groupBy(api.codes, (code) => envelopeNameOf(api, code));
}

/** The envelope of a code's response, with its namespace filled in; undefined where it has no body. */
export function envelopeOf(api: Api, code: Code): Envelope | undefined {
  const name = envelopeNameOf(api, code);
  const envelope = name === undefined ? undefined : memberOf(api.envelopes, name);
  return envelope && (namesNamespace(envelope) ? inNamespace(envelope, code.sent?.namespace) : envelope);
}

const namesNamespace = oncePer((envelope: Envelope) => saysNamespace(envelope));

/**
 * Whether a caller never sees a code, because the body that it stands for carries none: then it is only its name in the docs. A code
 * without a body is seen elsewhere, such as in an event.
 */
export function isDocsName(api: Api, code: Code): boolean {
  return !api.sendsCodes && envelopeOf(api, code) !== undefined;
}

/** The success statuses (2xx) under which a code is sent with a body: then the body decides whether a request failed. */
export function successStatuses(api: Api, code: Code): Status[] {
  return envelopeOf(api, code) ? allStatuses(code).filter(({ family }) => family === '2xx') : [];
}

/** What lists and navigation call a code: as it is sent, or by what people call it where it is only a name in the docs. */
export function listName(api: Api, code: Code): { text: string; isCode: boolean } {
  const name = isDocsName(api, code) ? humanName(code) : undefined;
  return name === undefined ? { text: code.code, isCode: true } : { text: name, isCode: false };
}

/**
 * The example responses of a code, in order; empty where it is no response, or its status isn't documented yet. `docsUrl` is the address of its page,
 * `status` one of the code's, the usual one where none is given.
 */
export function examplesOf(
  api: Api,
  code: Code,
  docsUrl: string,
  status: Status | undefined = code.statuses[0],
): { name: string; response: ExampleResponse }[] {
  const envelope = envelopeOf(api, code);
  if (!envelope || !status) return [];
  return code.examples.map(({ name, overrides }) => ({
    name,
    response: exampleResponse({
      envelope,
      code: spellingOf(code),
      status: status.status,
      statusTitle: status.title,
      message: code.message,
      fields: code.fields,
      headers: code.headers,
      overrides,
      docsUrl,
    }),
  }));
}
