import { openReader } from '../../src/store/connection.ts';
import { faceQueries } from '../../src/store/faces.ts';
import { isPublic } from '../../src/store/public.ts';
const folder = process.argv[2]!; const N = Number(process.argv[3]);
const c = openReader(folder + '/samlas.db');
const { sqlite } = c;
const faces = faceQueries(c);
const full = `
	FROM listings l
	JOIN municipalities m ON m.code = l.municipality
	LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
	LEFT JOIN listing_texts sv ON sv.listing = l.id AND sv.language = 'sv'
	LEFT JOIN activities a ON a.id = l.id
	LEFT JOIN venues v ON v.id = l.id
	LEFT JOIN listings h ON h.id = coalesce(a.organisation, v.keeper) AND ${isPublic('h')}
	LEFT JOIN listings vl ON vl.id = a.venue AND ${isPublic('vl')}
	WHERE ${isPublic('l')}`;
const sub = `(SELECT json_group_array(theme) FROM listing_themes WHERE listing = l.id) AS themes,
		(SELECT json_group_array(audience) FROM listing_audiences WHERE listing = l.id) AS audiences,
		(SELECT json_group_array(language) FROM listing_languages WHERE listing = l.id) AS languages`;
const cols = `l.id, l.kind, l.slug, coalesce(t.name, l.name) AS name,
		substr(coalesce(t.description, sv.description), 1, 240) AS excerpt,
		m.code, m.name AS municipality, coalesce(l.locality, vl.locality) AS locality, 
		coalesce(l.lon, vl.lon) AS lon, coalesce(l.lat, vl.lat) AS lat, coalesce(l.precision, vl.precision) AS precision,
		${sub}, l.age_min, l.age_max, l.confirmed_at, l.confirmed_by, a.free, h.kind, h.name AS host_name, h.slug AS host_slug, vl.name AS at_name, vl.slug AS at_slug`;
const json = `l.id, json_object('id', l.id, 'kind', l.kind, 'name', coalesce(t.name, l.name), 'slug', l.slug, 'municipality', json_object('code', m.code, 'name', m.name), 'locality', coalesce(l.locality, vl.locality), 'themes', (SELECT json_group_array(theme) FROM listing_themes WHERE listing = l.id), 'lon', coalesce(l.lon, vl.lon), 'lat',  coalesce(l.lat, vl.lat), 'precision', coalesce(l.precision, vl.precision), 'excerpt', substr(coalesce(t.description, sv.description), 1, 240), 'audiences', (SELECT json_group_array(audience) FROM listing_audiences WHERE listing = l.id), 'languages', (SELECT json_group_array(language) FROM listing_languages WHERE listing = l.id), 'ages', l.age_min, 'free', a.free, 'host', h.name, 'at', vl.name, 'c', l.confirmed_at, 'cb', l.confirmed_by)`;
const inn = ' AND l.id IN (SELECT value FROM json_each(@ids))';
const p = (s: string) => sqlite.prepare(s);
const lean = `SELECT l.id, l.kind, l.slug, l.name, l.municipality, l.locality, l.lon, l.lat, l.precision, l.age_min, l.age_max, l.confirmed_at, l.confirmed_by FROM listings l WHERE ${isPublic('l')}`;
const variants: Record<string, (ids: number[]) => unknown> = {
 now: (ids) => faces.byIds(ids, 'sv'),
 lessCols: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids), language: 'sv' }))(p(`SELECT ${cols} ${full}${inn}`)),
 raw: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids), language: 'sv' }))(p(`SELECT ${cols} ${full}${inn}`).raw()),
 json: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids), language: 'sv' }))(p(`SELECT ${json} ${full}${inn}`).raw()),
 leanIn: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids) }))(p(`${lean}${inn}`).raw()),
 leanEach: ((s) => (ids: number[]) => ids.map((id) => s.get(id)))(p(`${lean} AND l.id = ?`).raw()),
 onlyId: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids) }))(p(`SELECT l.id FROM listings l WHERE ${isPublic('l')}${inn}`).raw()),
 leanSub: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids) }))(p(`SELECT l.id, ${sub} FROM listings l WHERE ${isPublic('l')}${inn}`).raw()),
 texts: ((s) => (ids: number[]) => s.all({ ids: JSON.stringify(ids) }))(p(`SELECT listing, substr(description,1,240) FROM listing_texts WHERE language = 'sv' AND listing IN (SELECT value FROM json_each(@ids))`).raw()),
};
const max = sqlite.prepare('select max(id) from listings').pluck().get() as number;
for (let r = 0; r < 4; r++) for (const [name, f] of Object.entries(variants)) { const b = process.cpuUsage(); for (let i = 0; i < 800; i++) { const ids = Array.from({ length: N }, () => 1 + Math.floor(Math.random() * max)); f(ids); } const u = process.cpuUsage(b); if (r) console.log(name.padEnd(10), ((u.user + u.system) / 800).toFixed(0)); }
