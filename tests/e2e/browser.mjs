// Debian's Chromium, driven by playwright-core; nothing is downloaded.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const kPlaces = [process.env.PARCOURS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = kPlaces.find((place) => place && existsSync(place));
const playwright = await import('playwright-core').catch(() => null);

export const noBrowser = !playwright ? 'playwright-core is not installed' : !found ? 'no Chromium is installed (apt install chromium)' : false;

const kFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// While one works on the studio: PARCOURS_STUDIO=build/studio shows what was built there in place of what the program carries.
const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };
async function fromFolder(context, folder, url) {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
  await context.route((asked) => !/^(\/w\/[^/]+)?\/api\//.test(asked.pathname), async (route) => {
    const asked = path.join(folder, new URL(route.request().url()).pathname);
    const file = kTypes[path.extname(asked)] && existsSync(asked) ? asked : path.join(folder, 'index.html');
    await route.fulfill({ status: 200, body: readFileSync(file), contentType: kTypes[path.extname(file)], headers: { 'content-security-policy': policy } }).catch(() => undefined);
  });
}

// A page as a person has it; what the browser complains of fails the test when it ends.
export async function openPage(t, url, { locale = 'en-GB', colorScheme = 'light', width = 1280, height = 800, first = 'nav' } = {}) {
  const browser = await playwright.chromium.launch({ executablePath: found, args: [...kFlags, `--lang=${locale}`] });
  t.after(() => browser.close());
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height } });
  if (process.env.PARCOURS_STUDIO) await fromFolder(context, path.resolve(process.env.PARCOURS_STUDIO), url);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text());
  });
  await page.goto(url);
  await page.locator(first).first().waitFor();
  return { page, complaints };
}
