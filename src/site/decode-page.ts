import {
  type Api,
  bodyText,
  type Code,
  codeHeader,
  type ExampleResponse,
  examplesOf,
  POLICIES,
  policyTexts,
  responseText,
  withRole,
} from '../index.ts';
import { inline } from './markdown.ts';
import type { PageHead } from './page.ts';
import type { Site, SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { usualStatus } from './usual-status.ts';

const { decode: t } = texts;

/** What the decoder's page shows before any script runs, and what its examples are. */
interface DecodePage {
  head: PageHead;
  /** HTML. */
  steps: string[];
  /** Where the code is, for each API; HTML. */
  apis: { title: string; href: string; where: string }[];
  examples: { name: string; text: string }[];
  /** The script's texts, as JSON. */
  script: string;
}

export function decodePage({ apis, urls, settings, name }: Site): DecodePage {
  const { retired, deprecated, reserved } = texts.marks;
  return {
    head: { title: `${t.title} · ${name}`, description: t.lead },
    steps: t.steps.map((step) => inline(step)),
    apis: apis.map((api) => ({ title: api.title, href: urls.api(api.id), where: whereOf(api) })),
    examples: examplesFor(apis),
    script: JSON.stringify({
      ...t.script,
      retired,
      deprecated,
      reserved,
      lang: texts.lang,
      support: texts.support,
      done: texts.copy.copied,
      failedCopy: texts.copy.failed,
      faults: texts.faults,
      severities: texts.severities,
      policies: Object.fromEntries(POLICIES.map((policy) => [policy, policyTexts(settings, policy)])),
    }),
  };
}

function whereOf(api: SiteApi): string {
  const role = api.sendsCodes ? 'code' : 'message';
  const pointers = Object.values(api.envelopes).flatMap(({ fields }) =>
    withRole(fields, role).map(({ pointer }) => inline(`\`${pointer}\``)),
  );
  const headers = Object.values(api.envelopes).flatMap((envelope) => {
    const header = codeHeader(envelope);
    return header ? [inline(`\`${header.name}\``)] : [];
  });
  const shown = [...new Set(pointers)].join(' or ');
  if (!api.sendsCodes) return t.noCode(shown);
  return [...(shown === '' ? [] : [t.codeAt(shown)]), ...[...new Set(headers)].map(t.codeInHeader)].join(' or ');
}

/** A response that names a delay, a log with the body in a string, and a body without a code, as far as the registry has them. */
function examplesFor(apis: readonly SiteApi[]): DecodePage['examples'] {
  const whole = responsesOf(apis).find(namesDelay) ?? responsesOf(apis).next().value;
  if (!whole) return [];
  const others = apis.filter((api) => api !== whole.api && api.sendsCodes);
  const logged = responsesOf(others).next().value ?? whole;
  const bare = responsesOf(apis.filter((api) => !api.sendsCodes)).next().value;
  return [
    { name: t.response, text: responseText(whole.response) },
    {
      name: t.log,
      text: logLine(logged.api, logged.code, logged.response.text ?? JSON.stringify(logged.response.body)),
    },
    ...(bare ? [{ name: t.body, text: bodyText(bare.response) }] : []),
  ];
}

interface CodeResponse {
  api: SiteApi;
  code: Code;
  response: ExampleResponse;
}

/** The first example response of each code, if it has a status. Each is made when it is asked for, because a page needs a few of thousands. */
function* responsesOf(apis: readonly SiteApi[]): Generator<CodeResponse, undefined> {
  for (const api of apis) {
    for (const code of api.codes) {
      const response = examplesOf(api, code, api.urls.code(api.id, code.code))[0]?.response;
      if (response && response.statusLine !== '') yield { api, code, response };
    }
  }
}

function namesDelay({ response }: CodeResponse): boolean {
  return response.headers.some(([name]) => name.toLowerCase() === 'retry-after');
}

function logLine({ id }: Api, code: Code, body: string): string {
  return `2026-03-14T09:26:53Z ERROR client=${id} status=${usualStatus(code).status} body=${JSON.stringify(body)} attempt=1`;
}
