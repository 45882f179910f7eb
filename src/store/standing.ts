import type { Connection } from './connection.ts';

/** Finds the entry that one leads to, however often it was merged: itself when it stands. */
export function standingOf({ sqlite }: Connection) {
	// UNION, not UNION ALL: a circle, which nothing makes, would end.
	const root = sqlite
		.prepare<[number], number>(
			`WITH RECURSIVE led AS (SELECT id, merged_into FROM listings WHERE id = ?
				UNION SELECT l.id, l.merged_into FROM led JOIN listings l ON l.id = led.merged_into)
			SELECT id FROM led WHERE merged_into IS NULL`,
		)
		.pluck();
	return (id: number): number => root.get(id) ?? id;
}
