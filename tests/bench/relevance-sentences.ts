// What people could come with, in whole sentences and in single words: youths, the old, newcomers in seven languages, those who look
// after premises or arrange something, those who want to help. Written down on one day, with what would be right for each, before
// the finder was asked any of them. Every other one, from the second, is held out: only how many of them succeed is looked at.
// Of the others five had been written without a filter that they plainly say (a place, "efter skolan", "60"): mended since.

import type { Query } from '../../src/domain/query.ts';
import type { Audience, Kind } from '../../src/domain/taxonomies.ts';
import type { Theme } from '../../src/domain/theme.ts';

/** What is right for somebody: an entry of one of the themes, or with a name or keyword like this; of the kind and for those told. */
export interface Wish {
	themes?: readonly Theme[];
	name?: RegExp;
	kind?: Kind;
	audience?: Audience;
}
/** What has to have been read as filters, no more and no less among these. */
export type Read = Partial<
	Pick<
		Query,
		'free' | 'when' | 'weekday' | 'part' | 'age' | 'place' | 'seats' | 'language' | 'access' | 'equipment' | 'kind'
	>
>;
/** Whoever comes with it. */
export const comers = ['young', 'old', 'newcomer', 'arranger', 'helper', 'family', 'word', 'misspelt'] as const;

export interface Sentence {
	who: (typeof comers)[number];
	q: string;
	wish: Wish;
	reads: Read;
	heldOut: boolean;
}

type Line = [q: string, wish: Wish, reads?: Read];

const themes = (...some: Theme[]): Wish => ({ themes: some });
const venue: Wish = { kind: 'venue' };
const room: Read = { kind: ['venue'] };
const languages = themes('language_cafe', 'integration', 'newcomers');
const evening: Read = { part: ['evening'] };

const young: Line[] = [
	['nånstans att lira basket på kvällen', themes('basketball'), evening],
	['studio där man kan spela in musik', { themes: ['music'], name: /musik|studio|repet/iu }],
	[
		'ställe att hänga på efter skolan för tonåringar',
		{ themes: ['youth', 'meeting_places'], name: /ungdom|fritidsg/iu },
		{ part: ['afternoon', 'evening'] },
	],
	['plugghjälp i matte', themes('homework_help')],
	['e-sport turnering för tjejer', themes('games', 'technology')],
	['skejta inomhus', { themes: ['other_sport'], name: /skate|skejt/iu }],
	['replokal billigt', { themes: ['music'], name: /replokal|musik/iu }],
	['träffpunkt för unga hbtq', themes('lgbtq')],
	['jag vill lära mig koda gratis', themes('technology'), { free: true }],
	['ridläger nybörjare', themes('equestrian')],
	['parkour i Göteborg', { themes: ['gymnastics', 'other_sport'], name: /parkour/iu }, { place: 'Göteborg' }],
	['gymma när man är 14 år', themes('strength', 'fitness'), { age: 14 }],
	['dansa streetdance på onsdagar', themes('dance'), { weekday: ['wed'] }],
	['hitta nya kompisar i Lund', themes('meeting_places', 'social_support', 'youth'), { place: 'Lund' }],
];

