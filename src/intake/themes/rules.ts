import type { Theme } from '../../domain/theme.ts';

/**
 * What the words of labels mean. A pattern is tried on a label in lower case without dots; all that match count, after
 * `without` has been taken out of the label (so that "innebandy" is not also bandy).
 */
export interface Rule {
	themes: readonly Theme[];
	pattern: RegExp;
	without?: RegExp;
}

const rule = (themes: string, pattern: RegExp, without?: RegExp): Rule => ({
	themes: themes.split(' ') as Theme[],
	pattern,
	...(without && { without }),
});

const sport = [
	rule('football', /fotbol|futsal|fotball/, /amerikansk fotboll|flaggfotboll/),
	rule('floorball', /innebandy|floorball|\bibk\b/),
	rule('handball', /handboll/),
	rule('basketball', /basket/),
	rule('volleyball', /volley/),
	rule(
		'ice_sports',
		/hockey|bandy|konståk|skridsko|curling|isbane|issport/,
		/innebandy|inomhusbandy|inlinehockey|landhockey|matt-?curling|inomhuscurling|rullskridsko|bordshockey/,
	),
	rule(
		'gymnastics',
		/gymnastik|cheer|trampolin|parkour|akrobatik|gymmix|gymping|drill(ning|flick)?\b/,
		/vattengymnastik|motionsgymnastik|seniorgymnastik/,
	),
	rule('athletics', /friidrott|löpning|löpträning|terränglöp|triathlon|^gång$|maraton|duathlon|långlopp/),
	rule(
		'swimming',
		/simning|\bsim(?=skol|hopp|idrott|sport|sällsk|klubb)|simskol|simmning|babysim|vatteng|vattenpolo|livrädd|simkunn|konstsim/,
	),
	rule('skiing', /skid|alpin|slalom|vintersport|utförs|snowboard|längdåk|backhopp|telemark/, /vattenskid/),
	rule('cycling', /cyk(el|l)|mountainbike|\bmtb\b|\bbmx\b/, /motorcyk\w*/),
	rule('orienteering', /orienter/),
	rule(
		'equestrian',
		/ridsport|ridning|\brid(?=kl|skol|verks|väg|för|håll|\b)|häst|ponny|\btrav|voltige|^dressyr|ryttar|fälttävlan|galopp|körning med ekipage/,
	),
	rule('golf', /golf/, /bangolf|minigolf|disc ?golf|frisbeegolf|äventyrsgolf/),
	rule('racket_sports', /tennis|badminton|squash|padel|pickleball|racket|pingis/),
	rule(
		'martial_arts',
		/kampsport|kampkonst|karate|judo|ju[ -]?jutsu|ji?u[ -]?ji|jijujitsu|t(ae|ai) ?[kc]won|aikido|budo|box(ning|are|ar|n)|\bmma\b|mixed martial|\bbjj\b|brottning|brottar|kendo|iaido|fäktning|capoeira|kung[ -]?fu|taido|kempo|hapkido|bujinkan|självförsvar|jutsi|wushu|\bhema\b/,
	),
	rule('strength', /styrke|styrka|tyngdlyft|kraftsport|bodybuild|armbryt|\bgym\b|crossfit|atletklubb/),
	rule(
		'fitness',
		/motion|friskvård|gympa|jympa|aerobic|spinning|yoga|zumba|fitness|stavgång|gruppträning|vattengymn|fysträning|fysisk|qi-?gong|chi-gong|tai chi|korp(?=id|verk|fö)|seniorgymnastik|boxercise|tabata|cirkelträning|utegym|frisksport|hinderbane|\bocr\b/,
		/motorsport/,
	),
	rule('shooting', /skytte|skyttar|luftgevär|luftpistol|pistol|lerduv|skyttesport/),
	rule(
		'motor_sports',
		/motor(sport|c|verk|akt|för|kl|org|-|\b)|mot(o|ro) ?cross|enduro|rally|folkrace|speedway|bilsport|go-?(k|c)art|\btrial\b|dragrac|skoter|off-?road|racing(?<!miniracing)/,
		/motorbåt\w*/,
	),
	rule(
		'water_sports',
		/rodd\b|kanot|kajak|paddl|segling|seglar|segelsälls|kappsegl|surfing|surf\b|vattenski|wakeboard|jetski|dykning|dyksport|vattensport|undervattens|jollesegling/,
	),
	rule('climbing', /klätt(r|er)/),
	rule('boule_bowling', /boule|pet[aá]n(g|q|k)|bowling|boccia|kägel|kubb\b|mölkky|matt-?curling|inomhuscurling|bocce/),
	rule('parasport', /parasport|paraidrott|handikapp(idrott|motion|ridning)|idrott för funk/),
	rule(
		'other_sport',
		/rugby|cricket|base?boll|baseball|soft-?boll|softball|roller ?derby|skate|dragkamp|varpa|\bpärk\b|amerikansk fotboll|flaggfotboll|frisbee|disc ?golf|flygsport|^flyg|segelflyg|motorflyg|fallskärm|\bdart\b|biljard|inline|rullskridsko|rodel|mångkamp|multisport|bangolf|minigolf|övrig idrott|bollsport|kickbike|lacrosse|landhockey/,
	),
	rule('sport', /idrott|\bsport(?=\b|för)|spontanidrott|\bidr /, /idrottshistoria|motorsport/),
];

