/** The language that the terminal speaks: SAMLAS_LANG, else the environment's; English unless it is Swedish. */
export function consoleLocale(env: Record<string, string | undefined>): 'sv' | 'en' {
	const wish = env.SAMLAS_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	return wish.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}
