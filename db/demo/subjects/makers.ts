import { type Subject, said } from './types.ts';

/** Crafts, art, books and what has been. */
export const makers: Subject[] = [
	{
		theme: 'crafts',
		family: 'culture',
		weight: 4,
		names: ['{v} slöjdkrets', 'Maskorna {v}', 'Systugan {x}', 'Vävstugan {v}'],
		at: ['library', 'community_centre', 'bygdegard', 'residents_premises', 'hembygdsgard', 'cafe'],
		lead: said(`
			Vi stickar, syr och lagar. Garn, tyg och symaskiner finns. | We knit, sew and mend. Yarn, cloth and sewing machines are here.
			Ta med det du håller på med, eller börja med något nytt. | Bring what you are working on, or start something new.
			Slöjd i trä, ull och skinn för händer i alla åldrar. | Crafts in wood, wool and leather for hands of all ages.
		`),
		more: said(`
			Någon visar dig hur man gör, och snart visar du någon annan. | Someone shows you how, and soon you show someone else.
			Vi säljer på julmarknaden och pengarna går till nytt material. | We sell at the Christmas market and the money goes to new material.
		`),
		activities: [
			{
				name: ['Stickcafé', 'Knitting café'],
				when: 'TU SU 14 18',
				minutes: 150,
				free: 95,
				about: said(`
					Stickor, virknålar och restgarn på bordet. Kom och gå som du vill. | Needles, hooks and spare yarn on the table. Come and go as you like.
					Vi handarbetar och pratar. Nybörjare får ett eget nystan. | We do needlework and talk. Beginners get a ball of yarn.
				`),
			},
			{
				name: ['Öppen systuga', 'Open sewing room'],
				when: 'WE SA 11 17',
				minutes: 180,
				free: 90,
				about: said(`
					Åtta symaskiner, en overlock och hjälp med mönster. | Eight sewing machines, an overlocker and help with patterns.
				`),
			},
			{
				name: ['Laga kläder', 'Mend your clothes'],
				when: 'TH 17',
				minutes: 120,
				free: 100,
				about: said(`
					Byt en dragkedja, lappa ett knä, korta ett par byxor. Tråd finns. | Change a zip, patch a knee, shorten trousers. Thread is here.
				`),
			},
		],
		audiences: ['everyone'],
		languages: ['ar', 'so', 'uk'],
	},
	{
		theme: 'visual_arts',
		family: 'culture',
		weight: 2,
		names: ['{v} konstvänner', 'Ateljén {x}', 'Fotoklubben {x}'],
		lead: said(`
			Utställningar, kurser och en öppen ateljé. | Exhibitions, courses and an open studio.
			Vi målar, fotograferar och trycker, och hänger upp det vi vågar. | We paint, photograph and print, and hang what we dare.
			Konst för den som aldrig hållit i en pensel och för den som aldrig släpper den. | Art for those who never held a brush and those who never let it go.
		`),
		activities: [
			{
				name: ['Kroki', 'Life drawing'],
				when: 'TU 18',
				minutes: 150,
				ages: [16, 120],
				free: 20,
				year: 'term',
				about: said(`
					Korta poser, kol och stora papper. Handledare första tisdagen i månaden. | Short poses, charcoal and large sheets.
				`),
			},
			{
				name: ['Målarstund för barn', 'Painting for children'],
				when: 'SA 11',
				minutes: 90,
				ages: [5, 11],
				free: 80,
				about: said(`
					Ta kläder som tål färg. Vi har staffli i rätt höjd. | Wear clothes that can take paint. The easels are the right height.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'literature',
		family: 'culture',
		weight: 2,
		names: ['Läsecirkeln {x}', 'Skrivarna i {v}'],
		at: ['library', 'cafe', 'culture_house', 'bystuga'],
		lead: said(`
			Vi läser en bok i månaden och pratar om den. | We read one book a month and talk about it.
			Skrivarcirkel där vi läser upp för varandra och kritiserar snällt. | A writers' circle where we read to each other and criticise kindly.
		`),
		activities: [
			{
				name: ['Bokcirkel', 'Book circle'],
				when: 'MO WE 18',
				minutes: 120,
				ages: [16, 120],
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Boken finns att låna på biblioteket, även som ljudbok. | The book can be borrowed at the library, also as audio.
				`),
			},
			{
				name: ['Sagostund', 'Story time'],
				when: 'SA TH 10',
				minutes: 45,
				ages: [3, 7],
				free: 100,
				about: said(`
					Vi läser två bilderböcker och ritar efteråt. Ingen anmälan. | We read two picture books and draw afterwards. No booking.
				`),
			},
			{
				name: ['Läs tillsammans', 'Read together'],
				when: 'TU 13',
				minutes: 90,
				ages: [18, 120],
				free: 100,
				about: said(`
					Vi läser högt ur en novell och stannar där någon vill stanna. Du behöver inte ha läst något hemma. | We read a short story aloud and stop where someone wants to stop. No homework.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'local_heritage',
		extra: ['history'],
		family: 'village',
		weight: 4,
		names: ['{v} hembygdsförening', 'Hembygdskretsen {v}'],
		keeps: 'hembygdsgard',
		lead: said(`
			Vi vårdar gården, samlar bilder och berättelser och bjuder in till fest. | We care for the old farm, collect pictures and stories and invite to feasts.
			Hembygdsgården har tolv hus, en kvarn och tusen fotografier. | The old farm has twelve houses, a mill and a thousand photographs.
			Föreningen håller bygdens minne levande. | The association keeps the memory of the district alive.
		`),
		activities: [
			{
				name: ['Kaffestuga', 'Coffee at the old farm'],
				when: 'SU 13',
				minutes: 180,
				free: 50,
				year: 'summer',
				about: said(`
					Våfflor, kaffe och visning av husen klockan två. | Waffles, coffee and a tour of the houses at two.
				`),
			},
			{
				name: ['Berättarkväll', 'Evening of stories'],
				when: 'TH 18',
				minutes: 120,
				free: 90,
				rhythm: 'monthly',
				about: said(`
					Vi tittar på gamla bilder och försöker minnas vilka de är. | We look at old pictures and try to remember who they are.
				`),
			},
			{
				name: ['Midsommarfirande', 'Midsummer celebration'],
				when: 'FR 14',
				minutes: 180,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19,20,21,22,23,24,25;BYDAY=FR',
				about: said(`
					Vi klär stången från klockan elva och dansar från två. Ta med picknick. | We dress the pole from eleven and dance from two. Bring a picnic.
				`),
			},
			{
				name: ['Julmarknad', 'Christmas market'],
				when: 'SA 11',
				minutes: 240,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6,7,8,9,10,11,12;BYDAY=SA',
				about: said(`
					Hantverk, bröd, ljus och glögg i alla husen. | Crafts, bread, candles and mulled wine in all the houses.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'genealogy',
		extra: ['history'],
		family: 'culture',
		weight: 1,
		names: ['{v} släktforskare', 'Arkivkretsen {x}'],
		at: ['library', 'hembygdsgard', 'folkets_hus'],
		lead: said(`
			Vi hjälper dig att hitta dina släktingar i kyrkböcker, kartor och skeppslistor. | We help you find your relatives in church books, maps and ship lists.
			Arkivet är öppet och den som kan läsa gammal handstil sitter bredvid. | The archive is open and someone who reads old handwriting sits beside you.
		`),
		activities: [
			{
				name: ['Släktforskarhjälp', 'Help with family history'],
				when: 'TH SA 13 18',
				minutes: 120,
				ages: [15, 120],
				free: 90,
				about: said(`
					Ta med namn, år och socken om du har. Datorer och databaser finns. | Bring names, years and parish if you have them. There are computers and databases.
				`),
			},
		],
		audiences: ['seniors', 'everyone'],
	},
	{
		theme: 'history',
		family: 'culture',
		weight: 1,
		names: ['Historiska sällskapet {x}', 'Järnvägsmuseets vänner i {v}'],
		at: ['library', 'culture_house', 'folkets_hus'],
		lead: said(`
			Föredrag, vandringar och en skrift om året. | Talks, walks and one booklet a year.
			Vi gräver i arkiv och ibland, med tillstånd, i jorden. | We dig in archives and sometimes, with a permit, in the ground.
		`),
		activities: [
			{
				name: ['Föredrag med lokal historia', 'Talk on local history'],
				when: 'WE 18',
				minutes: 90,
				free: 60,
				rhythm: 'monthly',
				about: said(`
					En timme om bruket, järnvägen eller kvinnorna som inte kom med i böckerna. | An hour on the works, the railway or the women whom the books left out.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