const old: Line[] = [
	['sällskap för ensamma pensionärer', themes('seniors', 'social_support', 'meeting_places')],
	['sittgympa för oss över 80', themes('fitness', 'gymnastics', 'seniors')],
	['hjälp med mobilen och datorn för äldre', themes('technology', 'seniors')],
	[
		'kaffe och prat på förmiddagen',
		themes('meeting_places', 'seniors', 'language_cafe', 'social_support'),
		{ part: ['morning'] },
	],
	['bingo med hörslinga', { themes: ['games', 'seniors'], name: /bingo/iu }, { access: ['hearing_loop'] }],
	['föredrag på eftermiddagen för seniorer', themes('seniors', 'study_circles'), { part: ['afternoon'] }],
	['sjunga i kör dagtid utan krav', themes('choir', 'music'), { part: ['morning', 'afternoon'] }],
	['boule och kortspel för daglediga', themes('boule_bowling', 'games', 'seniors')],
	['promenadgrupp för folk med rollator', themes('outdoor', 'fitness', 'seniors')],
	['anhörigstöd vid demens', themes('social_support', 'health', 'disability')],
	['släktforskning nybörjarkurs i Sundsvall', themes('genealogy'), { place: 'Sundsvall' }],
	[
		'vattengympa tisdag förmiddag',
		themes('swimming', 'fitness', 'gymnastics'),
		{ weekday: ['tue'], part: ['morning'] },
	],
	['nån att spela schack med nära mig', themes('chess')],
	['pensionärsdans i helgen', { themes: ['dance', 'seniors'] }, { when: 'weekend' }],
];

const newcomer: Line[] = [
	['öva svenska med svenskar', languages],
	[
		'where can I meet Swedish people in Uppsala',
		themes('language_cafe', 'integration', 'newcomers', 'meeting_places'),
		{ place: 'Uppsala' },
	],
	['free Swedish conversation group on Wednesdays', languages, { free: true, weekday: ['wed'] }],
	['help to find a job and write a CV', themes('work_mentoring', 'integration')],
	['swimming lessons for adult women', themes('swimming')],
	['sewing group for women in Malmö', themes('crafts'), { place: 'Malmö' }],
	['my daughter is 9 years old and wants to dance', themes('dance'), { age: 9 }],
	['play cricket near me', { themes: ['other_sport'], name: /cricket/iu }],
	['homework help after school', themes('homework_help'), { part: ['afternoon', 'evening'] }],
	['yoga in English this evening', themes('fitness', 'health'), { language: ['en'], when: 'today', part: ['evening'] }],
	['تعلم اللغة السويدية مجانا', languages, { free: true }],
	['أنشطة للأطفال في نهاية الأسبوع', { themes: ['children_family'], audience: 'children' }, { when: 'weekend' }],
	['مساعدة في الواجبات المدرسية', themes('homework_help')],
	['قاعة لحفل زفاف في مالمو', venue, { kind: ['venue'], place: 'مالمو' }],
	['سباحة للنساء فقط', themes('swimming', 'women')],
	['نادي كرة قدم للشباب', themes('football')],
	['barashada luqadda iswiidhishka bilaash', languages, { free: true }],
	['kubadda cagta carruurta Malmö', themes('football')],
	['hool aroos', venue, room],
	['caawimaad shaqo raadin', themes('work_mentoring', 'integration')],
	['dabaasha haweenka', themes('swimming', 'women')],
	['ururka soomaalida', { themes: ['cultural_community'], name: /somal/iu }],
	['розмовний клуб шведської мови', languages],
	['гурток малювання для дітей', themes('visual_arts', 'children_family')],
	[
		'допомога українцям у Стокгольмі',
		{ themes: ['newcomers', 'integration', 'cultural_community', 'international'], name: /ukrain/iu },
		{ place: 'Stockholm' },
	],
	['де можна пограти у волейбол', themes('volleyball')],
	['шахи для дітей у суботу', themes('chess'), { weekday: ['sat'] }],
	['безкоштовні курси шведської', languages, { free: true }],
	['کلاس زبان سویدی رایگان', languages, { free: true }],
	['فوتبال برای پسرم', themes('football')],
	['انجمن افغان ها', { themes: ['cultural_community'], name: /afg/iu }],
	['کمک درسی برای بچه ها', themes('homework_help')],
	['خیاطی برای زنان', themes('crafts', 'women')],
	['مسجد نزدیک من', { themes: ['faith'] }],
	['ትምህርቲ ቋንቋ ሽወደን ብነጻ', languages, { free: true }],
	['ማሕበር ኤርትራውያን', { themes: ['cultural_community'], name: /eritre/iu }],
	['ኩዕሶ እግሪ ንህጻናት', themes('football', 'children_family')],
	['ቤተ ክርስትያን', themes('faith')],
	['suomenkielinen kerho eläkeläisille', { themes: ['seniors', 'cultural_community'], name: /finsk/iu }],
	['lasten uimakoulu', themes('swimming')],
	['juhlatila 60 hengelle', venue, { kind: ['venue'], seats: 60 }],
	['kuoro Tukholmassa', themes('choir', 'music'), { place: 'Tukholmassa' }],
	['ilmainen kielikahvila torstaisin', languages, { free: true, weekday: ['thu'] }],
	['hiihtoseura lapsille', themes('skiing')],
	['läxhjälp på arabiska', themes('homework_help'), { language: ['ar'] }],
	['kurs i svenska på kvällstid', { themes: ['language_cafe', 'integration', 'newcomers', 'study_circles'] }, evening],
];

