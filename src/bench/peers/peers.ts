import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../cli/io.ts';
import { writeContent } from './content.ts';

/** Another program that makes a site of the same content, with a page for each code and nothing else. */
export interface Peer {
  name: 'Hugo' | 'Eleventy';
  version: string;
  /** The program. */
  file: string;
  /** Writes a project with the content of a generated registry. */
  prepare(registry: string, project: string): void;
  /** The arguments that build the project in the current folder into another. */
  argumentsFor(out: string): string[];
}

type Kind = Omit<Peer, 'version' | 'file'> & { program: string; asksVersion: string };

const HERE = fileURLToPath(new URL('.', import.meta.url));

const KINDS: readonly Kind[] = [
  {
    name: 'Hugo',
    program: 'hugo',
    asksVersion: 'version',
    prepare: (registry, project) => {
      copyProject('hugo', project);
      mkdirSync(join(project, 'static'));
      cpSync(join(HERE, 'site.css'), join(project, 'static/site.css'));
      writeContent(registry, { content: join(project, 'content'), data: join(project, 'data'), home: '_index.md' });
    },
    argumentsFor: (out) => ['--destination', out, '--quiet'],
  },
  {
    name: 'Eleventy',
    program: 'eleventy',
    asksVersion: '--version',
    prepare: (registry, project) => {
      copyProject('eleventy', project);
      cpSync(join(HERE, 'site.css'), join(project, 'site.css'));
      writeContent(registry, { content: project, data: join(project, '_data'), home: 'index.md' });
    },
    argumentsFor: (out) => ['--output', out],
  },
];

function copyProject(name: string, project: string): void {
  cpSync(join(HERE, name), project, { recursive: true });
}

/**
 * The peers of this machine: each as it is named, else as it is found on `path`, a list of folders. Throws a {@link UsageError} for a name that leads to
 * no program.
 */
export function peersHere(named: Readonly<Partial<Record<string, string>>>, path = process.env.PATH ?? ''): Peer[] {
  return KINDS.flatMap(({ program, asksVersion, ...kind }) => {
    const given = named[program];
    const file = given ?? onPath(program, path);
    if (file === undefined) return [];
    const version = versionOf(file, asksVersion);
    if (version !== undefined) return [{ ...kind, version, file }];
    if (given === undefined) return [];
    throw new UsageError(`--${program} names ${file}, which is not ${kind.name} or doesn't start.`);
  });
}

function onPath(program: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}

function versionOf(file: string, argument: string): string | undefined {
  try {
    const text = execFileSync(file, [argument], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+\.\d+\.\d+/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}
