import type { Theme } from '../../domain/theme.ts';
import { labelRules, type Rule } from './rules.ts';

const rule = (themes: string, pattern: RegExp): Rule => ({ themes: themes.split(' ') as Theme[], pattern });

/** Names that say for certain what an organisation is, whatever it also does. Tried on the name as written. */
const certain: readonly Rule[] = [
	rule('seniors', /\b(PRO|SPF|SKPF|RPG|SPRF)\b|Aktiva Seniorer|Pensionärsf/),
	rule(
		'study_circles',
		/^(ABF|NBV|Sensus|Bilda|Ibn Rushd|Studiefrämjandet|Medborgarskolan|Vuxenskolan|SV )\b|Studieförbund|Folkuniversitet|Kulturens bildning/i,
	),
	rule(
		'politics',
		/Socialdemokrat|Moderat|Centerparti|^Center|Liberalerna|Kristdemokrat|Vänsterparti|Miljöparti|Sverigedemokrat|\bSSU\b|\bMUF\b|\bKDU\b|Ung Vänster|Grön Ungdom|arbetarekommun/i,
	),
	rule('scouting', /scout/i),
	rule('temperance', /IOGT|\bNTO\b|Junis\b|\bUNF\b|\bMHF\b|Motorförares Helnyk|nykterhet|Blå Bandet/i),
	rule('health', /Cancer|Diabetes|Astma|Hjärt.?(och|-|&)? ?Lung|Allergi|Psoriasis|Celiaki|Blodcancer|HjärtLung/i),
	rule('local_heritage', /hembygd|fornminne|hembygs/i),
	rule(
		'meeting_places',
		/bygdegård|Folkets ?Hus|Folkets Park|bystug|byastug|byggnadsför|ordenshus|samlingslokal|medborgarhus|allaktivitet/i,
	),
	rule('housing', /samfällighet|vägförening|vägsamf|hyresgäst|bostadsrätt|villaägar|egna ?hem|\bBRF\b|fiber/i),
	rule('hunting_fishing', /\bFVOF?\b|fiskev|fiskeklubb|jakt|viltv|sportfisk|jägar/i),
	rule('lgbtq', /\bRFSL\b|regnbåg|\bHBTQ/i),
];

