// The pictures of README, from a running server with the demo: node scripts/pictures.mjs [http://localhost:3000]
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const origin = process.argv[2] ?? 'http://localhost:3000';
const folder = join(import.meta.dirname, '../docs/screenshots');
const desk = { width: 1280, height: 820 };
const phone = { width: 360, height: 740 };

/** What each is of; `at`: the heading that it begins with. */
const pictures = [
	{ name: 'front', path: '/', viewport: desk },
	{ name: 'search', path: '/sok?kind=venue&place=Oskarström', viewport: desk },
	{ name: 'search-dark', path: '/en/search?q=chess', viewport: desk, colorScheme: 'dark' },
	{ name: 'phone-search', path: '/sok?q=språkkafé&place=Sollefteå', viewport: phone },
	{ name: 'phone-venue', path: '/lokal/svansele-bygdegard', viewport: phone },
	{ name: 'report', path: '/en/planning/halmstad', viewport: desk, at: 'Where is there no meeting place nearby?' },
	{ name: 'phone-report', path: '/planering/stromsund', viewport: phone, at: 'Hur långt är det till en mötesplats?' },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
for (const { name, path, at, viewport, colorScheme = 'light' } of pictures) {
	const page = await browser.newPage({ viewport, colorScheme, locale: 'sv-SE' });
	await page.goto(origin + path, { waitUntil: 'networkidle' });
	if (at)
		await page
			.getByRole('heading', { name: at })
			.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 70));
	// The map draws itself after the last of its files.
	await page.waitForTimeout(3000);
	await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 82 });
	await page.close();
}
await browser.close();
