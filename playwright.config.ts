import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/setup/browser.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/setup/sites.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'dot',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
