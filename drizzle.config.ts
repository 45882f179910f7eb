import { defineConfig } from 'drizzle-kit';

/** For drizzle-kit's studio and introspection. Migrations are plain SQL, applied by src/store/migrate.ts. */
export default defineConfig({
	dialect: 'sqlite',
	schema: './db/schema.ts',
	out: './db/migrations',
	dbCredentials: { url: `${process.env.SAMLAS_DATA ?? 'data'}/samlas.db` },
});
