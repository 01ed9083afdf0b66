import { counted } from '../../../model/counted.ts';
import { fieldsOf } from '../../../model/envelope/fields.ts';
import { inNamespace } from '../../../model/envelope/in-namespace.ts';
import type { Overrides } from '../../../model/schema/code.ts';
import type { Envelope } from '../../../model/schema/envelope.ts';
import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Path } from '../../source/document.ts';
import { envelopeFor } from '../envelope-for.ts';
import { checkOne } from '../example-check.ts';
import { type ExampleShape, shapeOf } from '../example-shape.ts';
import { type ExampleFinding, sourceFinder } from '../example-source.ts';
import { wrongFieldValues } from '../field-values.ts';
import type { Rule } from '../rule.ts';

/** What an example is made from. */
const READS = ['status', 'message', 'envelope', 'fields', 'headers', 'example', 'examples'];

export const exampleMismatch: Rule = {
  id: 'example-mismatch',
  level: 'error',
  summary: 'Every example response matches its envelope: required fields, types and constants, and no unlisted field.',
  check(api) {
    const wrong = wrongFieldValues(api);
    const run = { api, wrong, sourceOf: sourceFinder() };
    const shared = new Map<Envelope, ExampleShape>();
    const filled = namespaceFiller();
    let work = 0;
    const found = codesOf(api).flatMap((code): ExampleFinding[] => {
      const envelope = envelopeFor(api, code);
      if (!envelope || work > MOST_WORK || isRefused(code, ...READS)) return [];
      const examples = examplesOf(code);
      const fields = 1 + envelope.fields.length + (code.entry.fields?.length ?? 0);
      // with fields of its own a code needs a schema of its own
      work += fields * (examples.length + (code.entry.fields ? 2 : 0));
      if (work > MOST_WORK) return [{ at: keyOf(code), ...CUT }];
      const sent = filled(envelope, code.domain.entry.namespace);
      const ofEnvelope = shared.get(sent) ?? shapeOf(sent.fields);
      shared.set(sent, ofEnvelope);
      const shape = code.entry.fields ? shapeOf(fieldsOf(sent, code.entry)) : ofEnvelope;
      return examples.flatMap(([overrides, path]) => checkOne(run, code, sent, shape, overrides, path));
    });
    return [...wrong.values(), ...oncePerPlace(oncePerFilledField(found), api)];
  },
};

/** Fills namespaces in, for each envelope and namespace once. */
function namespaceFiller(): (envelope: Envelope, namespace: string | undefined) => Envelope {
  const known = new Map<Envelope, Map<string | undefined, Envelope>>();
  return (envelope, namespace) => {
    const ofEnvelope = known.get(envelope) ?? new Map<string | undefined, Envelope>();
    known.set(envelope, ofEnvelope);
    const it = ofEnvelope.get(namespace) ?? inNamespace(envelope, namespace);
    ofEnvelope.set(namespace, it);
    return it;
  };
}

/** How many fields are looked at in all examples of an API together: fifty in each of twenty thousand. */
const MOST_WORK = 1_000_000;

const CUT = {
  message: 'The examples from here on were not checked, because the API has too many codes with too many fields.',
  fix: 'Remove fields from the envelope, or split the API.',
};

/** How many codes may each have a diagnostic of their own, although one field of the envelope shows them all. */
const MOST_APART = 3;

/** Where one field of the envelope takes no value of very many codes, it is the field that is wrong: said once, there. */
function oncePerFilledField(found: readonly ExampleFinding[]): Finding[] {
  const groups = Map.groupBy(found, ({ filled }) => JSON.stringify(filled && 'path' in filled ? filled.path : ''));
  return [...groups.values()].flatMap((them): Finding[] => {
    const [first] = them;
    if (!first?.filled || them.length <= MOST_APART) return them;
    const others = them.slice(0, MOST_APART);
    return [
      {
        at: first.filled,
        message: `The values of ${counted(them.length, 'example')} don't fit this field. The first: ${first.message}`,
        fix: 'Give the field the type that the API sends, or an envelope of their own to the domains that send another.',
        also: others.map(({ at }) => ({ at, message: 'One of the codes is here.' })),
      },
    ];
  });
}

/** A mistake in the envelope breaks the example of every code; one of them is enough to say it. */
function oncePerPlace(found: readonly Finding[], { document }: ApiDraft): Finding[] {
  const seen = new Set<string>();
  return found.filter(({ at }) => {
    if (at.document !== document) return true;
    const place = JSON.stringify('path' in at ? at.path : at.range);
    return !seen.has(place) && seen.add(place);
  });
}

function examplesOf({ entry }: CodeDraft): [Overrides, Path][] {
  const named = Object.entries(entry.examples ?? {}).map(([name, it]): [Overrides, Path] => [it, ['examples', name]]);
  return named.length > 0 ? named : [[entry.example ?? {}, ['example']]];
}
