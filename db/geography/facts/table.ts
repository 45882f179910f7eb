// Makes facts/municipalities.csv, our own table, from the two public statistics it is drawn from.
// Usage: node facts/table.ts <SKR municipality groups .csv> <SCB population .json (JSON-stat 2)>
import { readFileSync, writeFileSync } from 'node:fs';

type JsonStat = {
	dimension: Record<string, { category: { index: Record<string, number>; label: Record<string, string> } }>;
	value: number[];
};

const [groupsFile, populationFile] = process.argv.slice(2);
if (!groupsFile || !populationFile) throw new Error('Usage: node facts/table.ts SKR.csv SCB.json');

const [header, ...rows] = readFileSync(groupsFile, 'utf8')
	.replace(/^\uFEFF/, '')
	.trim()
	.split(/\r?\n/);
const columns = (header ?? '').split(',');
const column = (name: string) => columns.indexOf(name);
const group = new Map(rows.map((r) => r.split(',')).map((c) => [c[column('kommunkod')], c[column('gruppkod')]]));

const stat: JsonStat = JSON.parse(readFileSync(populationFile, 'utf8'));
const region = stat.dimension.Region?.category;
const month = Object.keys(stat.dimension.Tid?.category.label ?? {})[0];
if (!region || !month) throw new Error('The population file has no Region or Tid dimension');

const lines = Object.entries(region.index)
	.filter(([code]) => code.length === 4)
	.sort(([a], [b]) => a.localeCompare(b))
	.map(([code, at]) => [code, region.label[code], group.get(code), stat.value[at]].join(','));

const source = [
	'# Municipalities of Sweden: code and name (SCB), SKR municipality group 2023 (SKR), registered population (SCB)',
	`# Population: SCB table TAB6471, reference month ${month.replace('M', '-')}, CC0 1.0`,
	'# Group: Sveriges Kommuner och Regioner, Kommungruppsindelning 2023 (a public fact)',
];
const out = new URL('municipalities.csv', import.meta.url);
writeFileSync(out, [...source, 'code,name,skrGroup,population', ...lines, ''].join('\n'));
console.log(`${lines.length} municipalities written`);
