import type { Field } from '../domain/register-field.ts';

/** What people call our fields at the head of a column, folded by `headerKey`. Contact persons and known noise too. */
const words: Record<Field | 'contacts' | 'ignored', string> = {
	id: 'id objektid foreningsid foreningsnummer foreningsnr kundnummer kundnr aktorsid aktorid associationid externtid lopnummer nr identifier uid ibgoid apiid detailurl',
	name: 'namn name foreningsnamn forening foreningensnamn organisation organisationsnamn organisationensnamn benamning title titel association associationname organisationname aktor aktorsnamn klubb lokal lokalnamn anlaggning venue venuename',
	organisationNumber:
		'organisationsnummer organisationsnr orgnummer orgnr orgno orgnumber organisationnumber orgnumret organizationnumber registrationnumber orgnrpersnr organisationspersonnummer',
	types:
		'foreningstyp typ type types kategori category categories foreningskategori typavforening organisationstyp huvudkategori kundtyp foreningstyper bidragsform bidragsgrupp associationtype kategorier verksamhetstyp',
	activities:
		'verksamhet verksamheter aktivitet aktiviteter activity activities idrott idrotter sport sports inriktning verksamhetsinriktning sektioner verksamhetsomrade aktivitetstyp tags taggar amnesord huvudverksamhet interest',
	audiences:
		'malgrupp malgrupper targetgroup targetgroups alder aldrar aldersgrupp aldersgrupper ageranges age ages agegroup',
	areas:
		'omrade omraden stadsdel stadsdelar geografisktomrade areas area district districts verksamhetsort kommundel kommundelar',
	description:
		'beskrivning description omoss information presentation ovriginformation kortbeskrivning freetext fritext text about syfte andamal shortdescription',
	street:
		'gatunamn adress address gatuadress postadress utdelningsadress besoksadress street streetaddress gata adressrad1 adress1 postaladdress visitingaddress adressrad2 adress2',
	careOf: 'co coadress careof coadr conamn',
	postcode: 'postnr postnummer postcode postalcode zip zipcode zipkod postkod',
	postTown: 'postort stad city town posttown ortnamn postalcity',
	locality: 'ort tatort locality by village settlement',
	municipality: 'kommun kommunkod kommunnamn municipality municipalitycode hemkommun hemmakommun',
	email:
		'epost epostadress email emailaddress mejl mail mailadress mejladress epostforening foreningensepost kontaktepost',
	phone:
		'telefon telefonnummer tel tfn phone phonenumber mobil mobiltelefon telephone telnr telefonforening mobilnummer',
	homepage:
		'hemsida webb webbplats webbadress webbsida homepage homepageurl website url web www hemsidaurl webbsajt hemsideadress lank',
	north:
		'lat latitude latitud north northing n nkoordinat ykoordinat sweref99n sweref99tmn geometrylat norr wgs84lat nord y koordinater coordinates latlong latlng latlon geopoint2d gps gpskoordinater wgs84',
	east: 'lon lng long longitude longitud east easting e o ekoordinat xkoordinat sweref99e sweref99tme geometrylon ost wgs84lon x',
	foundedYear:
		'bildad bildadar grundad grundades startar bildat foundedyear founded ar bildadear registreringsar stiftelsear',
	contacts:
		'kontaktperson kontakt kontaktpersoner ordforande kassor sekreterare contact contactperson contactname firmatecknare ansvarig fornamn efternamn kontaktpersonnamn contactspersonname kontaktpersonepost kontaktpersontelefon ordforandenamn ledamoter styrelse contactpersonname contactpersonrole contactpersonemail contactpersonphone',
	ignored:
		'status senastuppdaterad uppdaterad updated updatedat andrad registrerad aktiv active system sourcesystem source scrapedat land country lan region rakenskapsar fiscalyearstart',
};

const byWord = new Map(
	Object.entries(words).flatMap(([field, list]) =>
		list.split(' ').map((word): [string, keyof typeof words] => [word, field as keyof typeof words]),
	),
);

/** A column's name without case, signs and diacritics: "Org.nr" → "orgnr", "E-post" → "epost". */
export const headerKey = (header: string): string =>
	header
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/\p{M}/gu, '');

/** Headings that hold a contact person, whatever of theirs: "Kontaktperson", "Telefon ordförande", "Ordf. e-post". */
const CONTACT =
	/^(kontakt|contact|ledare)|kontaktp|contactp|ordf|kassor|sekr|firmateckn|ledamot|ledamoter|revisor|ansvarig|chair|treasurer|secretary|ledares?$/;
/** What is said of a coordinate beside its axis. */
const SYSTEM = /sweref|rt90|wgs84|koordinat|coordinate|25gonv|tm|99/g;
const NAME = /^(forening|klubb|organisation|aktor|lokal|anlaggning)\w*(namn|name)$/;

/** What a column's name says that it holds, or null. Of a dotted path the last part counts, unless it is a contact's. */
export function meaningOf(header: string): Field | 'contacts' | 'ignored' | null {
	const key = headerKey(header);
	const whole = byWord.get(key);
	if (whole) return whole;
	if (header.split(/[._]/).some((part) => CONTACT.test(headerKey(part)))) return 'contacts';
	if (NAME.test(key)) return 'name';
	const axis = key.replace(SYSTEM, '');
	if (axis !== key && /^(n|e|o|x|y|lat.*|lon.*|nord|norr|ost)$/.test(axis)) return byWord.get(axis) ?? null;
	const last = header.split('.').at(-1)!;
	return byWord.get(headerKey(last)) ?? byWord.get(headerKey(last.replace(/\(.*\)/, ''))) ?? null;
}
