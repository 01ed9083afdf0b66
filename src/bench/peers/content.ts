import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API } from '../generate.ts';

/** What a peer's pages show of a generated registry. */
interface Domain {
  title: string;
  codes: Record<string, Code>;
}

interface Code {
  status: number;
  message: string;
  meaning: string;
  causes: string[];
  remediation: string[];
  retry: { policy: string; reason: string };
  related?: string[];
}

/**
 * Writes a generated registry as Markdown into a project: a page for each code and each domain, and the first page under the name
 * that the peer gives it. `data` is the folder that is to have the list of domains, for the navigation of every page.
 */
export function writeContent(registry: string, project: { content: string; data: string; home: string }): void {
  const read = (name: string): string => readFileSync(join(registry, API, `${name}.json`), 'utf8');
  const api: { title: string; summary: string; domains: string[] } = JSON.parse(read('api'));
  const domains = api.domains.map((id) => ({ id, ...domainOf(read(id)) }));
  const folder = (name: string) => {
    mkdirSync(join(project.content, name), { recursive: true });
    return join(project.content, name);
  };
  const [errors, areas] = [folder('codes'), folder('areas')];
  for (const { id, title, codes } of domains) {
    const entries = Object.entries(codes);
    writeFileSync(join(areas, `${id}.md`), page(title, domainTable(entries)));
    for (const [name, code] of entries)
      writeFileSync(join(errors, `${slugOf(name)}.md`), page(name, codeText(name, code, { id, title })));
  }
  const listed = domains.map(({ id, title }) => ({ title, href: `/areas/${id}/` }));
  const links = listed.map(({ title, href }) => `- [${title}](${href})`).join('\n');
  writeFileSync(join(project.content, project.home), page(api.title, `${api.summary}\n\n${links}\n`));
  mkdirSync(project.data, { recursive: true });
  writeFileSync(join(project.data, 'domains.json'), JSON.stringify(listed));
}

function domainOf(text: string): Domain {
  const domain: Domain = JSON.parse(text);
  return domain;
}

function page(title: string, text: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}`;
}

function codeText(name: string, code: Code, domain: { id: string; title: string }): string {
  const body = { error: { code: name, message: code.message, status: code.status, requestId: 'req_9f2c1a7b' } };
  return `**Status:** ${code.status} · **Retry:** ${code.retry.policy} · **Domain:** [${domain.title}](/areas/${domain.id}/)

> ${code.message}

${code.meaning}

${code.retry.reason}

## Causes

${code.causes.map((cause) => `- ${cause}`).join('\n')}

## What to do

${code.remediation.map((step) => `1. ${step}`).join('\n')}

## Response

\`\`\`json
${JSON.stringify(body, null, 2)}
\`\`\`

## Related

${(code.related ?? []).map((other) => `- [${other}](/codes/${slugOf(other)}/)`).join('\n')}
`;
}

function domainTable(entries: readonly [string, Code][]): string {
  const rows = entries.map(
    ([name, { status, retry, message, meaning }]) =>
      `| [${name}](/codes/${slugOf(name)}/) | ${status} | ${retry.policy} | ${message} | ${meaning} |`,
  );
  return ['| Code | Status | Retry | Message | Meaning |', '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