/** What other names most likely mean: used where the labels tell little. */
const likely: readonly Rule[] = [
	rule(
		'faith',
		/kyrk(a|an|ans)\b|pastorat|församling|\bEFS\b|Equmenia|Frälsningsarm|Missionsf|Missionsh|\bpingst|\bislam|muslim|moské|ortodox|katolsk|kapell|\bKRIK\b|Vineyard|Adventist|Jehovas|buddh|hindu|sikh/i,
	),
	rule(
		'disability',
		/\b(DHR|FUB|RBU|HRF|SRF|NHR|RMT|DBF)\b|Attention\b|Autism|\bNeuro|Parkinson|\bStroke|Reumatiker|hörselskad|synskad|Afasi|Unga Rörelsehind|Hjärnskade|Funktionsr|\bRSMH\b|döva/i,
	),
	rule(
		'social_support',
		/Röda ?Kors|Rädda Barnen|\bLions\b|Rotary|Brottsoffer|kvinnojour|tjejjour|\bBRIS\b|Stadsmission|Verdandi|Hela Människan|Nattvandr|Majblomm|Anhörig|Inner Wheel|Soroptim|Kupan/i,
	),
	rule('recovery', /Länkarna|\bKRIS\b|RFHL|Anonyma/i),
	rule('environment', /Naturskydd|Fältbiolog|Greenpeace/i),
	rule('nature', /biologisk/i),
	rule('animals', /ornitolog|\b4H\b|kattför|djurskydd|biodl|akvarie|kanin|höns|fågel/i),
	rule('dogs', /hund|kennel/i),
	rule('outdoor', /Friluftsfräm|Svenska Turist|\bSTF\b/i),
	rule(
		'local_development',
		/byalag|byaför|byförening|bygdeför|samhällsför|intresseförening|sockenf|sockenr|byutv|byaut|stadsdelsf|bygderåd|Hela Sverige|\bbygd$|framtid$/i,
	),
	rule('women', /kvinno|\b1,?6 miljoner|Zonta|Husmoder/i),
	rule(
		'readiness',
		/Hemvärn|Lotta(kår|f)|Försvarsutb|Civilförsv|Bilkår|\bFMCK\b|Brukshund.*försvar|Blå Stjärn|\bFRO\b|Sjövärn|brandkår/i,
	),
	rule(
		'unions_business',
		/Företagarna|Köpmannaf|Köpmän|\bKommunal\b|\bVision\b|Unionen|\bLO-|\bLRF\b|fackf|näringsliv/i,
	),
	rule('peace', /för fred|kärnvapen|fredsf|Fredsbask|Svenska Freds|\bIKFF\b/i),
	rule('international', /Amnesty|\bUNICEF|Vänort|Emmaus|\bFN-|Palestina|Kuba|Relief|Children.s|Erikshj/i),
	rule('children_family', /Unga Örnar|\bHem och Skola|föräldra|familj|förskol|\bMajblom|Barn(?!husb)/i),
	rule('youth', /ungdom|\bKFUM\b|\bKFUK\b|fritidsgård|Unga\b/i),
	rule('students', /student|\bkåren\b|sektionen\b/i),
	rule(
		'cultural_community',
		/afghan|afgan|somal|kurd|arab|eritre|etiop|\biran|\birak|bosn|kroat|serb|makedon|sverigefin|finska|polsk|\bturk|syri(s|an|en|sk)|assyr|alban|kosov|chilen|latin|spansk|grek|ungersk|rysk|ukrain|thai|vietnam|kines|indisk|\btamil|persisk|palestin|liban|marock|afrik|kamerun|congo|kongo|gambia|nigeria|sudan|burund|rwand|ezid|yezid|hazara|azerb|estn|lett|litau|romsk|romer|samisk|samef|tornedal|islandsk|persi|azer|bangla|pakist|armenisk/i,
	),
	rule('floorball', /\bIBK\b|\bIBF\b|\bFBC\b|\bFBK\b|Innebandy/),
	rule('ice_sports', /\bHC\b|Hockey|Curling|Bandy(?!f)|Konståk/),
	rule('football', /\bFC\b|\bFF\b|Fotboll/),
	rule('handball', /\bHK\b|Handboll/),
	rule('swimming', /\bSim(?=sälls|kl|för|\b)|simsällskap|simklubb/i),
	rule('golf', /(?<!disc|disc |frisbee|ban|mini)golf(?=kl|\b)/i),
	rule('boating', /båt(s?klubb|för|sälls|hamn)|segel|hamnför/i),
	rule('equestrian', /ryttar|ridkl|ridf|\brid(?=kl|f|s|hus|skol|\b)|islandshäst|ponny|häst|\btrav/i),
	rule(
		'vehicles',
		/biker|\bMC\b|motorvet|veteran(bil|fordon|tekn|klubb)|motorhist|automobils|gatbil|\bMHRF|entusiast/i,
	),
	rule('music', /kören\b.*band|band$|orkester|musik|spelm|jazz|symphon|\bvisans|\bRock\b|ukulele/i),
	rule(
		'choir',
		/\bkör(en)?\b(?!-? ?(och|&|o) ?rid)|kören|körför|sångkör|manskör|[a-zåäö]kör$|\bkör$|sångar|kantor|gospel/i,
	),
	rule('theatre', /teater|revy(?!klubb i)|revyn|operan/i),
	rule('visual_arts', /konst(?!åk|hant|gr)|foto|galleri/i),
	rule('dance', /dans(?!k(?!lubb))|dance(r|rs)?|linedanc|\bbugg|swing/i),
	rule('film_media', /film|biograf|närradio|\bbio\b/i),
	rule('genealogy', /släktforsk/i),
	rule('gardening', /trädgård|koloni(?!h)|odlar(?<!biodlar)/i),
	rule('history', /histori|arkiv|fyrsälls|museiför|museum|vänför.*(museum|museet)/i),
	rule(
		'martial_arts',
		/dojo|budo|\bju.?jutsu|taekwondo|karate|aikido|aikikai|judo|brott(ar|nings)|boxning|\bbjj\b|fight|kempo|kendo|hapkido|bujinkan|jitsu/i,
	),
	rule('water_sports', /kanot|kajak|rodd|vindsurf|dyk(ar|kl|f)|vattensk|surf/i),
	rule(
		'motor_sports',
		/motor(klubb|sälls|sport|cyk)|racing|\bSMK\b|skoter|karting|\bRally|bilsport|motocross|speedway/i,
	),
	rule('shooting', /skytt|skyttegille|pistol/i),
	rule('games', /bridge|airsoft|spelförening|brädspel|esport|gaming|lajv/i),
	rule('collecting_models', /modell(fly|järn|bygg)|radioflyg|filatel|frimärk|samlar/i),
	rule('fitness', /friskis|motionskl|yoga(?=kl|f|s|\b)/i),
	rule('health', /demens|glaukom/i),
	rule('culture', /kultur(förening|hus|sälls)/i),
	rule(
		'sport',
		/\b(IF|IK|SK|BK|IS|GIF|GoIF|AIF|IFK|BoIS|AIK|FK|IFF)\b|(?:[Ii]drotts(?:f|kl|s|kam)|(?<!\p{L}[Dd]ans)[Ss]portkl|[Ss]kolidrott|[Bb]ollklubb)/u,
	),
];

/** Words of these also stand in names that mean something else: places, people, sayings. */
const unsafe: ReadonlySet<Theme> = new Set<Theme>([
	'sport',
	'culture',
	'local_development',
	'housing',
	'social_support',
	'nature',
	'outdoor',
	'technology',
	'hobby',
	'health',
	'environment',
	'games',
	'fitness',
	'boating',
	'visual_arts',
	'music',
	'choir',
	'dance',
	'film_media',
]);

/** The rules on labels that are safe on names too. */
const safeOnNames = labelRules.filter((it) => !it.themes.some((theme) => unsafe.has(theme)));

/** What a name says for certain. */
export const certainThemesOf = (name: string): Theme[] => matching(certain, name);

/** What a name tells, with nothing else to go by. */
export function likelyThemesOf(name: string): Theme[] {
	return [...matching(likely, name), ...matching(safeOnNames, name.toLowerCase())];
}

/** The themes of all rules that match a text. */
export function matching(rules: readonly Rule[], text: string): Theme[] {
	const found = new Set<Theme>();
	for (const { pattern, without, themes } of rules)
		if (pattern.test(without ? text.replace(without, ' ') : text)) for (const theme of themes) found.add(theme);
	return [...found];
}
