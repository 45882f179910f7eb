/** Every colour of the map, for both themes. The land is the site's paper, the water its lake blue. */
export type Palette = {
	water: string;
	waterLine: string;
	waterText: string;
	abroad: string;
	land: string;
	coast: string;
	settlement: string;
	/** How much of the settlements' tint shows: a glow on dark land needs less. */
	settlementStrength: number;
	county: string;
	countyText: string;
	country: string;
	text: string;
	textSoft: string;
	halo: string;
	dot: string;
	wood: string;
	green: string;
	field: string;
	built: string;
	school: string;
	building: string;
	buildingLine: string;
	casing: string;
	roadMotorway: string;
	roadMajor: string;
	roadMiddle: string;
	roadMinor: string;
	path: string;
	rail: string;
	poiText: string;
};

export type MapTheme = 'light' | 'dark';

export const PALETTES: Record<MapTheme, Palette> = {
	light: {
		water: '#c9dfeb',
		waterLine: '#9fc3d6',
		waterText: '#2f6384',
		abroad: '#ebe8e1',
		land: '#faf6ee',
		coast: '#a5c3d2',
		settlement: '#d9bd8c',
		settlementStrength: 1,
		county: '#a99bbf',
		countyText: '#665884',
		country: '#7d6d99',
		text: '#1f2622',
		textSoft: '#525b55',
		halo: '#fffdf9',
		dot: '#fffdf9',
		wood: '#d5e3cc',
		green: '#dfead4',
		field: '#f3eedd',
		built: '#f1eadd',
		school: '#f2e6c9',
		building: '#e0d7c8',
		buildingLine: '#cabfac',
		casing: '#cdc2ae',
		roadMotorway: '#eeb877',
		roadMajor: '#f5d496',
		roadMiddle: '#fbe9ba',
		roadMinor: '#ffffff',
		path: '#b3a48b',
		rail: '#94999d',
		poiText: '#6b5220',
	},
	dark: {
		water: '#132836',
		waterLine: '#2b4a5e',
		waterText: '#8fc0dd',
		abroad: '#1b1f1d',
		land: '#272d29',
		coast: '#3a5566',
		settlement: '#8d8268',
		settlementStrength: 0.55,
		county: '#6f6689',
		countyText: '#b3a8d1',
		country: '#9a90b8',
		text: '#f1efe8',
		textSoft: '#c3c8c1',
		halo: '#161a18',
		dot: '#161a18',
		wood: '#233128',
		green: '#29372b',
		field: '#2c302a',
		built: '#2f322d',
		school: '#39352a',
		building: '#3b3d37',
		buildingLine: '#4a4c44',
		casing: '#1a1e1b',
		roadMotorway: '#8a6a3c',
		roadMajor: '#75613a',
		roadMiddle: '#5c5239',
		roadMinor: '#454a45',
		path: '#5d5a4c',
		rail: '#6b7175',
		poiText: '#dcc48d',
	},
};
