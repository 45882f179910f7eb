import { loadGeography } from '../geography/index.ts';
import type { Chance } from './chance.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const starts = words(`
	Tran Lärk Vråk Ugg Utter Mård Orr Tjäder Hjort Lom Sisk Stare Porse Starr Hägg Oxel Sälg Apel Nypon Slån Hagtorn
	Kvarn Såg Smed Bod Gärds Grind Spång Källar Kalk Skiffer Ljung Mjöl Humle Malört Hassel Ask Alm Vide Blom Väder
	Höst Dimm Glim Klöver Harsyr Rams Trast Ärl Svan Viol Linn Kummin
`);

/** Ends of village names as they are heard in the south, the middle and the north. */
const ends = {
	south: words('hult torp röd löv måla arp ryd mala hylte tofta storp åkra boda'),
	middle: words('hult torp åsa bo hed lunda kulla hyttan näs backa gärde holma dala fors boda'),
	north: words('sele liden mo tjärn backen forsen nyland åsen viken sjö heden ånger bodarna'),
};

const real = new Set(loadGeography().localities.map(({ name }) => name.toLowerCase()));

function compound(chance: Chance, lat: number): string {
	const start = chance.one(starts);
	const end = chance.one(lat < 57.5 ? ends.south : lat < 61 ? ends.middle : ends.north);
	// Three equal letters are written as two: Tall + löv is Tallöv.
	const doubled = start.at(-1) === start.at(-2) && start.at(-1) === end[0];
	const joint = start.endsWith('s') && end[0] === 's';
	return doubled || joint ? start + end.slice(1) : start + end;
}

/** The name of a village or quarter put together as such names are, and not that of a settlement we know of. */
export function inventedPlace(chance: Chance, lat = 59): string {
	for (;;) {
		const name = compound(chance, lat);
		if (!real.has(name.toLowerCase())) return name;
	}
}

const proper = words(`
	Horisont Lyktan Gläntan Strimman Morgonbris Fjärilen Regndroppen Kompassen Tröskeln Solglimten Mosaiken Vindflöjeln
	Äppelblom Nattviolen Tuvan Spegeln Fotspåret Färgklicken Bärnsten Källsprånget Kastanjen Månskäran Svalan Träbron
	Trädkronan Gnistan Kvisten Skärvan Blåklinten Flätan Stenmuren Långbordet Tallkotten Klangen Vågbrytaren Ljusglimt
	Regnskuren Väderkvarnen Trasmattan Silverpilen Vinterljung Farstutrappan Granskottet Kaffekvarnen Björksaven Syrenen
	Ringblomman Nyckelpigan Humlan Lövkojan Törnrosen Vitsippan Kornblixten Morgondagg Milstolpen Färdknäppen Vägskälet
	Brofästet Klockstapeln Eldstaden Kolibrin Sländan Havsbrisen Skymningen Solstrimman Vårvinden Höstlöv Snöstjärnan
	Karusellen Trumvirveln Dragspelet Ljuskällan Fönsterluckan Trädgrenen Sädesärlan Havtornet Lingonriset Blåbärsbacken
	Gryningen Pärlbandet Lövsalen Rosettan Tvärflöjten Rågåkern Hemvinden Stigen Årsringen Ekollonet Snödroppen
`);

/** A proper name that an association takes: Horisont, Lyktan. */
export const properName = (chance: Chance): string => chance.one(proper);

/** "Häggarp" is Häggarps BK; a name that ends in a vowel stands as it is, as such names do. */
export const genitive = (name: string): string => (/[aeiouyåäösxz]$/i.test(name) ? name : `${name}s`);

/** Puts a village, a proper name and the settlement in their places. */
export function fill(text: string, village: string, own: string, settlement: string): string {
	return text
		.replace(/\{v\}(?= ?\p{L})/gu, genitive(village))
		.replaceAll('{v}', village)
		.replaceAll('{x}', own)
		.replaceAll('{p}', settlement);
}

const groves = words('Tran Lärk Orr Hägg Oxel Nypon Slån Klöver Harsyre Rams Siske Ärle Vide Kummin Malörts');
const grounds = words('lunds backs mosse kärrs ängs kulls dals hags bäcks stens näs åker');
const ways = words('vägen gatan stigen gränd allén slingan backen');

/** A street that hardly exists, for it is named of three parts: Häggmossestigen 4. */
export const inventedStreet = (chance: Chance): string =>
	`${chance.one(groves)}${chance.one(grounds)}${chance.one(ways)} ${chance.whole(1, 48)}`;
