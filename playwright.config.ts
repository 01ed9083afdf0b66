import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/helpers/browser.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/helpers/sites.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'dot',
  // where others wait for the result, a test gets a second chance, and is named as flaky if it needs it
  retries: process.env.CI ? 1 : 0,
  // no test is about speed, so a busy machine must not fail one
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
