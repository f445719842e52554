// Debian's Chromium, driven by playwright-core; nothing is downloaded.
import { existsSync } from 'node:fs';

const kPlaces = [process.env.PARCOURS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = kPlaces.find((place) => place && existsSync(place));
const playwright = await import('playwright-core').catch(() => null);

export const noBrowser = !playwright ? 'playwright-core is not installed' : !found ? 'no Chromium is installed (apt install chromium)' : false;

const kFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// A page as a person has it; what the browser complains of fails the test when it ends.
export async function openPage(t, url, { locale = 'en-GB', colorScheme = 'light', width = 1280, height = 800 } = {}) {
  const browser = await playwright.chromium.launch({ executablePath: found, args: kFlags });
  t.after(() => browser.close());
  const page = await (await browser.newContext({ locale, colorScheme, viewport: { width, height } })).newPage();
  page.setDefaultTimeout(120_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text());
  });
  await page.goto(url);
  await page.locator('nav').waitFor();
  return { page, complaints };
}
