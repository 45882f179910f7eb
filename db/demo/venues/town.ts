import { said } from '../subjects/types.ts';
import { common, type VenuePattern } from './types.ts';

/** Houses of the municipality, the congregation and the quarter. */
export const townVenues: VenuePattern[] = [
	{
		kind: 'library',
		weight: 4,
		names: ['Biblioteket {x}', '{v} bibliotek', 'Närbiblioteket {x}'],
		rooms: [
			['Programrummet', 30, 40],
			['Grupprum 1', 6, 10],
			['Grupprum 2', 4, 8],
		],
		equipment: ['wifi', 'computers', 'projector', 'hearing_loop'],
		hours: [
			'Mo-Th 10:00-18:00; Fr 10:00-16:00; Sa 11:00-14:00; PH off',
			'Mo,We 13:00-19:00; Tu,Th 10:00-16:00; PH off',
			'Mo-Su 07:00-21:00',
		],
		lead: said(`
			Bibliotek med programrum, datorer och utskrift. | A library with a programme room, computers and printing.
			Litet bibliotek med stora öppettider: med lånekort kommer du in själv. | A small library with long hours: your card opens the door.
		`),
		more: said(`
			Grupprum lånas gratis. | Group rooms are free.
			Personalen hjälper till på flera språk. | The staff help in several languages.
		`),
		prices: common.free,
	},
	{
		kind: 'school',
		weight: 4,
		names: ['{v}skolan', '{v}skolan', 'Friskolan {x}'],
		rooms: [
			['Aulan', 150, 180],
			['Matsalen', 120, 140],
			['Slöjdsalen', 20, 60],
			['Gymnastiksalen', null, 220],
		],
		equipment: ['stage', 'projector', 'workshop', 'parking', 'playground', 'sports_floor'],
		hours: ['Mo-Fr 17:00-21:00; PH off', 'Mo-Fr 16:30-21:00; Sa 09:00-16:00; PH off'],
		lead: said(`
			Skolans salar kan lånas av föreningar på kvällar och helger. | The school's rooms can be used by associations in evenings and at weekends.
			Aula, matsal och slöjdsal som står tomma efter klockan fem. | A hall, a dining room and a workshop that stand empty after five.
		`),
		more: said(`
			Vaktmästaren låser upp och visar första gången. | The caretaker unlocks and shows you round the first time.
		`),
		prices: common.hourly,
	},
	{
		kind: 'preschool',
		weight: 1,
		names: ['Förskolan {x}'],
		rooms: [['Lekhallen', 20, 55]],
		equipment: ['kitchen', 'playground'],
		hours: ['Mo-Fr 17:00-20:00; PH off'],
		lead: said(`
			Förskola vars lekhall lånas ut till familjegrupper på kvällar. | A preschool whose play hall is lent to family groups in the evenings.
		`),
		more: said(`
			Små stolar, mjuka golv och gott om leksaker. | Small chairs, soft floors and plenty of toys.
		`),
		prices: common.free,
	},
	{
		kind: 'sports_hall',
		weight: 4,
		names: ['{v}hallen', '{v} idrottshall', 'Sporthallen {x}'],
		rooms: [
			['Hela hallen', 200, 800],
			['Halva A', null, 400],
			['Halva B', null, 400],
			['Speglarummet', 25, 90],
		],
		equipment: ['sports_floor', 'changing_rooms', 'parking', 'storage'],
		hours: ['Mo-Su 08:00-22:00', 'Mo-Fr 16:00-22:00; Sa-Su 09:00-20:00'],
		lead: said(`
			Idrottshall med läktare, två halvor och fyra omklädningsrum. | A sports hall with a stand, two halves and four changing rooms.
			Fullstor hall som går att dela med vägg. | A full-size hall that can be divided by a wall.
		`),
		more: said(`
			Lediga tider finns ofta på söndagar. | There are often free times on Sundays.
		`),
		prices: common.hourly,
	},
	{
		kind: 'youth_centre',
		weight: 3,
		names: ['Fritidsgården {x}', 'Ungdomsgården i {v}'],
		rooms: [
			['Kaféet', 50, 70],
			['Musikrummet', 8, 20],
			['Datarummet', 10, 18],
		],
		equipment: ['wifi', 'projector', 'kitchen', 'computers'],
		hours: ['Mo-Fr 15:00-21:00; PH off', 'Tu-Fr 14:00-20:00; Sa 16:00-22:00'],
		lead: said(`
			Fritidsgård med kafé, musikrum och pingis. | A youth centre with a café, a music room and table tennis.
			Öppen dörr efter skolan och rum som unga själva har målat. | An open door after school, in rooms that the young have painted.
		`),
		more: said(`
			Föreningar kan låna huset på förmiddagar. | Associations can use the house in the mornings.
		`),
		prices: common.free,
	},
	{
		kind: 'community_centre',
		weight: 4,
		names: ['Allaktivitetshuset {x}', 'Träffpunkt {v}', 'Medborgarhuset {x}'],
		rooms: [
			['Stora salen', 100, 120],
			['Ateljén', 20, 40],
			['Symaskinsrummet', 12, 24],
			['Köket', null, 30],
		],
		equipment: ['kitchen', 'sewing_machines', 'wifi', 'projector', 'hearing_loop', 'computers'],
		hours: ['Mo-Fr 09:00-20:00; Sa 10:00-15:00; PH off', 'Mo-Th 08:00-17:00; Fr 08:00-15:00; PH off'],
		lead: said(`
			Ett hus för hela stadsdelen: kurser, möten, matlagning och musik. | A house for the whole district: courses, meetings, cooking and music.
			Kom in och sätt dig. Här behöver du inget ärende. | Come in and sit down. You need no errand here.
		`),
		more: said(`
			En värd finns på plats och visar dig runt. | A host is there to show you round.
			Köket är godkänt för matlagning i grupp. | The kitchen is approved for cooking in groups.
		`),
		prices: common.free,
	},
	{
		kind: 'faith_premises',
		weight: 5,
		names: ['{v} församlingshem', '{v} kapell', 'Kyrkans hus {x}'],
		rooms: [
			['Församlingssalen', 80, 90],
			['Konfirmandrummet', 20, 30],
			['Köket', null, 20],
		],
		equipment: ['kitchen', 'piano', 'hearing_loop', 'projector', 'parking'],
		hours: ['Mo-Th 09:00-16:00; PH off', 'We 10:00-14:00'],
		lead: said(`
			Församlingshem med ljus sal och gott om bord. | A parish hall with a bright room and plenty of tables.
			Lokalen lånas ut till föreningar, oavsett tro. | The room is lent to associations whatever their faith.
		`),
		more: said(`
			Salen används av församlingen på söndagar. | The congregation uses the hall on Sundays.
		`),
		prices: common.free,
	},
	{
		kind: 'residents_premises',
		weight: 3,
		names: ['Kvarterslokalen {x}', 'Gemensamhetslokalen på {v}'],
		rooms: [['Samlingsrummet', 35, 50]],
		equipment: ['kitchen', 'wifi', 'playground'],
		hours: ['Mo-Su 08:00-22:00'],
		lead: said(`
			Gemensamhetslokal för de boende i området. | A common room for the residents of the area.
			En trea på bottenvåningen som blivit vardagsrum för hela gården. | A ground-floor flat that became the living room of the whole yard.
		`),
		more: said(`
			Lånas ut till föreningar när den är ledig. | Lent to associations when it is free.
		`),
		prices: common.free,
	},
	{
		kind: 'culture_house',
		weight: 2,
		names: ['Kulturhuset {x}', '{v} kulturlada'],
		rooms: [
			['Scenen', 220, 240],
			['Galleriet', 60, 90],
			['Repetitionsrummet', 12, 25],
		],
		equipment: ['stage', 'projector', 'piano', 'hearing_loop', 'wifi'],
		hours: ['Tu-Su 11:00-18:00; PH off'],
		lead: said(`
			Kulturhus med scen, galleri och repetitionsrum. | A culture house with stage, gallery and rehearsal rooms.
			En ombyggd lada där det ryms både dans och utställning. | A converted barn with room for both dance and exhibitions.
		`),
		more: said(`
			Föreningar på orten har förtur på måndagar. | Local associations come first on Mondays.
		`),
		prices: common.hourly,
	},
	{
		kind: 'cafe',
		weight: 2,
		names: ['Café {x}', 'Byakaféet i {v}'],
		rooms: [['Kaféet', 40, 55]],
		equipment: ['wifi', 'kitchen', 'playground'],
		hours: ['We-Su 11:00-17:00', 'Tu-Fr 09:00-16:00; Sa 10:00-15:00; PH off'],
		lead: said(`
			Kafé som drivs av volontärer och lånar ut rummet på kvällar. | A café run by volunteers that lends its room in the evenings.
			Fika till självkostnadspris och ett bord där alla får sätta sig. | Coffee at cost price and one table where anyone may sit down.
		`),
		more: said(`
			Barnvagnar får plats. | There is room for prams.
		`),
		prices: common.free,
	},
	{
		kind: 'other',
		weight: 1,
		names: ['Gamla brandstationen i {v}', 'Stationshuset {x}', 'Magasinet {x}'],
		rooms: [
			['Stora rummet', 60, 80],
			['Verkstaden', 10, 40],
		],
		equipment: ['workshop', 'kitchen', 'parking', 'storage'],
		hours: [],
		lead: said(`
			Ett hus som har varit något annat och nu är till för föreningar. | A house that was something else and is now for associations.
		`),
		more: said(`
			Delas av fem föreningar som turas om att städa. | Shared by five associations that take turns to clean.
		`),
		prices: common.hall,
	},
];
