import { said } from '../subjects/types.ts';
import { common, type VenuePattern } from './types.ts';

/** Halls that the people of a place have built. */
export const villageVenues: VenuePattern[] = [
	{
		kind: 'bygdegard',
		weight: 10,
		rural: true,
		names: ['{v} bygdegård', '{v} bygdegård', 'Bygdegården {x} i {v}', '{v} nya bygdegård'],
		rooms: [
			['Stora salen', 120, 110],
			['Lilla salen', 30, 35],
			['Köket', null, 25],
		],
		equipment: ['kitchen', 'stage', 'parking', 'projector', 'piano', 'charging'],
		hours: [],
		lead: said(`
			Bygdegård med stor sal, scen och kök för hundra gäster. | Village hall with a large room, a stage and a kitchen for a hundred guests.
			Röd träbyggnad från 1930-talet, isolerad och uppvärmd året om. | A red wooden house from the 1930s, warm all year.
			Bygdens vardagsrum, med dansgolv, kamin och porslin för åttio. | The living room of the district, with a dance floor, a stove and china for eighty.
			Före detta skola som blivit samlingslokal. Skolgården är kvar. | A former school that became a hall. The schoolyard is still there.
		`),
		more: said(`
			Hyrs ut till möten, kurser, bröllop och barnkalas. | For hire for meetings, courses, weddings and children's parties.
			Nyckel hämtas i nyckelskåpet, koden får du när du bokat. | The key is in the key safe; you get the code when you have booked.
			Du städar själv efter dig. | You clean up after yourself.
			Bussen stannar vid vägen, 200 meter bort. | The bus stops on the road, 200 metres away.
		`),
		prices: common.hall,
	},
	{
		kind: 'folkets_hus',
		weight: 4,
		names: ['{v} Folkets hus', 'Folkets hus {x}'],
		rooms: [
			['Stora salen', 180, 160],
			['Foajén', 60, 70],
			['Mötesrummet', 16, 24],
		],
		equipment: ['stage', 'projector', 'piano', 'kitchen', 'hearing_loop', 'wifi'],
		hours: ['Mo-Fr 10:00-16:00; PH off', 'Tu-Th 12:00-20:00; PH off'],
		lead: said(`
			Folkets hus med bio, scen och mötesrum mitt i orten. | A people's hall with cinema, stage and meeting rooms in the middle of the town.
			Här går man på bio, årsmöte och bröllop i samma sal. | Cinema, annual meetings and weddings, all in the same hall.
		`),
		more: said(`
			Tekniker kan bokas för ljud och ljus. | A technician can be booked for sound and light.
			Mötesrummet går att boka med kort varsel. | The meeting room can be booked at short notice.
		`),
		prices: common.hall,
	},
	{
		kind: 'ordenshus',
		weight: 3,
		names: ['Ordenshuset {x}', 'Logehuset i {v}'],
		rooms: [
			['Salen', 70, 80],
			['Kaffeköket', null, 12],
		],
		equipment: ['kitchen', 'piano', 'stage'],
		hours: [],
		lead: said(`
			Drogfri samlingslokal för möten, dans och kurser. | A sober hall for meetings, dance and courses.
			Liten scen, stort piano och höga fönster. | A small stage, a large piano and tall windows.
		`),
		more: said(`
			Ingen alkohol i huset, inte heller på fester. | No alcohol in the house, not at parties either.
		`),
		prices: common.hall,
	},
	{
		kind: 'hembygdsgard',
		weight: 4,
		rural: true,
		names: ['{v} hembygdsgård', 'Hembygdsgården {x}'],
		rooms: [
			['Logen', 90, 120],
			['Storstugan', 25, 40],
		],
		equipment: ['kitchen', 'barbecue', 'parking', 'stage'],
		hours: ['Jun-Aug Su 13:00-16:00', 'May-Sep Sa-Su 12:00-16:00'],
		lead: said(`
			Gammal gård med loge, storstuga och trädgård. | An old farm with a barn, a main room and a garden.
			Timrade hus som flyttats hit från hela socknen. | Log houses moved here from the whole parish.
		`),
		more: said(`
			Logen hyrs ut från maj till september och saknar värme. | The barn is let from May to September and has no heating.
			Gården är alltid öppen att gå runt i. | You may walk around the yard at any time.
		`),
		prices: common.hall,
	},
	{
		kind: 'bystuga',
		weight: 4,
		rural: true,
		names: ['Bystugan i {v}', '{v} bystuga'],
		rooms: [['Stugan', 40, 45]],
		equipment: ['kitchen', 'parking', 'barbecue'],
		hours: [],
		lead: said(`
			Liten stuga för bymöten, syjuntor och barnkalas. | A small cottage for village meetings, sewing circles and parties.
			Ett rum, ett kök och en kamin som drar bra. | One room, one kitchen and a good stove.
		`),
		more: said(`
			Nyckeln hämtas hos byalaget. | The key is with the village group.
			Vatten från maj till oktober, annars tar du med i dunk. | Running water from May to October; otherwise bring some.
		`),
		prices: ['200 kr per dygn', ...common.free],
	},
	{
		kind: 'club_house',
		weight: 4,
		names: ['{v} klubbhus', 'Klubbstugan {v}'],
		rooms: [['Klubbrummet', 50, 60]],
		equipment: ['kitchen', 'changing_rooms', 'parking', 'storage'],
		hours: [],
		lead: said(`
			Klubbhus vid idrottsplatsen med kök och stora fönster mot planen. | A club house by the pitch with a kitchen and large windows.
			Klubbstuga med bastu, omklädning och öppen spis. | A club hut with a sauna, changing rooms and a fireplace.
		`),
		more: said(`
			Ledigt de flesta vardagar före klockan 16. | Free most weekdays before four in the afternoon.
		`),
		prices: common.hall,
	},
	{
		kind: 'scout_hut',
		weight: 2,
		rural: true,
		names: ['Scoutstugan {x}', '{v} lägergård'],
		rooms: [
			['Lägersalen', 40, 50],
			['Sovsalen', 24, 40],
		],
		equipment: ['barbecue', 'kitchen', 'storage'],
		hours: [],
		lead: said(`
			Stuga vid skogen med våningssängar, kamin och eldplats. | A hut by the forest with bunks, a stove and a fireplace.
			Lägergård för skolklasser och föreningar, utan mobiltäckning i dalen. | A camp for school classes and associations; no phone signal in the valley.
		`),
		more: said(`
			Ta med sovsäck. Ved ingår. | Bring a sleeping bag. Firewood is included.
		`),
		prices: ['60 kr per person och natt', ...common.free],
	},
	{
		kind: 'outdoor_place',
		weight: 3,
		names: ['Grillplatsen {x}', '{v} festplats', 'Isbanan i {v}', 'Odlingslotterna {v}'],
		rooms: [],
		equipment: ['barbecue', 'playground', 'parking'],
		hours: ['24/7'],
		lead: said(`
			Öppen plats med tak, bord och eldstad. Fri att använda. | An open place with a roof, tables and a fireplace. Free to use.
			Dansbana, gräs och skugga under björkarna. | A dance floor, grass and shade under the birches.
		`),
		more: said(`
			Ved finns i boden. Lämna platsen finare än du fann den. | There is firewood in the shed. Leave the place nicer than you found it.
		`),
		prices: common.free,
	},
];