const arranger: Line[] = [
	['sal för årsmöte 150 pers', venue, { kind: ['venue'], seats: 150 }],
	['hyra lokal för barnkalas i helgen', venue, room],
	['bygdegård med kök och scen', venue, { kind: ['venue'], equipment: ['kitchen', 'stage'] }],
	['lokal för dop och begravningskaffe', venue, room],
	['gymnastiksal ledig på torsdagar', venue, room],
	[
		'mötesrum med projektor och wifi nära Borås',
		venue,
		{ kind: ['venue'], equipment: ['projector', 'wifi'], place: 'Borås' },
	],
	['snickarverkstad man kan låna', { themes: ['crafts'], name: /snick|verkstad/iu }],
	['övernattning för en scoutkår 40 barn', { kind: 'venue' }],
	['lokal för studiecirkel gratis för föreningar', venue, room],
	[
		'wheelchair accessible hall for 120 guests with kitchen',
		venue,
		{ kind: ['venue'], seats: 120, access: ['step_free_entrance'], equipment: ['kitchen'] },
	],
	['room for prayer on Fridays', { kind: 'venue', themes: ['faith'] }, room],
	['danslokal med spegelvägg', venue],
	['fest för 50 personer utanför Umeå', venue, { kind: ['venue'], seats: 50, place: 'Umeå' }],
	['samlingslokal med hiss i Västerås', venue, { kind: ['venue'], access: ['lift'], place: 'Västerås' }],
	['place to rehearse with a band', { themes: ['music'], kind: 'venue' }],
	['konferenslokal för 30 med parkering', venue, { kind: ['venue'], seats: 30, equipment: ['parking'] }],
	['någonstans att ha symöten', venue, room],
	['keittiöllinen juhlatila', venue],
];

const helper: Line[] = [
	['bli volontär bland äldre', themes('social_support', 'seniors')],
	['ge läxhjälp till nyanlända', themes('homework_help', 'newcomers', 'integration')],
	['hjälpa hemlösa', themes('social_support', 'care')],
	['städa naturen och plocka skräp', themes('environment', 'nature')],
	['bli ledare för knattelag i fotboll', themes('football')],
	['besöka sjuka på sjukhus', themes('social_support', 'health', 'care')],
	['katthem som behöver hjälp', { themes: ['animals'], name: /katt/iu }],
	['jag vill engagera mig för klimatet', themes('environment', 'nature')],
	['volunteer with refugees', themes('newcomers', 'integration', 'international', 'social_support')],
	['how can I volunteer', themes('social_support', 'care')],
	['skänka kläder till behövande', themes('social_support', 'care', 'international')],
	['språkvän till nyanländ', languages],
	['faddra bort en hund', themes('dogs', 'animals')],
	['hjälpa till vid kris och översvämning', themes('readiness', 'social_support')],
];

