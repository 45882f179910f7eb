import { check } from '@placemarkio/check-geojson';
import { expect, test } from 'vitest';
import { everyPlace } from '../../src/planning/choice.ts';
import { csvOf } from '../../src/planning/files/csv.ts';
import { geojsonOf } from '../../src/planning/files/geojson.ts';
import { tablesOf } from '../../src/planning/section.ts';
import { checked, hasShapes } from '../../src/planning/table.ts';
import { useSection } from '../../src/routes/planering/[area]/use.ts';
import type { Asked } from '../../src/routes/planering/asked.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { fileWords } from '../../src/text/planning-table.ts';
import { testSite } from '../site.ts';
import { activity, organisation, venue } from '../store.ts';

const area = {
	...{ kind: 'municipality', key: '1380', name: 'Halmstad', municipalities: ['1380'], locality: null, polygon: null },
} as const;
const asked = { area, whole: area, choice: everyPlace, slug: 'halmstad', month: null } as unknown as Asked;
const at = (lon: number) => ({ position: { lon, lat: 56.7, precision: 'exact' as const } });
const tuesdays = { schedules: [{ start: '2026-03-03T18:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=TU' }] };

const listings = [
	organisation({ name: 'Kören', themes: ['choir'], ...at(12.86) }),
	venue({ name: 'Bygdegården', openingHours: 'Mo-Fr 17:00-22:00', equipment: ['piano'], seats: 60, ...at(12.85) }),
	venue({ name: 'Tysta huset', ...at(12.85) }),
	activity({ name: 'Dans', venue: 2, ...tuesdays }),
	activity({ name: 'Utan plats', ...tuesdays }),
];

test('the section says what is idle and what is not known, and its tables can be had as files', async () => {
	overwriteGetLocale(() => 'sv');
	const site = await testSite(listings);
	const section = await useSection(site, asked);
	expect(section.sentences.slice(0, 3)).toEqual([
		'Lokalerna i Halmstad har öppet 25 timmar i veckan tillsammans. Vi vet att något pågår 2 av dem; 23 (92\u00a0%) är lediga såvitt registret säger.',
		'Vi vet öppettiderna för 1 av 2 lokaler.',
		'En av dem har inga öppettider i registret: den räknas varken som öppen eller tom.',
	]);
	expect(section.sentences).toContain('1 av 1 föreningar har ingen lokal som registret känner till.');
	const tables = tablesOf(section).map(checked);
	expect(tables.map(({ key }) => key)).toEqual([
		...['use-week', 'use-hours', 'use-halls', 'use-pairs-organisations', 'use-silent', 'use-homeless'],
	]);
	expect(tables.every(({ key }) => key.startsWith('use-'))).toBe(true);
	const pair = tables.find(({ key }) => key === 'use-pairs-organisations')!.rows[0]!;
	expect(pair.cells).toEqual([
		{ text: 'Kören', href: expect.stringMatching(/^\/forening\/koren/) },
		{ text: 'Bygdegården', href: expect.stringMatching(/^\/lokal\/bygdegarden/) },
		'23 lediga timmar vardagskvällar i veckan, 0,6 km bort, har piano, 60 platser',
	]);
	const say = fileWords(site.address);
	const layers = tables.filter(hasShapes);
	expect(layers.map(({ key }) => key)).toEqual(['use-halls', 'use-silent']);
	for (const layer of layers) expect(check(JSON.stringify(geojsonOf(layer, say))).type).toBe('FeatureCollection');
	expect(csvOf(tables[0]!, say)).toContain('Tisdag;0;0;0;0;3;5;0;0\r\n'.replaceAll(/(\d)(?=[;\r])/g, '"$1,0"'));
	for (const { key, alt } of section.pictures) expect(alt, key).toMatch(/\d/);
	expect(section.sentences).toContain('Mest ledigt är det på måndag kväll: 5 timmar i veckan.');
	overwriteGetLocale(() => 'en');
	expect((await useSection(site, asked)).sentences).toContain('Most time is free on Monday evening: 5 hours a week.');
});

test('a municipality without a venue, and one whose hours nobody has told, are told so without figures', async () => {
	overwriteGetLocale(() => 'sv');
	const none = await useSection(await testSite(), asked);
	expect(none).toMatchObject({ pictures: [], tables: [] });
	expect(none.sentences).toEqual([expect.stringContaining('Registret har inga lokaler i Halmstad')]);
	const untold = await useSection(await testSite([venue()]), asked);
	expect(untold.sentences[0]).toContain('Vi vet inte när någon av lokalerna');
	expect(untold.pictures.map(({ key }) => key)).toEqual(['use-hours']);
	expect(untold.sentences.join(' ')).not.toContain('lediga');
});
