/** A name on the map: Swedish, English where it differs, its position and the first zoom at which it is drawn. */
export type Label = { sv: string; en?: string; lon: number; lat: number; zoom: number };

const label = (sv: string, en: string | undefined, lon: number, lat: number, zoom: number): Label => ({
	sv,
	...(en ? { en } : {}),
	lon,
	lat,
	zoom,
});

export const COUNTRY_LABELS: Label[] = [
	label('Sverige', 'Sweden', 15.2, 62.6, 2),
	label('Norge', 'Norway', 9.2, 61.4, 2),
	label('Finland', undefined, 26.3, 63.6, 2),
	label('Danmark', 'Denmark', 9.1, 56.2, 2),
	label('Estland', 'Estonia', 25.6, 58.7, 2),
	label('Lettland', 'Latvia', 25.4, 56.9, 2),
	label('Litauen', 'Lithuania', 23.9, 55.3, 2),
	label('Polen', 'Poland', 19.2, 52.2, 2),
	label('Tyskland', 'Germany', 10.3, 51.4, 2),
	label('Ryssland', 'Russia', 36, 60, 2),
	label('Belarus', undefined, 28, 53.6, 2),
	label('Storbritannien', 'United Kingdom', -1.6, 53, 2),
	label('Nederländerna', 'Netherlands', 5.6, 52.2, 2),
	label('Island', 'Iceland', -18.6, 64.8, 2),
	label('Irland', 'Ireland', -8, 53.2, 2),
	label('Ukraina', 'Ukraine', 31, 49.5, 2),
	label('Frankrike', 'France', 2.6, 48, 2),
	label('Tjeckien', 'Czechia', 15.3, 49.8, 2),
];

export const SEAS: Label[] = [
	label('Östersjön', 'Baltic Sea', 18.6, 56.2, 4),
	label('Nordsjön', 'North Sea', 4.5, 56.5, 4),
	label('Norska havet', 'Norwegian Sea', 5, 66.5, 4),
	label('Bottenhavet', 'Bothnian Sea', 19.2, 61.6, 5),
	label('Bottenviken', 'Bothnian Bay', 22.6, 64.8, 5),
	label('Skagerrak', undefined, 9.6, 58.2, 5),
	label('Kattegatt', 'Kattegat', 11.3, 57.0, 6),
	label('Finska viken', 'Gulf of Finland', 25.4, 59.8, 6),
	label('Rigabukten', 'Gulf of Riga', 23.6, 57.6, 6),
	label('Ålands hav', 'Sea of Åland', 19.2, 60.0, 7),
	label('Hanöbukten', 'Hanö Bay', 14.7, 55.75, 7),
	label('Kalmarsund', 'Kalmar Strait', 16.55, 56.75, 8),
	label('Öresund', undefined, 12.75, 55.82, 8),
];

export const LAKES: Label[] = [
	label('Vänern', undefined, 13.35, 58.93, 5),
	label('Vättern', undefined, 14.55, 58.33, 6),
	label('Mälaren', undefined, 16.95, 59.46, 6),
	label('Hjälmaren', undefined, 15.75, 59.24, 7),
	label('Storsjön', undefined, 14.3, 63.2, 7),
	label('Siljan', undefined, 14.8, 60.87, 7),
	label('Torneträsk', undefined, 19.2, 68.36, 7),
	label('Hornavan', undefined, 17.6, 66.2, 8),
	label('Uddjaure', undefined, 17.9, 65.93, 8),
	label('Storavan', undefined, 18.2, 65.7, 8),
	label('Bolmen', undefined, 13.7, 56.9, 8),
	label('Åsnen', undefined, 14.7, 56.63, 8),
	label('Sommen', undefined, 15.2, 58.03, 8),
	label('Dellen', undefined, 16.6, 61.87, 9),
	label('Runn', undefined, 15.7, 60.55, 9),
	label('Orsasjön', undefined, 14.56, 61.08, 9),
	label('Ringsjön', undefined, 13.53, 55.88, 9),
];

/** What Swedish calls the towns of its neighbours, by GeoNames' name. */
export const SWEDISH_NAMES: Record<string, string> = {
	Copenhagen: 'Köpenhamn',
	Helsingør: 'Helsingör',
	Århus: 'Aarhus',
	Helsinki: 'Helsingfors',
	Turku: 'Åbo',
	Tampere: 'Tammerfors',
	Espoo: 'Esbo',
	Vantaa: 'Vanda',
	Oulu: 'Uleåborg',
	Pori: 'Björneborg',
	Vaasa: 'Vasa',
	Lahti: 'Lahtis',
	Kokkola: 'Karleby',
	Rauma: 'Raumo',
	Lappeenranta: 'Villmanstrand',
	Hämeenlinna: 'Tavastehus',
	Tornio: 'Torneå',
	Warsaw: 'Warszawa',
	'Saint Petersburg': 'Sankt Petersburg',
	Kyiv: 'Kyjiv',
	Moscow: 'Moskva',
	Brussels: 'Bryssel',
	Prague: 'Prag',
};

/** Swedish towns that English calls otherwise. */
export const ENGLISH_NAMES: Record<string, string> = { Göteborg: 'Gothenburg' };