const leisure = [
	rule('scouting', /scout|\bmulle\b/),
	rule('hunting_fishing', /jakt|jägar|viltvård|\bvilt|fiske|flugfisk|\bfvof?\b|casting|älgskötsel/),
	rule('boating', /båt(?!sport)|båtsport|småbåt|hamn|seglar|segling|segelsälls|kappsegl|sjöfart|skärgårdsak/),
	rule(
		'outdoor',
		/frilufts?|vandring|naturupplev|skärgård|fjäll|badplats|badhus|\bbad\b|överlevnad|raststug|promenader|tipspromenad/,
		/stadsvandring/,
	),
	rule('chess', /schack/),
	rule(
		'games',
		/bridge|canasta|kortspel|spel(?!man|ning|a\b|are|förening i musik)|e-?sport|gaming|\blan\b|bingo|sverok|airsoft|paintball|biljard|flipper/,
		/bygdespel|dragspel\w*|spelmans\w*|musikspel|golfspel|boulespel|schackspel/,
	),
	rule(
		'collecting_models',
		/modell(?=fly|bygg|verk|järn|båt|tåg)|radiostyr|filatel|frimärk|samlar|vykort|numismat|miniracing|mynt/,
	),
	rule(
		'vehicles',
		/veteran(bil|fordon|mc|moped|tekn|traktor)|veteranbilar|fordon|\bbil(ar|kl|\b)|bil- och motor|bil\/mc|moped|motorcyk|cruising|motorvet|\bmc\b|traktor/,
	),
	rule('gardening', /trädgård|(?<!bi)odl(ing|ar)|koloni|kolonilott/),
	rule(
		'technology',
		/amatörradio|radioteknik|radiokomm|\bdata\b|data\/|datorer|datautb|datakun|teknik|astronomi|datorkl|veterantekn/,
	),
	rule('genealogy', /släktforsk|släkt/),
	rule('hobby', /hobby/),
];

const culture = [
	rule(
		'music',
		/musik(?!al|teater)|orkester|storband|jazz|blues|visor\b|visans|spelmän|spelman|dragspel|konsert|\bblås|\bopera|replokal|allsång|^sång|\bsång\b|\bkör ?\/ ?musik/,
	),
	rule('choir', /körsång|\bkör(?=\b|er\b|en\b|förening|för\b|verk|-)|barnkör|manskör|damkör|körer/),
	rule(
		'theatre',
		/teater|revy|scenkonst|\bdrama|skådesp|bygdespel|musikal|cirkus|föreställning/,
		/dansföreställning\w*/,
	),
	rule('dance', /dans(?!k)|\bbugg\b|linedance|balett|gammaldans|folkdräkt/),
	rule(
		'film_media',
		/film|\bbio\b|biograf|media|\bradio(?=\b|verk|för)|närradio|\btv\b|video|poddar/,
		/amatörradio|tv-spel/,
	),
	rule('literature', /litter|poesi|författ|bokcirk|bokklubb|läscirk|sagol|berättar|bibliotek|arrangemang - litt/),
	rule(
		'visual_arts',
		/konst(?!åk|hantv|g|nad|is\b|sim)|konstnär|måleri|målning|målar|\bbild(?=\b|konst|- )|skulptur|galleri|foto|teckning|keramik|arrangemang - konst/,
		/kampkonst|scenkonst|konstsim/,
	),
	rule(
		'crafts',
		/hantverk|slöjd|väv(ning|stu|eri)|sömnad|handarbet|stickning|textil|pyssel|tovning|skapande (verk|verksamhet)|keramik|smide|scrapb|konsthantv/,
	),
	rule(
		'local_heritage',
		/hemb(y|yg)g?g?d|fornminne|hembygdsm|kulturarv|kulturminne|bygde-?\/?(hemb|o bygdef|forsk)|traditions|bevara trad|byggnadsvård|hembygdsgård|lokalhist|museum|musei|musee|bygdekultur/,
	),
	rule('history', /histori(?!sk dans)|arkiv|kulturhist/),
	rule('culture', /(?<!mång)kultur(?!arv|hist|minne|turism)|arrangörsför|kulturell|kulturarr|mångkulturell/),
];

