/** What registers hold. No zod here: pages import it. */

/** What a column of a register can mean to us. */
export const fields = [
	'id',
	'name',
	'organisationNumber',
	'types',
	'activities',
	'audiences',
	'areas',
	'description',
	'street',
	'careOf',
	'postcode',
	'postTown',
	'locality',
	'municipality',
	'email',
	'phone',
	'homepage',
	'north',
	'east',
	'foundedYear',
] as const;
export type Field = (typeof fields)[number];

/** Fields that gather several columns; of the others the first that is filled counts. */
export const gathering: readonly Field[] = ['types', 'activities', 'audiences', 'areas', 'description'];
