// Which rows of a real register are right for what is asked for more than once, by the register's own labels and names.

/** A row is wanted when a label or its name fits, and it lies where it is asked for. */
export interface Rule {
	/** Tried on each type and activity. */
	label?: RegExp;
	name?: RegExp;
	/** The organisation number, as the register writes it. */
	number?: string;
	/** The register's municipality, in its own spelling. */
	municipality?: string;
	/** Tried on the name, the post town and each area: a place smaller than a municipality. */
	at?: RegExp;
}

/** The same words tell it in a label and in a name. */
export const both = (pattern: RegExp): Rule => ({ label: pattern, name: pattern });
export const either = (label: RegExp, name: RegExp): Rule => ({ label, name });

// What is asked for more than once. `\p{L}` where a word must end: `\b` does not know å, ä and ö.
export const football = both(/(?<!amerikansk |flagg)fotboll/iu);
export const chess = both(/schack/iu);
export const floorball = either(/innebandy|floorball/iu, /innebandy|\bIBK\b/iu);
export const handball = both(/handboll/iu);
export const riding = either(
	/ridning|ridsport|ridskol|ridklubb|häst/iu,
	/rid(klubb|skol|sällskap|förening)|ryttar|häst|ponny|(?<!\p{L})rid(?!\p{L})/iu,
);
export const swimming = either(
	/simning|simskol|simidrott|konstsim|simhopp/iu,
	/sim(klubb|sällskap|förening|skol)|simning|(?<!\p{L})sim(?!\p{L})/iu,
);
export const orienteering = either(/orientering/iu, /[Oo]rienter|\bOK\b/u);
export const tennis = both(/(?<!bord)tennis/iu);
export const tableTennis = either(/bordtennis|pingis/iu, /bordtennis|pingis|\bBTK\b/iu);
export const badminton = both(/badminton/iu);
export const wrestling = both(/brottning|brottar|brottnings/iu);
export const volleyball = both(/volley/iu);
export const gymnastics = either(/gymnastik|gympa/iu, /gymnast|gympa|friskis/iu);
export const boules = both(/boule|p[eé]tan/iu);
export const theatre = both(/teater|teatr|revy/iu);
export const choir = either(
	/körsång|körverksamhet|kör(en|er|erna)?(?!\p{L})/iu,
	/körsång|körförening|kör(en|er|erna)?(?!\p{L})/iu,
);
export const singing = either(/sång|kör(en|er|verksamhet)?(?!\p{L})/iu, /sång|kör(en|er)?(?!\p{L})/iu);
export const dance = both(/dans(?!k)/iu);
export const folkDance = both(/folkdans/iu);
export const music = both(/musik/iu);
export const beekeeping = both(/biodl/iu);
export const genealogy = both(/släktforsk|genealog|släkthist/iu);
export const scouts = both(/scout/iu);
export const heritage = both(/hemby(gd|ggsf)/iu);
export const seniors = either(/pensionär|senior/iu, /[Pp]ensionär|[Ss]enior|\b(PRO|SPF|RPG|SKPF)\b/u);
export const hockey = both(/(?<!land|bords|inline|inline |innebandy)hockey/iu);
export const skating = both(/konståk/iu);
export const sailing = both(/segling|segel(?!flyg)|seglar|jolle/iu);
export const boats = both(/båt/iu);
export const archery = both(/bågsky/iu);
export const shooting = both(/skytt/iu);
export const skiing = both(/(?<!vatten)skid/iu);
export const cycling = both(/(?<!motor)cyk(el|l)|mountainbike|\bmtb\b/iu);
export const motorcycles = either(/motorcyk|\bmc\b/iu, /motorcyk|\bmc\b|\bmck\b/iu);
export const dogs = both(/hund|kennel|agility/iu);
export const village = both(/bygdegård|bygdeg\./iu);
export const premises = either(
	/samlingslokal|lokaluthyrning|uthyrning|lokalägande|lokalhållare|bygdegård|folkets hus|ordenshus/iu,
	/samlingslokal|bygdegård|folkets (hus|park)|ordenshus|byggnadsförening/iu,
);
export const church = either(
	/kyrk|försam|relig|samfund|kristen/iu,
	/kyrk|försam|pingst|equmenia|pastorat|missionsf|frälsningsarm/iu,
);
export const disability = either(
	/handikapp|funktion/iu,
	/handikapp|funktionsr|funktionsh|funktionsn|rörelsehindr|synskad|hörselskad|\b(DHR|FUB|RBU|HRF|SRF)\b/iu,
);
export const newcomers = either(
	/invandr|etnisk|minoritet|integration|flykting|nyanländ|asyl/iu,
	/invandr|integration|flykting|nyanländ|asyl/iu,
);
export const stamps = both(/frimärk|filatel/iu);
export const birds = both(/fågel|ornit/iu);
export const paddling = both(/kanot|kajak|padd(l|el)/iu);
export const fishing = both(/fisk/iu);
export const mosque = both(/islam|muslim|moské/iu);
export const knitting = both(/stickning|stickcaf|sticka(?!r)|handarbet|textil|sömnad/iu);
export const redCross: Rule = { name: /röda ?kors/iu };
export const roads = either(/vägför|vägfråg|samfäll|vägsam/iu, /väg(för|sam|bel)|samfällighet/iu);
export const allotments = both(/odling(?<!biodling)|trädgård|koloni/iu);
export const fighting = both(
	/kampsport|kampkonst|judo|karate|budo|ju[ -]?jutsu|jujutsu|aikido|taekwon|krav maga|självförsvar|boxning/iu,
);