const people = [
	rule('language_cafe', /språkcaf|språkträning|språkstöd|språkkaf/),
	rule('integration', /integration|mångkultur|nyanländ|flykting|asyl/),
	rule('cultural_community', /invand|etnisk|minoritet|hemlands/),
	rule('women', /kvinno|kvinnor|tjejer/),
	rule('students', /student/, /studentidrott/),
	rule('open_preschool', /öppen förskola/),
	rule('seniors', /pens?ionär|senior(?!scout|gymn)|äldreverks|\bpens\b/),
	rule('lgbtq', /hbtq|\brfsl\b|\bpride\b|regnbåg/),
	rule(
		'disability',
		/funktions?(h|n|r|v|u)|funktionsn|funktionshind|handikapp|funkis|patientför|patient|\bfunkt|anhörigf|rörelsehind|synskad|hörselskad/,
		/handikapp(idrott|motion|ridning)|idrott för funk\w*/,
	),
	rule('homework_help', /läxhjälp|läxläs/),
	rule('study_circles', /studieförb|studieorg|folkbildning|bildnings(förb|org|verk)|folkhögskol/),
	rule('work_mentoring', /mentor|arbetsmarknad|arbetsträn/),
	rule('health', /hälsa|hälso|folkhäls|friskvård|rehab|sjukvård|hjärtst|första hjälp|hjärt-|välmående/),
	rule('recovery', /missbruk|tillfrisk|länkar(na|ör)/),
	rule('temperance', /nykter|drogför|antidrog|alkohol/),
	rule(
		'social_support',
		/social(?! gemenskap| samvaro|a aktivitet|demok)|hjälp(verk|org|oga|arb|-|\/|o\b| o)|(?<!läx)hjälp$|stöd(?!berätt)(verk|för|jande|-| |\/|s?org)|stöd$|jour|humanit|välgören|vällgör|besöksverk|medmänsk|frivilligt soc|brottsoff|anhörig|diakoni|nattvandr|röda ?kors|samhällsstöd|väntjänst|råd och stöd/,
		/samhälls\w* social/,
	),
	rule(
		'faith',
		/relig|kyrk|församl|samfund|(?<!vägsam)samf\.|kristen|\bmission|gudst|gudtj|bibel|söndagssk|själav|bönhus|livsåsk|trossam/,
	),
];

const place = [
	rule(
		'local_development',
		/\bby(a|al|ag|ut|sam|ge|verk|för|träff|gr)\w*|byaförening|bygde(utv|förening|verks|akt|rå|\/|gem)|bygdens utv|landsbygd|samhälls?(förening|utv|- *och by|före)|^bygde|^bygd$|sockenr|sockenför|glesbygd|lokal utveckling|stadsdelsför|områdesakt|verka för bygden|bygdepeng|^by$|föreningsråd|bya-/,
		/bystug\w*|byggn\w*/,
	),
	rule(
		'meeting_places',
		/samlings(lok|l)|samlings \(|bygdegård|bygdegard|fol?kets ?hus|folkets park|hus och park|lokalägande|lokalhåll|lokalförv|bystug|byggnadsför|mötesplats(?!er.*caf)|ordenshus|allmän saml|lokalförening|fritidsgård/,
	),
	rule(
		'housing',
		/\bväg(f|bel|sam|-|,|\/|\b)|samfäll|villaäg|villaför|bostadsr|hyresg|fiberför|vägbelysning/,
		/vägsamf o byalag/,
	),
	rule('environment', /miljö|naturv|naturskydd|klimat|hållbar/),
	rule('nature', /\bnatur(?=\b|f|kun|int|verk|\/)|geologi|botanik/, /djur.*natur.*frilu\w*/),
	rule('animals', /djur|fågel|ornit|akvari|biodl|\bkatt|\b4-?h\b/),
	rule('dogs', /hund|agility|kennel|bruksprov|hunddressyr/),
];

const society = [
	rule('politics', /politi|partip/),
	rule('human_rights', /mänskliga rätt|demokrati|antidiskr|rättighet|jämställd|barnrätt/),
	rule('peace', /\bfred/),
	rule('international', /internation|bistånd|vänort|solidar|u-land|bisånd/),
	rule('unions_business', /\bfack|fackför|företagar|företagsakt|köpman|näringsliv/),
	rule('readiness', /(?<!själv)försvar|beredskap|hemvärn|lottak|lottor|civilf|totalf/),
];

/** Every rule on labels. */
export const labelRules: readonly Rule[] = [...sport, ...leisure, ...culture, ...people, ...place, ...society];

/** What tells something only where nothing better is known: for whom, how people meet, what is said on the side. */
export const weakRules: readonly Rule[] = [
	rule('youth', /ungdom|\bungd\b|tonår|fritidsgård/),
	rule('children_family', /\bbarn|familj|föräldra|barnkalas|\blek\b/),
	rule('study_circles', /studie(verk|cirk)|studier|cirkelverk|studecirk|studie\b|lärgrupp|studieverk/),
	rule('learning', /kurs|utbildning|föreläs|föredrag|lärande|språk/),
	rule(
		'meeting_places',
		/uthyrn|lokaluth|mötesplats|café|caf[eé]verk|\bcafe|lokalupplåt|möteslokal|öppen verksamhet|öppet hus|lokalhållare|samlingslokal|samkväm|samvaro|gemenskap/,
	),
	rule('society', /samhälle?s?(fråg|akt|eng|info|\b|nytt)|opinion|påverkansarb|samhällsinr/),
	rule('culture', /kultur|underhållning|festival|utställning|museum|evenemang/),
	rule('gardening', /trädgård/),
	rule('international', /hjälporg/),
];
