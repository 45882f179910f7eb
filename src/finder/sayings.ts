import type { Query } from '../domain/query.ts';
import type { Untold } from '../domain/search.ts';
import type { AccessFact, DayPart, Equipment, Kind, Language, Weekday } from '../domain/taxonomies.ts';
import { weekdays } from '../domain/taxonomies.ts';
import { fold } from './fold.ts';

/** What a sentence asks for beside its words. */
export type Meaning = Partial<Pick<Query, 'free' | 'when' | 'date' | 'age' | 'place' | 'radius' | 'seats'>> & {
	weekday?: Weekday[];
	part?: DayPart[];
	language?: Language[];
	kind?: Kind[];
	access?: AccessFact[];
	equipment?: Equipment[];
	/** What was asked and nothing can be found by. */
	untold?: Untold[];
};

const today: Meaning = { when: 'today' };
const tonight: Meaning = { when: 'today', part: ['evening'] };
const stepFree: Meaning = { access: ['step_free_entrance'] };
const working: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const me: Meaning = { untold: ['me'] };

/** Something that a place has, with the words that lead to it. */
const having = (meaning: Meaning, things: string): [Meaning, string][] =>
	things
		.split(', ')
		.map((thing) => [meaning, ['med', 'som har', 'with', 'with a'].map((lead) => `${lead} ${thing}`).join(', ')]);

