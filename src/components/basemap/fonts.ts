import cyrillicItalic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url';
import cyrillic400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillic500 from '@fontsource/noto-sans/files/noto-sans-cyrillic-500-normal.woff2?url';
import cyrillic700 from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff2?url';
import greekItalic from '@fontsource/noto-sans/files/noto-sans-greek-400-italic.woff2?url';
import greek400 from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2?url';
import greek500 from '@fontsource/noto-sans/files/noto-sans-greek-500-normal.woff2?url';
import greek700 from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin500 from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url';
import latin700 from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import latinExtItalic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExt500 from '@fontsource/noto-sans/files/noto-sans-latin-ext-500-normal.woff2?url';
import latinExt700 from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import ranges from '@fontsource/noto-sans/unicode.json';
import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabic500 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff2?url';
import arabic700 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?url';
import arabicRanges from '@fontsource/noto-sans-arabic/unicode.json';
import ethiopic400 from '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2?url';
import ethiopic500 from '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-500-normal.woff2?url';
import ethiopic700 from '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal.woff2?url';
import ethiopicRanges from '@fontsource/noto-sans-ethiopic/unicode.json';
import type { FontFaces } from '#basemap/style.ts';

const face = (url: string, range: string) => ({ url, 'unicode-range': range.split(',') });

const faces = (latin: string, latinExt: string, cyrillic: string, greek: string) => [
	face(latin, ranges.latin),
	face(latinExt, ranges['latin-ext']),
	face(cyrillic, ranges.cyrillic),
	face(greek, ranges.greek),
];

const others = (arabic: string, ethiopic: string) => [
	face(arabic, arabicRanges.arabic),
	face(ethiopic, ethiopicRanges.ethiopic),
];

/** The map's letters, from our own server; a file is fetched only when a name needs it. */
export const MAP_FONTS: FontFaces = {
	'Noto Sans Regular': [...faces(latin400, latinExt400, cyrillic400, greek400), ...others(arabic400, ethiopic400)],
	'Noto Sans Medium': [...faces(latin500, latinExt500, cyrillic500, greek500), ...others(arabic500, ethiopic500)],
	'Noto Sans Bold': [...faces(latin700, latinExt700, cyrillic700, greek700), ...others(arabic700, ethiopic700)],
	'Noto Sans Italic': [
		...faces(latinItalic, latinExtItalic, cyrillicItalic, greekItalic),
		...others(arabic400, ethiopic400),
	],
};
