import type { CiHost } from './ci.ts';
import { ciSteps } from './ci-steps.ts';
import { CONFIG_FILE, configText, existingConfig, outputFolder } from './config.ts';
import { hookStep } from './hook-step.ts';
import { idOf } from './id.ts';
import { missingLines } from './ignore.ts';
import { withLines } from './lines.ts';
import { editedManifest, newManifest } from './manifest.ts';
import type { PresetName } from './presets/index.ts';
import type { Project } from './project.ts';
import { registryFiles } from './registry.ts';
import { create, extend, leave, type Step } from './step.ts';

/** What is to be set up. */
export interface Wish {
  /** The API to begin with; undefined where the registry has APIs, and none is to be added. */
  api: { title: string; envelope: PresetName } | undefined;
  ci: CiHost;
  hook: boolean;
}

/** What becomes of every file that is concerned; nothing that is there is overwritten. */
export function planOf(wish: Wish, project: Project): Step[] {
  return [
    ...registrySteps(wish, project),
    configStep(wish, project),
    manifestStep(project),
    ignoreStep(project),
    ...ciSteps(wish.ci, project),
    ...(wish.hook ? [hookStep(project)] : []),
  ];
}

/** The installed JSON Schemas, from the folder of an API. */
const SCHEMAS = '../../node_modules/errorbook/public/schema';

function registrySteps({ api }: Wish, { apis, contracts, hasOwnPackages }: Project): Step[] {
  const same = api ? apis.find(({ title }) => title === api.title) : apis[0];
  if (same) return [leave(`${contracts}/${same.id}`, 'exists')];
  if (!api) return [];
  const id = idOf(api.title, (taken) => apis.some((it) => it.id.toLowerCase() === taken));
  const schemas = hasOwnPackages && !contracts.includes('/') ? SCHEMAS : undefined;
  const files = registryFiles({ ...api, schemas });
  const about: Record<string, string> = { 'api.yaml': 'the API and the body of its error responses' };
  return Object.entries(files).map(([name, text]) =>
    create(`${contracts}/${id}/${name}`, text, about[name] ?? 'two example codes to replace'),
  );
}

function outputOf(project: Project): string {
  const config = existingConfig(project.read);
  return outputFolder(config && project.read(config), project.read('package.json') !== undefined);
}

function configStep({ api }: Wish, project: Project): Step {
  const { apis } = project;
  const existing = existingConfig(project.read);
  if (existing !== undefined) return leave(existing, 'exists');
  const name = api?.title ?? apis[0]?.title ?? 'Errors';
  return create(
    CONFIG_FILE,
    configText({ name, out: outputOf(project) }),
    'the name of the site, and where it is built',
  );
}

function manifestStep({ read, version }: Project): Step {
  const before = read('package.json');
  if (before === undefined) return create('package.json', newManifest(version), 'the scripts errors:*, and errorbook');
  const edited = editedManifest(before, version);
  if (!edited) return leave('package.json', 'is not a JSON object');
  const kept = edited.kept.map(({ name, is }) => `${name} stays \`${is}\``);
  if (edited.added.length === 0) return leave('package.json', ['has all of it', ...kept].join('; '));
  return extend('package.json', edited.text, [edited.added.join(', '), ...kept].join('; '));
}

function ignoreStep(project: Project): Step {
  const { read, isIgnored } = project;
  const before = read('.gitignore');
  const wanted = ['node_modules/', `${outputOf(project)}/`, '.errorbook-*'];
  const lines = missingLines(before ?? '', wanted, isIgnored);
  if (lines.length === 0) return leave('.gitignore', 'git ignores all of it');
  const text = withLines(before ?? '', lines);
  return before === undefined
    ? create('.gitignore', text, lines.join(', '))
    : extend('.gitignore', text, lines.join(', '));
}
