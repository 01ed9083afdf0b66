import type { confirm, select, text } from '@clack/prompts';
import { CI_HOSTS, type CiHost, PRESETS, type PresetName, type Project, type Wish } from '../../init/index.ts';
import type { Dialog } from '../io.ts';
import { type Given, isFile, needsApi, titleProblem } from './given.ts';

/** What is chosen where nothing else is. */
export interface Defaults {
  title: string;
  ci: CiHost;
}

/** What is to be set up, and the file to import from afterwards. */
export interface Chosen extends Wish {
  source: string | undefined;
}

/** What the options say and, for the rest, the defaults. */
export function chosenBy(given: Given, defaults: Defaults, project: Project): Chosen {
  const { title = defaults.title, envelope = 'problem', ci = defaults.ci, hook = false, source } = given;
  const isNew = given.title !== undefined || needsApi(given, project);
  return { api: isNew ? { title, envelope } : undefined, ci, hook, source };
}

/** The same with a person's answers instead of the defaults; undefined if the person cancels. */
export async function askedFor(
  given: Given,
  defaults: Defaults,
  project: Project,
  folder: string,
  dialog: Dialog,
): Promise<Chosen | undefined> {
  const questions = await questionsFor(dialog);
  const isNew = needsApi(given, project);
  try {
    const title = given.title ?? (isNew ? await questions.title(defaults.title) : undefined);
    const envelope = given.envelope ?? (isNew ? await questions.envelope() : undefined);
    const source = given.source ?? (isNew ? await questions.source(folder) : undefined);
    const ci = given.ci ?? (await questions.ci(defaults.ci));
    const hook = given.hook ?? (project.hooks ? await questions.hook() : false);
    return chosenBy({ title, envelope, source, ci, hook }, defaults, project);
  } catch (error) {
    if (error instanceof Canceled) return undefined;
    throw error;
  }
}

/** Asks whether files may be written. */
export async function isConfirmed(dialog: Dialog): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ ...dialog, message: 'Write these files?' })) === true;
}

/** A person ended the dialog. */
class Canceled extends Error {}

async function questionsFor(dialog: Dialog) {
  // loaded where somebody is asked, and only there
  const prompts = await import('@clack/prompts');
  async function answer<Value>(asked: Promise<Value | typeof prompts.CANCEL_SYMBOL>): Promise<Value> {
    const given = await asked;
    if (prompts.isCancel(given)) throw new Canceled();
    return given;
  }
  const ask = {
    text: (options: Parameters<typeof text>[0]) => answer(prompts.text({ ...dialog, ...options })),
    confirm: (options: Parameters<typeof confirm>[0]) => answer(prompts.confirm({ ...dialog, ...options })),
    select: <Value extends string>(options: Parameters<typeof select<Value>>[0]) =>
      answer(prompts.select<Value>({ ...dialog, ...options })),
  };
  return {
    title: async (usual: string) => {
      const given = await ask.text({
        message: 'What is the API called?',
        initialValue: usual,
        validate: (value) => titleProblem(value ?? ''),
      });
      return given.trim();
    },
    envelope: () =>
      ask.select<PresetName>({
        message: 'What is in the body of an error response?',
        options: entriesOf(PRESETS).map(([value, { label, hint }]) => ({ value, label, hint })),
      }),
    source: async (folder: string) => {
      const given = await ask.text({
        message: 'In which file are your errors today? Leave this empty if there is none.',
        placeholder: 'OpenAPI, CSV, Markdown, TypeScript, JSON or .proto',
        validate: (value) =>
          value === undefined || value.trim() === '' || isFile(value.trim(), folder)
            ? undefined
            : 'There is no such file.',
      });
      return given?.trim() || undefined;
    },
    ci: (usual: CiHost) =>
      ask.select<CiHost>({
        message: 'Where are pull requests checked?',
        initialValue: usual,
        options: entriesOf(CI_HOSTS).map(([value, label]) => ({ value, label })),
      }),
    hook: () => ask.confirm({ message: 'Also check the registry before each commit?', initialValue: false }),
  };
}

function entriesOf<Name extends string, Value>(all: Readonly<Record<Name, Value>>): [Name, Value][] {
  const names = Object.keys(all).filter((name): name is Name => Object.hasOwn(all, name));
  return names.map((name) => [name, all[name]]);
}
