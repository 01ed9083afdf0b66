import type { Document, Place, SourceFile } from '../load/index.ts';
import {
  byPlace,
  type Diagnostic,
  diagnose,
  documentOf,
  type RuleMeta,
  readJson,
  readYaml,
  type Span,
} from '../load/index.ts';
import { codeHeader } from '../model/envelope/carried.ts';
import { deepFields, withRole } from '../model/envelope/fields.ts';
import { hasNamespaceKey, inNamespace } from '../model/envelope/in-namespace.ts';
import { familyOf } from '../model/http.ts';
import { spellingOf } from '../model/namespace.ts';
import { Candidates } from '../model/nearest.ts';
import type { Api, Code, Status } from '../model/registry.ts';
import { readExemptions } from './exemptions.ts';
import { type Literal, literalsIn } from './literals.ts';
import { Operations } from './operations.ts';
import { type CodePlaces, type Specified, specified } from './spec.ts';
import { unregistered } from './unregistered.ts';

export { ENDINGS } from './literals.ts';

const unregisteredCode: RuleMeta = {
  id: 'unregistered-code',
  level: 'error',
  summary: 'Every code in the source code and the specification is in the registry.',
};

const unusedCode: RuleMeta = {
  id: 'unused-code',
  level: 'error',
  summary: 'Every code of the registry is in the source code or the specification, unless it is reserved or retired.',
};

const statusMismatch: RuleMeta = {
  id: 'status-mismatch',
  level: 'error',
  summary: 'The specification lists a code only under statuses that the registry lists for it.',
};

const needlessExemption: RuleMeta = {
  id: 'needless-exemption',
  level: 'error',
  summary: 'Every exemption is still needed.',
};

const unreadableSpec: RuleMeta = {
  id: 'unreadable-spec',
  level: 'error',
  summary: 'The specification is an OpenAPI document in JSON or YAML.',
};

/** What is compared. */
export interface CoverageInput {
  api: Api;
  /** Codes that are registered and not public: they may be used, and need not be. */
  internal: readonly string[];
  /** Files of the program, in languages that are known by their endings; others are ignored. */
  sources: readonly SourceFile[];
  /** An OpenAPI document. */
  spec?: SourceFile | undefined;
  /** A list of codes about which nothing is reported, with reasons. */
  exemptions?: SourceFile | undefined;
  /** Where a code is in the registry. */
  placeOf(code: string): Span;
}

/** A problem, and the code that it is about. */
type Found = [code: string, diagnostic: Diagnostic];

/** Where the registry and the program that sends its codes disagree, in the order of files, lines and columns. */
export function coverage(input: CoverageInput): Diagnostic[] {
  const { api, internal, placeOf } = input;
  const literals = input.sources.flatMap((file) => literalsIn(file) ?? []);
  const spec = input.spec && read(input.spec);
  const operations = new Operations(api);
  const named =
    spec && spec.problems.length === 0 ? specified(spec, codePlaces(api), (it) => operations.nameOf(it)) : [];
  const names = new Set([...api.codes.flatMap(namesOf), ...internal]);
  const near = new Candidates(api.codes.map(({ code }) => code));
  const used = new Set([...literals.filter(isUse).map(({ text }) => text), ...named.map(({ code }) => code)]);
  const found: Found[] = [
    ...unregistered(literals, (text) => names.has(text), api.codeStyle).map((literal) => inSource(literal, near)),
    ...byPath(named.filter(({ code }) => !names.has(code))).map(([it]) => inSpec(it!, spec!, near)),
    ...mismatches(named, api, operations).map(([all, statuses]) => mismatch(all, statuses, spec!)),
    ...api.codes
      .filter((code) => !code.reserved && !code.retired && !namesOf(code).some((name) => used.has(name)))
      .map(({ code }): Found => [code, unused(code, placeOf(code))]),
  ];
  const broken = spec?.problems.map(({ message, fix, range }) =>
    diagnose(unreadableSpec, { at: { document: spec, range }, message, fix }),
  );
  return [...exempted(found, input.exemptions), ...(broken ?? [])].sort(byPlace);
}

/** Leaves out what is exempted, and reports exemptions that apply to nothing. */
function exempted(found: readonly Found[], file: SourceFile | undefined): Diagnostic[] {
  if (!file) return found.map(([, diagnostic]) => diagnostic);
  const document = read(file);
  const { exemptions, diagnostics } = readExemptions(document);
  const codes = new Set(exemptions.map(({ code }) => code));
  const troubled = new Set(found.map(([code]) => code));
  const needless = exemptions
    .filter(({ code }) => !troubled.has(code))
    .map(({ code, index }) =>
      diagnose(needlessExemption, {
        at: { document, path: [index], part: 'value' },
        message: `The exemption of \`${code}\` is no longer needed, because there is no problem with this code.`,
        fix: 'Remove it from the list.',
      }),
    );
  return [...found.filter(([code]) => !codes.has(code)).map(([, it]) => it), ...needless, ...diagnostics];
}

