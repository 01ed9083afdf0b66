import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Where Chromium and Chrome are commonly installed. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the tests drive: the one that ERRORBOOK_BROWSER names, else Playwright's own, else one of the machine's.
 * Undefined where there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env.ERRORBOOK_BROWSER;
  if (named) return named;
  return [chromium.executablePath(), ...USUAL_PLACES, ...onPath('google-chrome')].find((file) => existsSync(file));
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
}

/** Finds a browser or installs one, and says so, for installing takes a while. */
function ensureBrowser(): void {
  if (findBrowser()) return;
  console.log('No browser found for the tests. Installing Chromium with Playwright; this takes a minute …');
  if (installWithPlaywright()) return;
  console.log('That failed. Installing Chromium with apt-get …');
  installWithApt();
  if (!findBrowser()) throw new Error('No browser could be installed; name one with ERRORBOOK_BROWSER.');
}

function installWithPlaywright(): boolean {
  const withSystemLibraries = isRoot() && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  const command = ['playwright', 'install', ...withSystemLibraries, 'chromium'];
  return spawnSync('npx', command, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function installWithApt(): void {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  execFileSync('apt-get', ['update'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

if (import.meta.main) ensureBrowser();
