import type { CompilerOptions } from '@inlang/paraglide-js';

/** How texts are compiled: one place for the build, the development server and `npm run generate`. */
const both = (sv: string, en: string): { pattern: string; localized: ['sv' | 'en', string][] } => ({
	pattern: sv,
	localized: [
		['en', `/en${en}`],
		['sv', sv],
	],
});

export const paraglide: CompilerOptions = {
	project: './project.inlang',
	outdir: './src/text/generated',
	emitTsDeclarations: true,
	strategy: ['url', 'baseLocale'],
	urlPatterns: [
		both('/', ''),
		both('/sok', '/search'),
		both('/forening/:slug', '/organisation/:slug'),
		both('/lokal/:slug', '/venue/:slug'),
		both('/aktivitet/:slug', '/activity/:slug'),
		both('/forening/:slug/fel', '/organisation/:slug/error'),
		both('/lokal/:slug/fel', '/venue/:slug/error'),
		both('/aktivitet/:slug/fel', '/activity/:slug/error'),
		both('/forening/:slug/andra', '/organisation/:slug/edit'),
		both('/lokal/:slug/andra', '/venue/:slug/edit'),
		both('/aktivitet/:slug/andra', '/activity/:slug/edit'),
		both('/forening/:slug/skota', '/organisation/:slug/claim'),
		both('/lokal/:slug/skota', '/venue/:slug/claim'),
		both('/granska/ansprak/:id', '/review/claim/:id'),
		both('/granska/inlasning', '/review/import'),
		both('/granska/inlasning/:id', '/review/import/:id'),
		both('/granska/fel/:id', '/review/report/:id'),
		both('/granska/forslag/:id', '/review/suggestion/:id'),
		both('/foresla', '/suggest'),
		both('/folj', '/follow'),
		both('/granska', '/review'),
		both('/granska/:id', '/review/:id'),
		both('/kommuner', '/municipalities'),
		both('/kommun/:slug', '/municipality/:slug'),
		both('/teman', '/themes'),
		both('/tema/:slug', '/theme/:slug'),
		both('/om', '/about'),
		both('/tillganglighet', '/accessibility'),
		both('/integritet', '/privacy'),
		both('/logga-in', '/sign-in'),
		both('/logga-in/kod', '/sign-in/code'),
		both('/logga-in/lank', '/sign-in/link'),
		both('/konto', '/account'),
		both('/konto/ta-bort', '/account/delete'),
		both('/:path(.*)?', '/:path(.*)?'),
	],
};