const family: Line[] = [
	['öppen förskola med sång för bebisar', themes('open_preschool', 'children_family')],
	['något för en sjuåring på lördag', { kind: 'activity' }, { age: 7, weekday: ['sat'] }],
	['autistisk son 11 år vill prova idrott', themes('parasport', 'disability', 'sport'), { age: 11 }],
	['familjedag söndag eftermiddag', themes('children_family'), { weekday: ['sun'], part: ['afternoon'] }],
	['pappagrupp', themes('children_family', 'men', 'open_preschool')],
	['teckenspråk för hörande föräldrar', { themes: ['disability'], name: /teckenspr|döv|hörsel/iu }],
	['mamma barn gympa', themes('gymnastics', 'fitness', 'children_family')],
	['simskola för barn 5 år nästa vecka', themes('swimming'), { age: 5, when: 'next_week' }],
	['knytteskoj eller annat i skogen för små barn', themes('outdoor', 'scouting', 'children_family')],
	['föräldrakooperativ', { themes: ['children_family'], name: /föräldrak/iu }],
	['barnteater imorgon', themes('theatre', 'children_family'), { when: 'tomorrow' }],
	['babysim gratis', themes('swimming'), { free: true }],
];

const word: Line[] = [
	['spontanidrott', themes('sport', 'football', 'basketball', 'other_sport', 'youth')],
	['målarkurs', themes('visual_arts')],
	['bokcirkel', themes('literature', 'study_circles')],
	['syjunta', themes('crafts')],
	['kallbad', { themes: ['swimming', 'outdoor'], name: /bad/iu }],
	['flugfiske', themes('hunting_fishing')],
	['odlarlott', themes('gardening')],
	['sorgegrupp', themes('social_support', 'health', 'faith')],
	['AA-möte', themes('recovery', 'temperance')],
	['tjejjour', themes('women', 'social_support')],
	['loppis', { themes: ['meeting_places', 'collecting_models', 'social_support'], name: /loppis|second/iu }],
	['fritidsgård', { themes: ['youth', 'meeting_places'], name: /fritidsg|ungdom/iu }],
	['diktläsning', themes('literature')],
	['brandvärn', themes('readiness')],
	['mattragning', themes('crafts', 'visual_arts')],
	['trädgårdsodling', themes('gardening')],
	['fikaträff', themes('meeting_places', 'seniors', 'social_support', 'language_cafe')],
	['löpträning', themes('athletics', 'fitness')],
	['cykelverkstad', { themes: ['cycling', 'environment'], name: /cykel/iu }],
	['grannsamverkan', themes('local_development', 'housing', 'readiness', 'place')],
	['bönegrupp', themes('faith')],
	['skräddare', themes('crafts')],
];

const misspelt: Line[] = [
	['shack', themes('chess')],
	['symskola', themes('swimming')],
	['fortbollsträning', themes('football')],
	['konsärt', themes('music', 'choir')],
	['biljotek', { name: /bibliotek/iu }],
	['nyankomna', themes('newcomers', 'integration')],
	['svänska kurs', { themes: ['language_cafe', 'integration', 'newcomers', 'study_circles'] }],
	['mindfullness', themes('health', 'fitness')],
	['pentionär', themes('seniors')],
	['trägård', themes('gardening')],
	['jymnastik', themes('gymnastics', 'fitness')],
	['gitar', themes('music')],
	['ridnig', themes('equestrian')],
	['språkkafe på tisdar', themes('language_cafe'), { weekday: ['tue'] }],
];

const groups: Record<Sentence['who'], Line[]> = { young, old, newcomer, arranger, helper, family, word, misspelt };

/** All of them, with whether they are held out. */
export const sentences: readonly Sentence[] = Object.entries(groups).flatMap(([who, lines]) =>
	lines.map(([q, wish, reads = {}], place) => ({
		who: who as Sentence['who'],
		q,
		wish,
		reads,
		heldOut: place % 2 === 1,
	})),
);
