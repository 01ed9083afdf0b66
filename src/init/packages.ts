/** How a project's own packages are installed and run where its changes are checked. */
interface PackageManager {
  /** The files by which one knows it. */
  locks: readonly string[];
  /** Its commands before and for an installation that changes no lock file. */
  prepare: readonly string[];
  ci: string;
  /** A person's command for an installation. */
  install: string;
  /** What precedes the name of an installed program, and of a script. */
  exec: string;
  run: string;
}

export const MANAGERS = {
  npm: {
    locks: ['package-lock.json', 'npm-shrinkwrap.json'],
    prepare: [],
    ci: 'npm ci --ignore-scripts',
    install: 'npm install',
    exec: 'npx --no',
    run: 'npm run',
  },
  pnpm: {
    locks: ['pnpm-lock.yaml'],
    prepare: ['corepack enable'],
    ci: 'pnpm install --frozen-lockfile --ignore-scripts',
    install: 'pnpm install',
    exec: 'pnpm exec',
    run: 'pnpm run',
  },
  yarn: {
    locks: ['yarn.lock'],
    prepare: ['corepack enable'],
    // the classic version knows it too, and installs the lock file's packages alone
    ci: 'yarn install --frozen-lockfile',
    install: 'yarn install',
    exec: 'yarn run',
    run: 'yarn run',
  },
} as const satisfies Record<string, PackageManager>;

export type ManagerName = keyof typeof MANAGERS;