function read(file: SourceFile): Document {
  return file.path.toLowerCase().endsWith('.json') ? readJson(file) : readYaml(file);
}

function codePlaces({ envelopes, codes }: Api): CodePlaces {
  const all = Object.values(envelopes);
  const namespaces = [...new Set(codes.flatMap(({ sent }) => sent?.namespace ?? []))];
  // where the name of a member is the namespace, there is a place for each
  const inNamespaces = all.flatMap((envelope) => {
    const isNamed = deepFields(envelope.fields).some(hasNamespaceKey);
    const names: (string | undefined)[] = isNamed ? namespaces : [undefined];
    return names.map((namespace) => ({
      namespace,
      fields: namespace === undefined ? envelope.fields : inNamespace(envelope, namespace).fields,
    }));
  });
  const pointers = inNamespaces.flatMap(({ fields, namespace }) =>
    withRole(fields, 'code').map(({ pointer, after, until }) => ({ pointer, after, until, namespace })),
  );
  const headers = all.flatMap((envelope) => codeHeader(envelope) ?? []);
  return { pointers: [...new Map(pointers.map((it) => [JSON.stringify(it), it])).values()], headers };
}

function namesOf({ code, sent, aliases, names = [] }: Code): string[] {
  return [code, ...(sent ? [sent.code] : []), ...aliases.map((alias) => alias.code), ...names];
}

/** An identifier is the use of a code only where it is spelled as constants are; a number is one of its digits. */
function isUse({ kind, text }: Literal): boolean {
  return kind === 'string' || /^(?:[A-Z][A-Z0-9_]*|\d+)$/.test(text);
}

function inSource({ file, text, range }: Literal, near: Candidates): Found {
  const { path, text: source } = file;
  const document = documentOf({ path, text: source, value: undefined, problems: [], locate: () => range });
  return [text, unknown(text, { document, range }, near)];
}

function inSpec({ code, path }: Specified, document: Document, near: Candidates): Found {
  return [code, unknown(code, { document, path, part: 'value' }, near)];
}

function unknown(code: string, at: Place, near: Candidates): Diagnostic {
  const meant = near.nearest(code);
  return diagnose(unregisteredCode, {
    at,
    message: `\`${code}\` is used as a code but isn't in the registry, so callers who receive it find no page.`,
    fix:
      meant === undefined
        ? 'Add the code to the registry, or to the exemptions with a reason.'
        : `Did you mean \`${meant}\`? If not, add the code to the registry.`,
  });
}

function unused(code: string, span: Span): Diagnostic {
  return {
    rule: unusedCode.id,
    level: unusedCode.level,
    ...span,
    message: `\`${code}\` is in the registry, but nothing that was searched uses it.`,
    fix: "Retire it if it is no longer sent, mark it `reserved` if it isn't sent yet, or search more files with --source.",
    also: [],
  };
}

/**
 * Codes under a wrong status. What an example or a constant says must fit; a list of codes may be shared by many
 * responses, so of those at least one must fit.
 */
function mismatches(named: readonly Specified[], api: Api, operations: Operations): [Specified[], Status[]][] {
  const byCode = Map.groupBy(named, ({ code }) => code);
  const bySpelling = Map.groupBy(api.codes, spellingOf);
  return api.codes.flatMap((code) => {
    // what several namespaces have may be of another
    const isShared = (name: string) => name !== code.code && (bySpelling.get(name)?.length ?? 0) > 1;
    const own = namesOf(code).flatMap((name) => (isShared(name) ? [] : (byCode.get(name) ?? [])));
    const wrong = own.filter((it) => !fits(it.status, operations.statusesOf(code, it)));
    const isNowhereRight = wrong.length === own.length;
    const reported = wrong.filter(({ exact }) => exact || isNowhereRight);
    return byPath(reported).map((all): [Specified[], Status[]] => [all, operations.statusesOf(code, all[0]!)]);
  });
}

/** What is in one place and is referred to from several is one thing to fix. */
function byPath(named: readonly Specified[]): Specified[][] {
  return [...Map.groupBy(named, ({ path }) => JSON.stringify(path)).values()];
}

function fits(status: string, statuses: readonly Status[]): boolean {
  if (status === 'default') return true;
  const family = /^([1-5])XX$/i.exec(status)?.[1];
  return statuses.some((it) => (family ? familyOf(it.status) === `${family}xx` : String(it.status) === status));
}

function mismatch(all: readonly Specified[], statuses: readonly Status[], document: Document): Found {
  const { code, path, operation } = all[0]!;
  const given = [...new Set(all.map(({ status }) => status))].join(' and ');
  const listed = statuses.map(({ status }) => status).join(' or ');
  const diagnostic = diagnose(statusMismatch, {
    at: { document, path, part: 'value' },
    message: `The specification lists \`${code}\` under ${given}${operation === undefined ? '' : ` for \`${operation}\``}, but the registry lists it under ${listed}.`,
    fix: `Move it to the response of ${listed} in the specification, or correct the status in the registry.`,
  });
  return [code, diagnostic];
}
