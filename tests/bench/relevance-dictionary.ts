// Words that nobody here chose, from another source than the thesaurus: for English head words of each theme the Swedish ones that
// FreeDict's English–Swedish and Swedish–English dictionaries (Debian's dict-freedict-eng-swe and -swe-eng 2022.04.21) give, as long
// as they are one word, do not begin as the theme's own word does, are not already in the thesaurus' set and not met by the rule
// itself. Of a head word with several senses only words of the right one ("ball": "bal" and not "klot"). Written down, and scored
// once, before the terms were gone through again; nothing was taken over from here.

import { books, children, cooking, fitness, outdoor, painting, runners, women, youth } from './relevance-held-out.ts';
import {
	allotments,
	birds,
	boats,
	church,
	dance,
	disability,
	fighting,
	fishing,
	knitting,
	music,
	newcomers,
	type Rule,
	roads,
	sailing,
	seniors,
	shooting,
	swimming,
	theatre,
} from './relevance-rules.ts';

const drawnWords: readonly [Rule, string][] = [
	[swimming, 'bassäng, bad'],
	[theatre, 'aktris, skådespelerska, regissör, dram, drama, komedi'],
	[dance, 'bal'],
	[music, 'violin, piano, gitarr, orkester, instrument, flöjt, trumpet'],
	[boats, 'färja'],
	[sailing, 'sjöman, mast'],
	[shooting, 'gevär'],
	[church, 'präst, pastor, socken, prästgård, bön, religion, tillbedja'],
	[disability, 'invalid, blind, döv, dövstum, lam'],
	[newcomers, 'utlänning, främling, utländsk'],
	[fishing, 'metspö, forell, lax, gädda'],
	[birds, 'uggla, örn, anka'],
	[allotments, 'grönsaker, blomma, blomster, plantera'],
	[knitting, 'väva, väv, nål, knappnål, ull, ylle'],
	[children, 'telning, nappflaska'],
	[youth, 'ung'],
	[women, 'fru, flicka, jänta, tös'],
	[runners, 'springa'],
	[outdoor, 'promenad, spatsertur'],
	[books, 'auktor, dikt, diktare, skald, poesi, roman'],
	[painting, 'färg, färga, artist, teckning, ritning'],
	[cooking, 'koka, kokerska, köksa, kock'],
	[fitness, 'inöva, öva'],
	[seniors, 'gammal, åldrig'],
	[roads, 'gata, gränd, stråt'],
	[fighting, 'boxa, kämpa, slåss'],
];

/** What a dictionary calls things, with what is right for its head word. */
export const fromDictionary: readonly [string, Rule, 'dictionary'][] = drawnWords.flatMap(([rule, words]) =>
	words.split(', ').map((word): [string, Rule, 'dictionary'] => [word, rule, 'dictionary']),
);
