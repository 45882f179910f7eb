import { type MapTheme, PALETTES } from '../palette.ts';

/** The colours of spots, as the page has them in its tokens: a picture cannot read those. */
export const SPOT_COLOURS: Record<MapTheme, Record<string, string>> = {
	light: {
		surface: '#fffdf9',
		ink: '#1f2622',
		'ink-soft': '#525b55',
		pine: '#1d5943',
		'on-pine': '#ffffff',
		organisation: '#67437b',
		venue: '#8f4a10',
		activity: '#1d6a4c',
	},
	dark: {
		surface: '#1e2421',
		ink: '#edebe4',
		'ink-soft': '#b4bbb4',
		pine: '#86d3b2',
		'on-pine': '#0d1a14',
		organisation: '#cfaee2',
		venue: '#efb67c',
		activity: '#86d3b2',
	},
};

function variables(theme: MapTheme): string {
	const { water, abroad, land, settlement, county, country, text, textSoft, waterText, halo } = PALETTES[theme];
	const map = { water, abroad, land, settlement, county, country, text, soft: textSoft, sea: waterText, halo };
	return Object.entries({ ...map, ...SPOT_COLOURS[theme] })
		.map(([name, colour]) => `--${name}:${colour}`)
		.join(';');
}

const strength = (theme: MapTheme) => 0.16 * PALETTES[theme].settlementStrength;

/** The look of a picture, in light and in dark. */
export const STYLE = [
	`svg{${variables('light')};--tint:${strength('light')}}`,
	`@media(prefers-color-scheme:dark){svg{${variables('dark')};--tint:${strength('dark')}}}`,
	'text{font-family:"Atkinson Hyperlegible Next","Noto Sans",system-ui,sans-serif}',
	'.sea{fill:var(--water)}.earth{fill:var(--abroad)}.sweden{fill:var(--land)}.water{fill:var(--water)}',
	'.settlement{fill:var(--settlement);fill-opacity:var(--tint)}',
	'.region,.country{fill:none;stroke:var(--county);stroke-width:1.6;stroke-dasharray:5 3.5}',
	'.country{stroke:var(--country);stroke-width:2.2;stroke-dasharray:9 3.5 2 3.5}',
	'.names text{fill:var(--text);stroke:var(--halo);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}',
	'.names .nation{fill:var(--soft);letter-spacing:.18em}',
	'.names .wet{fill:var(--sea);stroke:var(--water);font-style:italic;letter-spacing:.08em}',
	'.names circle{fill:var(--halo);stroke:var(--text);stroke-width:1.25}',
	'.shade{fill:#000;fill-opacity:.16}',
	'.many{fill:var(--surface);stroke-width:2}',
	'.mixed{fill:var(--pine);stroke:var(--surface);stroke-width:1.25}',
	'.rough{fill:var(--surface);stroke:var(--ink-soft);stroke-width:2;stroke-dasharray:4 3.5}',
	'.ring{fill-opacity:.6}',
	'.organisation{fill:var(--organisation)}.venue{fill:var(--venue)}.activity{fill:var(--activity)}',
	'.of-organisation{stroke:var(--organisation)}.of-venue{stroke:var(--venue)}.of-activity{stroke:var(--activity)}',
	'.one{stroke:var(--surface);stroke-width:1.5}',
	'.number{fill:var(--ink);font-weight:700;text-anchor:middle}.number.full{fill:var(--on-pine)}',
	'.sources{fill:var(--text);font-size:10.5px}.plate{fill:var(--surface);fill-opacity:.85}',
].join('');
