/**
 * Themes: what a resident looks for. Codes are stable and public; labels live in text/.
 * Each has a parent (or none) and the ICNPO group (Salamon & Anheier 1996, groups 1-12) it is reported under.
 */
const table = {
	sport: [null, 1],
	football: ['sport', 1],
	floorball: ['sport', 1],
	handball: ['sport', 1],
	basketball: ['sport', 1],
	volleyball: ['sport', 1],
	ice_sports: ['sport', 1],
	gymnastics: ['sport', 1],
	athletics: ['sport', 1],
	swimming: ['sport', 1],
	skiing: ['sport', 1],
	cycling: ['sport', 1],
	orienteering: ['sport', 1],
	equestrian: ['sport', 1],
	golf: ['sport', 1],
	racket_sports: ['sport', 1],
	martial_arts: ['sport', 1],
	strength: ['sport', 1],
	fitness: ['sport', 1],
	shooting: ['sport', 1],
	motor_sports: ['sport', 1],
	water_sports: ['sport', 1],
	climbing: ['sport', 1],
	boule_bowling: ['sport', 1],
	parasport: ['sport', 1],
	other_sport: ['sport', 1],
	outdoor: [null, 1],
	scouting: ['outdoor', 1],
	hunting_fishing: ['outdoor', 1],
	boating: ['outdoor', 1],
	culture: [null, 1],
	music: ['culture', 1],
	choir: ['culture', 1],
	theatre: ['culture', 1],
	dance: ['culture', 1],
	film_media: ['culture', 1],
	literature: ['culture', 1],
	visual_arts: ['culture', 1],
	crafts: ['culture', 1],
	local_heritage: ['culture', 1],
	history: ['culture', 1],
	hobby: [null, 1],
	chess: ['hobby', 1],
	games: ['hobby', 1],
	collecting_models: ['hobby', 1],
	vehicles: ['hobby', 1],
	gardening: ['hobby', 1],
	technology: ['hobby', 1],
	genealogy: ['hobby', 1],
	newcomers: [null, 4],
	language_cafe: ['newcomers', 2],
	integration: ['newcomers', 4],
	cultural_community: ['newcomers', 1],
	people: [null, 4],
	women: ['people', 7],
	men: ['people', 7],
	youth: ['people', 4],
	students: ['people', 2],
	children_family: ['people', 4],
	open_preschool: ['people', 4],
	seniors: ['people', 4],
	lgbtq: ['people', 7],
	disability: ['people', 4],
	learning: [null, 2],
	homework_help: ['learning', 2],
	study_circles: ['learning', 2],
	work_mentoring: ['learning', 6],
	care: [null, 4],
	health: ['care', 3],
	recovery: ['care', 3],
	temperance: ['care', 3],
	social_support: ['care', 4],
	faith: [null, 10],
	place: [null, 6],
	local_development: ['place', 6],
	meeting_places: ['place', 6],
	housing: ['place', 6],
	nature: [null, 5],
	environment: ['nature', 5],
	animals: ['nature', 5],
	dogs: ['nature', 5],
	society: [null, 7],
	politics: ['society', 7],
	human_rights: ['society', 7],
	peace: ['society', 9],
	international: ['society', 9],
	unions_business: ['society', 11],
	readiness: ['society', 4],
} as const satisfies Record<string, readonly [string | null, number]>;

export type Theme = keyof typeof table;

/** Every theme, parents before their children. */
export const themes = Object.keys(table) as Theme[];

const known = new Set<string>(themes);

/** Whether a text is the code of a theme. */
export const isTheme = (code: string): code is Theme => known.has(code);

/** The theme above this one, or null at the top. */
export const themeParent = (theme: Theme): Theme | null => table[theme][0];

/** ICNPO group 1-12 that the theme is reported under. */
export const icnpoGroup = (theme: Theme): number => table[theme][1];

/** The top themes, in the order they are shown. */
export const topThemes = themes.filter((theme) => themeParent(theme) === null);

/** The children of a top theme. */
export const childThemes = (theme: Theme): Theme[] => themes.filter((child) => themeParent(child) === theme);

/** The theme and what lies above it: football → [football, sport]. */
export function withParents(theme: Theme): Theme[] {
	const parent = themeParent(theme);
	return parent ? [theme, parent] : [theme];
}

/** The theme and what lies under it: newcomers → [newcomers, language_cafe, …]. */
export const withChildren = (theme: Theme): Theme[] => [theme, ...childThemes(theme)];
