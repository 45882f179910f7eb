import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Invalid } from '../../../src/domain/errors.ts';
import { preparePeople } from '../../../src/intake/people/prepare.ts';
import { refuses } from '../../../src/intake/people/problem.ts';
import { readGeoPackage } from '../../../src/store/geopackage.ts';

const municipalities = [{ code: '1380', name: 'Halmstad', population: 100_000 }];

/** Reads a file as `import-people` does; what nothing can be read of is refused in the one way. */
async function read(content: string | Uint8Array) {
	try {
		return await preparePeople({
			bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
			fileName: 'x',
			municipality: null,
			source: null,
			date: null,
			municipalities,
			borders: [],
			known: async () => ({ polygons: new Set(), all: new Set() }),
			readGeoPackage,
		});
	} catch (reason) {
		expect(reason).toBeInstanceOf(Invalid);
		expect((reason as Invalid).fields.file).toMatch(/^[a-z_]+$/);
		return null;
	}
}

const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom('1380A0010', '1380R001', '1380', 5, -1, '..', null, NaN),
);
const position = fc.oneof(
	fc.tuple(fc.double({ min: 10, max: 24 }), fc.double({ min: 55, max: 69 })),
	fc.array(anything, { maxLength: 3 }),
);
const geometry = fc.oneof(
	anything,
	fc.record({
		type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 'GeometryCollection'),
		coordinates: fc.oneof(anything, fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 })),
	}),
);
const feature = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			type: fc.constant('Feature'),
			properties: fc.oneof(
				anything,
				fc.record({ deso: anything, Totalt: anything, namn: anything, Områdestyp: anything }, { requiredKeys: [] }),
			),
			geometry,
		}),
	},
	{ weight: 1, arbitrary: anything },
);
const cube = fc.record({
	version: fc.constant('2.0'),
	class: fc.constantFrom('dataset', 'collection', 3),
	id: anything,
	size: fc.oneof(anything, fc.array(fc.nat(3), { maxLength: 3 })),
	dimension: anything,
	value: anything,
});
const pxweb = fc.record({ columns: fc.array(anything, { maxLength: 4 }), data: fc.array(anything, { maxLength: 4 }) });

test('whatever a file holds, it is refused in words or planned, and what is planned is whole', async () => {
	const map = fc.array(feature, { maxLength: 6 }).map((features) => ({ type: 'FeatureCollection', features }));
	await fc.assert(
		fc.asyncProperty(fc.oneof(map, cube, pxweb), async (value) => {
			const plan = await read(JSON.stringify(value));
			if (!plan) return;
			expect(plan.contents.length === 0 || plan.problems.every(({ reason }) => !refuses(reason))).toBe(true);
			for (const content of plan.contents) {
				if (content.what === 'areas')
					for (const { polygon } of content.areas) expect(polygon.coordinates[0]![0]!.length).toBeGreaterThan(3);
				if (content.what === 'figures')
					for (const { persons } of content.figures) expect(persons).toBeGreaterThanOrEqual(0);
			}
		}),
		{ numRuns: 500 },
	);
});

test('bytes that are no file, and files cut anywhere', async () => {
	const head = Buffer.from('SQLite format 3\0');
	const rows = 'Region;Ålder;Kön;Antal\n1380A0010;0-79;1;3\n1380A0010;80+;2;4\n';
	const bytes = fc.uint8Array({ maxLength: 400 });
	const broken = fc
		.tuple(fc.nat(rows.length), fc.string())
		.map(([at, more]) => rows.slice(0, at) + more + rows.slice(at));
	await fc.assert(
		fc.asyncProperty(fc.oneof(bytes, broken), async (content) => {
			await read(content);
		}),
		{ numRuns: 300 },
	);
	await fc.assert(
		fc.asyncProperty(bytes, async (rest) => {
			expect(await read(Buffer.concat([head, rest]))).toBeNull();
		}),
	);
});
