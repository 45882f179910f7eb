import { buildingFacts, WIDE_DOOR_CM } from '../domain/taxonomies.ts';

/** SQL that tells whether the listing under an alias is for the public to see. */
export const isPublic = (alias: string): string =>
	`${alias}.published_at IS NOT NULL AND ${alias}.archived_at IS NULL AND ${alias}.merged_into IS NULL`;

/** SQL for how many have room in the venue `v`: what it says itself or what its largest room does; null where nobody has told. */
export const roomInVenue = `nullif(max(coalesce(v.seats, 0),
	coalesce((SELECT max(seats) FROM rooms WHERE venue = v.id), 0)), 0)`;

const ofBuilding = buildingFacts.map((fact) => `'${fact}'`).join(', ');

/** SQL for the facts that make a venue accessible: its own, and of its rooms those that a room alone can meet. */
export const isMet = `value >= CASE fact WHEN 'door_width_cm' THEN ${WIDE_DOOR_CM} ELSE 1 END
	AND (room IS NULL OR fact NOT IN (${ofBuilding}))`;