/** What is said, one meaning after the other; the foreign words are those of CLDR or of the lists in docs/terms.md. */
const said: readonly [Meaning, string][] = [
	[
		{ free: true },
		'som inte kostar något, inte kostar något, som inte kostar, utan att betala, 0 kr, no fee, that costs nothing, without paying, gratis, kostnadsfri, kostnadsfritt, kostnadsfria, utan kostnad, utan avgift, avgiftsfri, avgiftsfritt, fri entré, fritt inträde, free of charge, for free, free entrance, free, no cost',
	],
	[
		{ free: true },
		'مجاني, مجانا, مجانية, بالمجان, безкоштовно, безкоштовний, безкоштовна, безкоштовні, رایگان, مجانی, ብነጻ, ብነፃ, bilaash, bilaash ah, lacag la aan, ilmainen, ilmaiset, ilmaiseksi, maksuton, maksutta',
	],
	[today, 'idag, i dag, today, اليوم, сьогодні, امروز, ሎሚ, maanta, tänään'],
	[tonight, 'ikväll, i kväll, tonight, this evening, الليلة, сьогодні ввечері, امشب, caawa, tänä iltana'],
	[{ when: 'tomorrow' }, 'imorgon, i morgon, imorrn, imorn, tomorrow, غدا, завтра, فردا, ጽባሕ, berri, huomenna'],
	[
		{ when: 'weekend' },
		'i helgen, till helgen, denna helg, den här helgen, this weekend, at the weekend, في نهاية الاسبوع, نهاية الأسبوع, на вихідних, آخر هفته, viikonloppuna, on the weekend, nu i helgen, kommande helgen',
	],
	[
		{ when: 'week' },
		'i veckan, denna vecka, den här veckan, närmaste veckan, närmsta veckan, this week, tällä viikolla',
	],
	[
		{ when: 'next_week' },
		'nästa vecka, kommande vecka, next week, наступного тижня, ensi viikolla, الأسبوع القادم, هفتهٔ آینده, هفته آینده, ዝመጽእ ሰሙን, toddobaadka danbe',
	],
	[{ when: 'month' }, 'den här månaden, denna månad, i månaden, närmaste månaden, this month, next few weeks'],
	[{ when: 'next_week', weekday: ['sat', 'sun'] }, 'nästa helg, kommande helg, next weekend, ensi viikonloppuna'],
	[today, 'just nu, öppet nu, right now, open now'],
	...having(
		stepFree,
		'entré utan trappsteg, stegfri entré, handikappanpassad entré, rullstol, step-free entrance, step free entrance, step-free access, wheelchair access',
	),
	[
		stepFree,
		'entré utan trappsteg, stegfri entré, step-free entrance, step free entrance, utan trappsteg, utan trappor, utan trösklar, trappfri, trappfritt, rullstolsanpassad, rullstolsanpassat, rullstolsanpassade, rullstolsvänlig, rullstolsvänligt, rullstolsvänliga, för rullstol, tillgänglig för rullstol, tillgängligt för rullstol, tillgänglig för rullstolsburna, tillgänglig med rullstol, handikappanpassad, handikappanpassat, handikappanpassade, tillgänglighetsanpassad, tillgänglighetsanpassat, tillgänglighetsanpassade, step-free, wheelchair accessible, wheelchair friendly, accessible by wheelchair',
	],
	[{ access: ['lift'] }, 'med hiss, som har hiss, with lift, with a lift, with elevator, with an elevator'],
	...having({ access: ['ramp'] }, 'ramp, rullstolsramp, wheelchair ramp'),
	...having({ access: ['hearing_loop'] }, 'hörslinga, hörselslinga, teleslinga, hearing loop, induction loop'),
	[{ access: ['hearing_loop'] }, 'hörslinga, hörselslinga, teleslinga, hearing loop, induction loop'],
	...having(
		{ access: ['accessible_toilet'] },
		'tillgänglig toalett, tillgänglig toa, handikapptoalett, handikapptoa, accessible toilet, disabled toilet, rwc',
	),
	[
		{ access: ['accessible_toilet'] },
		'tillgänglig toalett, handikapptoalett, handikapptoa, accessible toilet, disabled toilet, rwc',
	],
	...having(
		{ access: ['accessible_parking'] },
		'tillgänglig parkering, handikapparkering, handikapp-parkering, accessible parking, disabled parking',
	),
	...having(
		{ access: ['wheelchair_places'] },
		'plats för rullstol, rullstolsplats, rullstolsplatser, wheelchair space',
	),
	[{ part: ['morning', 'afternoon'] }, 'dagtid, på dagen, på dagarna, daytime, during the day'],
	[
		{ part: ['evening'] },
		'kvällstid, efter jobbet, efter arbetet, after work, ввечері, увечері, مساء, في المساء, iltaisin',
	],
	[{ part: ['afternoon', 'evening'] }, 'efter skolan, after school'],
	[
		{ weekday: working },
		'vardag, en vardag, på en vardag, vardagar, på vardagar, vardagarna, på vardagarna, weekday, on a weekday, weekdays, on weekdays, arkisin',
	],
	[
		{ weekday: working, part: ['evening'] },
		'vardagskväll, en vardagskväll, vardagskvällar, på vardagskvällar, weekday evening, a weekday evening, on a weekday evening, weekday evenings, on weekday evenings',
	],
	[{ weekday: ['sat', 'sun'] }, 'helger, på helger, helgerna, på helgerna, weekends, on weekends, viikonloppuisin'],
	[
		me,
		'nära mig, nära oss, nära hem, i närheten, i närheten av mig, här i närheten, häromkring, där jag bor, där vi bor, i mitt område, i min stad, i min kommun, i mina trakter, i grannskapet, hemma hos mig, near me, in my town, near us, nearby, close to me, close by, around here, in my area, where i live',
	],
	[me, 'بالقرب مني, قريب مني, поруч зі мною, поблизу мене, поруч, поблизу, نزدیک من, ኣብ ጥቓይ, lähellä, lähelläni'],
	[{ untold: ['price'] }, 'billig, billigt, billiga, inte så dyr, inte så dyrt, cheap, inexpensive, low cost'],
	[{ untold: ['country'] }, 'på landet, på landsbygden, ute på landet, in the countryside, maaseudulla'],
];

/** What some folded words say. */
export const sayings: ReadonlyMap<string, Meaning> = new Map(
	said.flatMap(([meaning, phrases]) => phrases.split(', ').map((phrase) => [fold(phrase), meaning] as const)),
);

