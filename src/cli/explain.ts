import {
  atOperation,
  type Code,
  type CodeOfApi,
  codeArtifacts,
  type DecodeIndex,
  decode,
  decodeIndex,
  nearestCodes,
  type Registry,
} from '../index.ts';
import { plainParts } from '../site/prose-tree.ts';
import { urlsUnder } from '../site/urls.ts';
import type { Command } from './command.ts';
import type { Options } from './flags.ts';
import { decodedLines, decodedValue } from './format/decoded.ts';
import { entryLines } from './format/entry.ts';
import { painter } from './format/paint.ts';
import { visible, visibleJson } from './format/visible.ts';
import type { Setting } from './format/wrap.ts';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.ts';
import { basePath, siteAddress } from './options.ts';
import { apiNamed, linksOf, registryOf } from './registry.ts';
import { calling } from './tool.ts';

export const explain: Command = {
  argument: 'CODE',
  options: ['api', 'json', 'contracts', 'config', 'site', 'base'],
  async run(options, io, code, configuration) {
    const paste = code === undefined ? await io.input?.() : undefined;
    if (code === undefined && paste === undefined)
      throw new UsageError(
        `Name a code, as in \`${calling('explain', 'AUTH_REQUIRED')}\`, or pipe a response into the command.`,
      );
    const registry = await registryOf(options, io, 'Nothing was explained; fix the errors above first.', configuration);
    if (!registry) return EXIT.registryHasErrors;
    const chosen = options.api === undefined ? registry : { ...registry, apis: [apiNamed(registry, options)] };
    return code === undefined ? explainPaste(paste!, chosen, options, io) : explainCode(code, chosen, options, io);
  },
};

function explainCode(wanted: string, registry: Registry, options: Options, io: Io): ExitStatus {
  const all = registry.apis.flatMap((api) => api.codes.map((code) => ({ api, code })));
  const spelled = all.filter(({ code }) => code.code === wanted);
  const found = spelled.length > 0 ? spelled : all.filter(({ code }) => isNamed(wanted, code));
  const nearest = found.length > 0 ? [] : nearestCodes(wanted, indexOf(registry, options).apis, 5);
  if (options.json === true) {
    const near = nearest.map(({ api, entry }) => ({ api: api.id, code: entry.code }));
    io.out(visibleJson({ found: found.map((it) => jsonOf(it, options)), nearest: near }));
  } else if (found.length > 0) {
    const entries = found.map(({ api, code }) => entryLines(api, code, settingOf(io), linksOf(options, api)));
    io.out(entries.map((lines) => lines.join('\n')).join('\n\n\n'));
  } else {
    const near = nearest.map(({ api, entry }) => `  ${visible(entry.code)}  ${visible(api.title)}`);
    const which = registry.apis.length === 1 ? visible(registry.apis[0]!.title) : 'the registry';
    io.err(
      [
        `There is no code \`${visible(wanted)}\` in ${which}.`,
        ...(near.length > 0 ? ['Spelled alike:', ...near] : []),
      ].join('\n'),
    );
  }
  return found.length > 0 ? EXIT.done : EXIT.registryHasErrors;
}

function explainPaste(paste: string, registry: Registry, options: Options, io: Io): ExitStatus {
  const decoded = decode(paste, indexOf(registry, options), Date.now());
  if (options.json === true) io.out(visibleJson(decodedValue(decoded)));
  else {
    const lines = decodedLines(
      decoded,
      settingOf(io),
      (api, entry, operation) => {
        const found = registry.apis.find(({ id }) => id === api.id)!;
        const code = found.codes.find((it) => it.code === entry.code)!;
        const at = code.operations.find((it) => it.operation === operation);
        return entryLines(found, at ? atOperation(code, at) : code, settingOf(io), linksOf(options, found));
      },
      registry.apis[0]?.retryLabels,
    );
    io.out(lines.join('\n'));
  }
  return decoded.explanations.some(({ entry }) => entry) ? EXIT.done : EXIT.registryHasErrors;
}

function isNamed(wanted: string, { sent, aliases, names = [] }: Code): boolean {
  return sent?.code === wanted || aliases.some(({ code }) => code === wanted) || names.includes(wanted);
}

function settingOf(io: Io): Setting {
  return { paint: painter(io.terminal.out), columns: io.columns };
}

/** The entry as its JSON file has it. */
function jsonOf({ api, code }: CodeOfApi, options: Options): unknown {
  return JSON.parse(codeArtifacts.find(({ id }) => id === 'code-json')!.makeFor(api, code, linksOf(options, api)));
}

function indexOf(registry: Registry, options: Options): DecodeIndex {
  const urls = urlsUnder(basePath(options), siteAddress(options));
  return decodeIndex(registry, {
    apiHref: ({ id }) => urls.absolute(urls.api(id)),
    codeHref: ({ id }, { code }) => urls.absolute(urls.code(id, code)),
    prose: plainParts,
  });
}
