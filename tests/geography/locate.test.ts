import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadGeography } from '#db/geography/index.ts';
import { type AddressParts, createLocator } from '#db/geography/locate.ts';

const geography = loadGeography();
const locator = createLocator(geography);
const nameOf = (id?: number) => geography.localities.find((l) => l.id === id)?.name;

describe('locateAddress', () => {
	const scenarios: [told: AddressParts, name: string | undefined, municipality: string | undefined][] = [
		[{ postcode: '313 30', postTown: 'OSKARSTRÖM', municipality: '1380' }, 'Oskarström', '1380'],
		[{ postTown: 'Oskarstrom' }, 'Oskarström', '1380'],
		[{ postTown: '313 30 OSKARSTRÖM' }, 'Oskarström', '1380'],
		[{ postcode: 'SE-31330' }, 'Oskarström', '1380'],
		[{ postTown: 'V FRÖLUNDA', postcode: '42132' }, 'Västra Frölunda', '1480'],
		// The register's municipality is only a hint: the address itself is in Malmö.
		[{ postTown: 'Malmö', postcode: '211 20', municipality: '1380' }, 'Malmö', '1280'],
		// The place of an activity outranks the post town.
		[{ locality: 'Hoting', postTown: 'STRÖMSUND', municipality: '2313' }, 'Hoting', '2313'],
		// Homonyms: by the municipality given, else by the postcode, else not at all.
		[{ postTown: 'Järna', municipality: 'Södertälje kommun' }, 'Järna', '0181'],
		[{ postTown: 'JÄRNA', municipality: '2021' }, 'Järna', '2021'],
		[{ postTown: 'JÄRNA', postcode: '153 30' }, 'Järna', '0181'],
		[{ postTown: 'Järna' }, undefined, undefined],
		// Floda in Lerum is not among the settlements: never the Floda of Dalarna, only the municipality.
		[{ postTown: 'Floda', municipality: 'Lerum' }, undefined, '1441'],
		[{ postTown: 'Floda' }, undefined, undefined],
		[{ municipality: 'Håbo kommun' }, undefined, '0305'],
		[{ postTown: 'Ingenstans', municipality: '2380' }, undefined, '2380'],
		[{ postTown: 'Ingenstans', postcode: '831 30' }, 'Östersund', '2380'],
		[{ postTown: 'Ingenstans' }, undefined, undefined],
		[{ postcode: '00000' }, undefined, undefined],
		[{}, undefined, undefined],
	];

	test.for(scenarios)('%j', ([told, name, municipality]) => {
		const found = locator.locateAddress(told);
		expect(found?.municipality).toBe(municipality);
		expect(nameOf(found?.localityId)).toBe(name);
		if (found) expect(found.precision).toBe(name ? 'locality' : 'municipality');
	});

	test('never throws, and what it gives is in Sweden with a precision that its fields bear out', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(...geography.localities.slice(0, 200).map((l) => l.name.toUpperCase())),
			fc.integer({ min: 0, max: 99999 }).map(String),
		);
		const parts = fc.record(
			{ postcode: text, postTown: text, locality: text, municipality: text },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(parts, (told) => {
				const found = locator.locateAddress(told);
				if (found === null) return;
				expect(found.lon > 10.5 && found.lon < 24.3 && found.lat > 55.2 && found.lat < 69.2).toBe(true);
				expect(found.precision === 'locality').toBe(found.localityId !== undefined);
				expect(geography.municipalities.some((m) => m.code === found.municipality)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	test('every locality is found by its name in capitals and its municipality', () => {
		for (const l of geography.localities) {
			const found = locator.locateAddress({ postTown: l.name.toUpperCase(), municipality: l.municipality });
			expect(found?.municipality, l.name).toBe(l.municipality);
			expect(nameOf(found?.localityId), l.name).toBe(l.name);
		}
	});
});

describe('findMunicipality', () => {
	test.for([
		['Halmstads kommun', '1380'],
		['1380', '1380'],
		['1380.0', '1380'],
		['1380 Halmstad', '1380'],
		[' halmstad ', '1380'],
		['Kommun: Halmstad', undefined],
		['114', '0114'],
		['Göteborgs Stad', '1480'],
		['City of Gothenburg', '1480'],
		['Falu kommun', '2080'],
		['falun', '2080'],
		['Region Gotland', '0980'],
		['Gotlands kommun', '0980'],
		['Upplands-bro', '0139'],
		['UPPLANDS BRO', '0139'],
		['malung-salen', '2023'],
		['habo-uppsala', '0305'],
		['Håbo', '0305'],
		['Habo', '0643'],
		['Örebro län', undefined],
		['Kalmar län', undefined],
		['9999', undefined],
		['', undefined],
	] as const)('%s is %s', ([text, code]) => {
		expect(locator.findMunicipality(text)?.code).toBe(code);
	});

	test('every municipality answers to its code, name, full name, capitals and slug', () => {
		for (const m of geography.municipalities) {
			for (const text of [m.code, m.name, m.fullName, m.name.toUpperCase(), m.slug]) {
				if (text === 'habo') continue;
				expect(locator.findMunicipality(text)?.code, text).toBe(m.code);
			}
		}
	});
});

test('the nearest locality of a locality is itself', () => {
	for (const l of geography.localities.slice(0, 300)) {
		const { locality, km } = locator.nearestLocality(l.lon, l.lat);
		expect(km).toBe(0);
		expect([locality.lon, locality.lat]).toEqual([l.lon, l.lat]);
	}
});

test('municipalityAt estimates by the nearest locality', () => {
	expect(locator.municipalityAt(12.99, 56.81)).toBe('1380');
	expect(locator.municipalityAt(16.2, 64.1)).toBe('2313');
});