/** Weekdays in the other languages, Monday first, as CLDR has them and as they stand after "on"; folded. */
const foreignDays = [
	'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
	'اثنين ثلاثاء أربعاء خميس جمعة سبت أحد',
	'понеділок вівторок середа четвер п’ятниця субота неділя',
	'понеділка вівторка середи четверга п’ятницю суботу неділю',
	'щопонеділка щовівторка щосереди щочетверга щоп’ятниці щосуботи щонеділі',
	'понеділках вівторках середу четвергах п’ятницях суботах неділях',
	'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
	'دوشنبه‌ها سه‌شنبه‌ها چهارشنبه‌ها پنج‌شنبه جمعه‌ها شنبه‌ها یک‌شنبه',
	'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት',
	'isniin talaado arbaco khamiis jimce sabti axad',
	'isniin talaado arbaco khamiis jimco sabti axad',
	'isniinta talaadada arbacada khamiista jimcaha sabtida axadda',
	'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
	'maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina',
	'maanantaisin tiistaisin keskiviikkoisin torstaisin perjantaisin lauantaisin sunnuntaisin',
];

/** The weekday that a folded word of another language names. */
export const foreignDay: ReadonlyMap<string, Weekday> = new Map(
	foreignDays.flatMap((line) => line.split(' ').map((word, place) => [fold(word), weekdays[place]!] as const)),
);

/** Words that only lead to a question, as they are written: "man" is no "män". */
export const fillers: ReadonlySet<string> = new Set(
	[
		'kan man gå på, kan jag gå på, kan man gå, kan jag gå, var kan jag, var kan man, kan man, kan jag, jag vill, vill jag, finns det, var finns, vad finns',
		'jag söker, jag letar efter, letar efter, jag behöver, vi behöver, vi söker, behöver, söker, hur hittar jag, var hittar jag, hitta, något, någon, några, nåt, nån, ngt, ngn',
		'någonting, att göra, vad händer, där jag kan, där man kan, gå på, som är, min, mitt, mina, vår, vårt, våra, som passar, passar, tips på, tips',
		'var kan, kan vi, vill vi, vi vill, jag skulle vilja, skulle vilja, vad kan man göra, vad kan jag göra, folk som, människor som, personer som, andra som, någon som, några som',
		'var kan vi ha, var kan man ha, var kan jag ha, kan vi ha, kan man ha, kan jag ha, vill vi ha, vi ska ha, jag ska ha, ska ha, att ha, ha, hålla, fira',
		'where can we have, where can we hold, where can i have, can we have, can we hold, can i have, where can we, can we, to have, have',
		'jag är, vi är, mig som är, mig som, för mig, för oss, var ligger, vilka',
		'can i, where can i, i want to, i want, is there, are there, i am looking for, looking for, find, something, anything, where can my, can my',
		"to do, what is on, what's on, some, any, my, our, i need, we need, i would like to, people who, others who, what can i do, i am, i'm",
		'vart kan man gå för att, vart kan jag gå för att, vart kan man gå, vart kan jag gå, vart kan, vart ska jag, vart, för att, man kan, som man kan, där vi kan, där man, där jag',
		'någonstans, nånstans, nånting, nåt ställe, ett ställe, ställe att, ställe där, ställen att, ställen där, hänga på, att hänga, att vara, utan krav',
		'nån som kan, någon som kan, gå ut och, går ut och, varje vecka, varje dag, alla dagar, every week, every day, weekly, vilka som, vem kan, vem som, finns det några, vad finns det, finns det, vilka finns',
		'i would like, would like to, wants to, want to, would like, where do, where does, where is, a place to, places to, somewhere to, somewhere, nowhere, for someone, and wants to, and want to',
	].flatMap((line) => line.split(', ')),
);

/** Whose age it is: said of a person, not of what is looked for. */
export const kin: ReadonlySet<string> = new Set(
	'son sonen soner dotter dottern dottrar barnbarn barnbarnet daughter daughters sons grandchild grandson granddaughter'.split(
		' ',
	),
);
