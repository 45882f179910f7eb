import { type Subject, said } from './types.ts';

/** What concerns all. */
export const society: Subject[] = [
	{
		theme: 'politics',
		extra: ['society'],
		family: 'village',
		weight: 1,
		names: ['Medborgarforum {v}', 'Kommunlistan {x}'],
		at: ['library', 'folkets_hus', 'bygdegard'],
		lead: said(`
			Samtal om kommunens framtid, utan parti. | Talks on the future of the municipality, without a party.
			Vi läser handlingarna, frågar politikerna och berättar vidare. | We read the papers, ask the politicians and pass it on.
		`),
		activities: [
			{
				name: ['Öppet samtal', 'Open talk'],
				when: 'TH 18',
				minutes: 120,
				ages: [15, 120],
				free: 100,
				rhythm: 'monthly',
				about: said(`
					En fråga, tre inledare och sedan ordet fritt. | One question, three speakers and then the floor is open.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'human_rights',
		extra: ['international'],
		family: 'support',
		weight: 1,
		names: ['Rättighetsgruppen {x}', 'Asylkretsen i {v}'],
		lead: said(`
			Vi skriver brev, ordnar möten och följer med till myndigheter. | We write letters, hold meetings and come along to authorities.
			Stöd och råd för den som söker skydd eller har blivit illa behandlad. | Support and advice for those who seek protection or have been treated badly.
		`),
		activities: [
			{
				name: ['Juridisk rådgivning', 'Legal advice'],
				when: 'TU 17',
				minutes: 120,
				ages: [18, 120],
				free: 100,
				about: said(`
					Volontärer som kan lagen lyssnar och hjälper dig att förstå ditt brev. | Volunteers who know the law listen and help you understand your letter.
				`),
			},
		],
		audiences: ['newcomers', 'everyone'],
		languages: ['en', 'ar', 'fa', 'ti'],
	},
	{
		theme: 'peace',
		family: 'social',
		weight: 1,
		names: ['Fredsgruppen {x}'],
		lead: said(`
			Vi arbetar för fred, från skolgården och uppåt. | We work for peace, from the schoolyard and up.
			Föredrag, konserter och ett ljus på torget varje månad. | Talks, concerts and a candle in the square every month.
		`),
		activities: [
			{
				name: ['Fredssamtal', 'Talk on peace'],
				when: 'MO 18',
				minutes: 90,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Vi läser en text och lyssnar på varandra till slut. | We read a text and hear each other out.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'international',
		extra: ['peace'],
		family: 'welcome',
		weight: 2,
		names: ['Vänortskretsen {v}', 'Föreningen Brunnen {x}'],
		lead: said(`
			Vi har vänner i andra länder och samlar in till skolor och brunnar. | We have friends in other countries and collect for schools and wells.
			Second hand varje lördag. Överskottet går oavkortat vidare. | Second hand every Saturday. All the profit goes on.
		`),
		activities: [
			{
				name: ['Second hand', 'Second-hand shop'],
				when: 'SA WE 11',
				minutes: 180,
				free: 100,
				about: said(`
					Kläder, porslin och böcker. Lämna in sådant du själv skulle vilja köpa. | Clothes, china and books. Give what you would like to buy yourself.
				`),
			},
			{
				name: ['Världskväll', 'World evening'],
				when: 'TH 18',
				minutes: 150,
				free: 90,
				rhythm: 'monthly',
				about: said(`
					Ett land, dess mat och någon som bott där. | One country, its food and someone who has lived there.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'unions_business',
		family: 'village',
		weight: 1,
		names: ['{v} företagarkrets', 'Köpmännen i {v}'],
		at: ['folkets_hus', 'cafe', 'culture_house'],
		lead: said(`
			Företagare som hjälper varandra och håller ljusen tända i skyltfönstren. | Business owners who help each other and keep the lights on in the shop windows.
			Vi ordnar marknad, julskyltning och frukostmöten. | We arrange the market, the Christmas windows and breakfast meetings.
		`),
		activities: [
			{
				name: ['Frukostmöte', 'Breakfast meeting'],
				when: 'TH FR 7',
				minutes: 90,
				ages: [18, 120],
				free: 60,
				rhythm: 'monthly',
				about: said(`
					En kort föredragning, sedan kaffe och kontakter. | A short talk, then coffee and contacts.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'readiness',
		family: 'village',
		weight: 2,
		names: ['Beredskapsgruppen {v}', '{v} hjälpkår'],
		form: 'network',
		lead: said(`
			Vi lär oss klara en vecka utan ström, tillsammans. | We learn to manage a week without power, together.
			Grannar med vedspis, traktor och förstahjälpenkurs, samlade på en lista. | Neighbours with wood stoves, tractors and first-aid training, gathered on one list.
		`),
		activities: [
			{
				name: ['Kurs i hemberedskap', 'Course in home preparedness'],
				when: 'WE SU 15 18',
				minutes: 120,
				ages: [15, 120],
				free: 100,
				rhythm: 'once',
				about: said(`
					Vatten, värme, mat och radio. Du får en lista att ta hem. | Water, warmth, food and radio. You get a list to take home.
				`),
			},
			{
				name: ['Första hjälpen', 'First aid'],
				when: 'TU 18',
				minutes: 150,
				ages: [12, 120],
				free: 80,
				rhythm: 'monthly',
				about: said(`
					Hjärt-lungräddning på docka, och hur man lägger någon i sidoläge. | Heart and lung rescue on a doll, and how to place someone in the recovery position.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
