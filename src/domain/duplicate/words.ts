/** Words of the names of Swedish associations and premises, without marks: what they say of whether two names are one. */

/** Say nothing. */
export const silent = new Set('i av for och de den det pa till med vid the of and'.split(' '));

/** Say what sort of body it is, and are left out or written in many ways: "Ideella föreningen", "klubb". */
export const forms = new Set(
	`forening foreningen foreningar ideell ideella klubb klubben club sallskap sallskapet stiftelsen stiftelse ideforening ek ekonomisk
	region regionen regionens lokalforening lokalforeningen lokalavdelning studieforbund studieforbundet
	allmanna riksforbundet riksforbund sverige svenska`.split(/\s+/),
);

/** Say that it is a part of something larger, or a part for some: another than the whole. */
export const sections = new Set(
	`sektion sektionen avdelning avdelningen avd krets kretsen distrikt distriktet forbund forbundet ungdom ungdomar ungdomen ungdomsforening ungdomsklubb ungdomssektion junior juniorer juniors junis barn dam damer damlag
	damklubb herr herrar herrlag pojk flick flickor pojkar senior seniorer veteran veteraner veteranklubb alliansforening allians
	supporterklubb supporters vanner vannerna fotboll ishockey hockey innebandy floorball handboll bandy bordtennis tennis
	friidrott gymnastik orientering skidor skidsektion langdskidor alpin alpina skidklubb simning sim bowling brottning boxning cykel
	skytte basket volleyboll badminton judo karate ridsport boule konstakning kampsport motor motorsport padel discgolf dans kor musik
	teater futsal lag team ung unga u j cup event ab camp herrlag a academy akademi kvinnoklubb kvinnoforening sangkor barnkor scoutkar
	musikkar ungdomskar fk hb hf hk bk ibk ibf btk
	lan lans lansforbund lansforening kommun kommunen kommunforening samorganisation arbetarekommun`.split(/\s+/),
);

/** One word for what is written in short, in full, or in several words. Keys and values folded, blanks as they stand. */
export const spelled: readonly (readonly [short: string, full: string])[] = [
	['pro', 'pensionarernas riksorganisation'],
	['spf', 'sveriges pensionarsforbund'],
	['spf', 'spf seniorerna'],
	['skpf', 'svenska kommunalpensionarers forbund'],
	['skpf', 'skpf pensionarerna'],
	['rpg', 'riksforbundet pensionarsgemenskap'],
	['abf', 'arbetarnas bildningsforbund'],
	['sv', 'studieforbundet vuxenskolan'],
	['nbv', 'nykterhetsrorelsens bildningsverksamhet'],
	['bilda', 'studieforbundet bilda'],
	['bris', 'barnens ratt i samhallet'],
	['dhr', 'delaktighet handlingskraft rorelsefrihet'],
	['hrf', 'horselskadades riksforbund'],
	['hrf', 'horselskadades forening'],
	['srf', 'synskadades riksforbund'],
	['srf', 'synskadades forening'],
	['fub', 'foreningen for barn unga och vuxna med utvecklingsstorning'],
	['rbu', 'rorelsehindrade barn och ungdomar'],
	['rsmh', 'riksforbundet for social och mental halsa'],
	['kfum', 'kfuk kfum'],
	['ssu', 'sveriges socialdemokratiska ungdomsforbund'],
	['iogt nto', 'iogtnto'],
	['roda korset', 'rodakorset'],
	['roda korset', 'roda korskrets'],
	['roda korset', 'rodakorskrets'],
	['roda korset', 'roda kors krets'],
	['roda korset', 'roda korsets krets'],
	['efs', 'evangeliska fosterlandsstiftelsen'],
	['aa', 'anonyma alkoholister'],
	['fvo', 'fiskevardsomrade'],
	['fvof', 'fiskevardsomradesforening'],
	['friskis svettis', 'friskissvettis'],
	['goif', 'gymnastik idrottsforening'],
	['goif', 'gymnastik och idrottsforening'],
	['aif', 'allmanna idrottsforening'],
];

/** What a body is, in short: only where the letters stand for one thing (BK is a football club, or one for bridge). */
export const bodies: Readonly<Record<string, readonly string[]>> = {
	if: ['idrottsforening'],
	ik: ['idrottsklubb'],
	is: ['idrottssallskap'],
	ff: ['fotbollsforening', 'fotbollforening'],
	ok: ['orienteringsklubb'],
	ibk: ['innebandyklubb'],
	ibf: ['innebandyforening'],
	btk: ['bordtennisklubb'],
	gf: ['gymnastikforening'],
	gk: ['golfklubb'],
	tk: ['tennisklubb'],
	hc: ['hockeyclub', 'hockeyklubb'],
	fc: ['fotbollsclub', 'fotbollclub'],
	brf: ['bostadsrattsforening'],
	hbf: ['hembygdsforening'],
	bgf: ['bygdegardsforening'],
};

/** The first word of a name in short: points of the compass and the like. */
export const shortened: Readonly<Record<string, string>> = {
	n: 'norra',
	s: 'sodra',
	v: 'vastra',
	o: 'ostra',
	st: 'sankt',
	sthlm: 'stockholm',
	gbg: 'goteborg',
};

/** Hosts where many have their pages, and those of whole movements: their front page says nothing of who has it. */
export const sharedHosts = new Set(
	`facebook.com sv-se.facebook.com m.facebook.com instagram.com linktr.ee google.com sites.google.com blogspot.com wordpress.com wixsite.com
	weebly.com webnode.se github.io n.nu one.com laget.se svenskalag.se idrottonline.se www1.idrottonline.se www4.idrottonline.se
	sportadmin.se myclub.se membersite.se klubben.se hembygd.se bygdegardarna.se folketshusochparker.se svenskakyrkan.se pro.se spf.se
	spfseniorerna.se spfpension.se rodakorset.se scouterna.se friluftsframjandet.se sv.se studieframjandet.se nbv.se riksteatern.se
	sensus.se bilda.nu abf.se folkuniversitetet.se hrf.se medborgarskolan.se friskissvettis.se hjart-lung.se fub.se svenskbridge.se
	neuro.se skpf.se diabetes.se mp.se civil.se centerpartiet.se equmeniakyrkan.se equmenia.se rfsisu.se kyrktorget.se folkdansringen.se dhr.se rtp.se
	svenskaturistforeningen.se srf.nu e-clubhouse.org raddabarnen.se korpen.se psoriasisforbundet.se autism.se attention.se
	autism-aspergerforbundet.se bris.se
	socialdemokraterna.se moderaterna.se vansterpartiet.se kristdemokraterna.se liberalerna.se iogt.se junis.org lions.se rotary.se
	naturskyddsforeningen.se brukshundklubben.se bris.se 4h.se vi-unga.se ungaornar.se efs.nu alliansmissionen.se pingst.se
	fralsningsarmen.se reumatiker.se astmaoallergiforbundet.se rbu.se rsmh.se brottsofferjouren.se`.split(/\s+/),
);

/** Where anybody can have a mailbox. */
export const freeMail = new Set(
	`gmail.com googlemail.com hotmail.com hotmail.se outlook.com outlook.se live.se live.com msn.com icloud.com me.com yahoo.com yahoo.se
	telia.com bredband.net bredband2.com swipnet.se spray.se comhem.se tele2.se passagen.se home.se glocalnet.net algonet.se
	bahnhof.se tyfonmail.se protonmail.com proton.me`.split(/\s+/),
);
