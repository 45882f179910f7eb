/** How texts are compiled: one place for the build, the development server and `npm run generate`. */
const both = (sv, en) => ({
	pattern: sv,
	localized: [
		['en', `/en${en}`],
		['sv', sv],
	],
});

/** @type {import('@inlang/paraglide-js').CompilerOptions} */
export const paraglide = {
	project: './project.inlang',
	outdir: './src/text/generated',
	emitTsDeclarations: true,
	strategy: ['url', 'baseLocale'],
	urlPatterns: [
		both('/sok', '/search'),
		both('/forening/:slug', '/organisation/:slug'),
		both('/lokal/:slug', '/venue/:slug'),
		both('/aktivitet/:slug', '/activity/:slug'),
		both('/:kind(forening|lokal|aktivitet)/:slug/fel', '/:kind(forening|lokal|aktivitet)/:slug/error'),
		both('/kommuner', '/municipalities'),
		both('/kommun/:slug', '/municipality/:slug'),
		both('/teman', '/themes'),
		both('/tema/:slug', '/theme/:slug'),
		both('/om', '/about'),
		both('/:path(.*)?', '/:path(.*)?'),
	],
};
