/** SQL that tells whether the listing under an alias is for the public to see. */
export const isPublic = (alias: string): string =>
	`${alias}.published_at IS NOT NULL AND ${alias}.archived_at IS NULL AND ${alias}.merged_into IS NULL`;
