import { type Subject, said } from './types.ts';

/** Games with a ball. */
export const ballGames: Subject[] = [
	{
		theme: 'football',
		family: 'sport',
		weight: 8,
		names: ['{v} BK', '{v} IF', '{v} FF', 'IK {v}', '{v} Bollsällskap'],
		keeps: 'club_house',
		at: ['sports_hall', 'club_house', 'outdoor_place'],
		lead: said(`
			Vi spelar fotboll för att det är roligt. Alla som vill får spela. | We play football because it is fun. Everyone who wants to can play.
			Klubben har lag från sex år och uppåt, en egen plan och ett klubbhus som hyrs ut. | The club has teams from six years up, its own pitch and a club house that is let.
			En liten klubb med stort hjärta: två seniorlag och många barn. | A small club with a large heart: two senior teams and many children.
			Fotboll för flickor och pojkar, damer och herrar, och för dem som mest vill röra på sig. | Football for girls and boys, women and men, and for those who mainly want to move.
		`),
		more: said(`
			Tränarna är föräldrar och gamla spelare. | The coaches are parents and former players.
			På vintern tränar vi inomhus i skolans hall. | In winter we train indoors in the school hall.
			Lån av skor är självklart hos oss. | Borrowing boots is a matter of course with us.
			Varje augusti ordnar vi en cup för de yngsta. | Each August we arrange a cup for the youngest.
		`),
		activities: [
			{
				name: ['Fotbollsskola', 'Football school'],
				when: 'SA SU 9 10',
				minutes: 60,
				ages: [5, 8],
				free: 40,
				year: 'term',
				about: said(`
					Lek med boll för de minsta. En vuxen stannar kvar. | Play with a ball for the youngest. One adult stays.
					Vi övar på att dribbla, passa och vara snälla mot varandra. | We practise dribbling, passing and being kind.
				`),
			},
			{
				name: ['Fotboll för flickor', 'Football for girls'],
				when: 'MO TU WE TH 16 17',
				minutes: 75,
				ages: [7, 13],
				free: 30,
				year: 'term',
				about: said(`
					Träning i blandade åldrar med ledare som själva spelar. Börja när du vill. | Training in mixed ages with leaders who play themselves. Start whenever you like.
				`),
			},
			{
				name: ['Fotbollsträning för barn', 'Football training for children'],
				when: 'MO TU WE TH 16 17',
				minutes: 75,
				ages: [7, 12],
				free: 30,
				year: 'term',
				about: said(`
					Två tränare på varje grupp. Ta med vattenflaska och benskydd om du har. | Two coaches for each group. Bring a water bottle, and shin guards if you have them.
					Vi delar in lagen på nytt varje gång, så att alla får spela med alla. | We make new teams each time so that everyone plays with everyone.
				`),
			},
			{
				name: ['Gåfotboll', 'Walking football'],
				when: 'WE TH 10 13',
				minutes: 60,
				ages: [55, 120],
				free: 70,
				about: said(`
					Fotboll i gångfart, med mer prat än poäng. Kaffe efteråt. | Football at walking pace, more talk than goals. Coffee afterwards.
				`),
			},
			{
				name: ['Spontanfotboll', 'Drop-in football'],
				when: 'FR SU 18 19',
				minutes: 90,
				ages: [13, 25],
				free: 100,
				about: said(`
					Hallen är öppen och lagen görs på plats. Ingen anmälan, inga avgifter. | The hall is open and teams are made on the spot. No booking, no fee.
				`),
			},
		],
		audiences: ['children', 'youth'],
	},
	{
		theme: 'floorball',
		family: 'sport',
		weight: 3,
		names: ['{v} IBK', 'Innebandyklubben {v}', '{v} Innebandy'],
		lead: said(`
			Innebandy för barn, unga och vuxna. | Floorball for children, young people and adults.
			Vi har lag i seriespel och grupper som bara spelar för skojs skull. | We have teams in the league and groups that play just for fun.
			Klubban är gul, humöret gott och hallen alltid bokad. | The stick is yellow, the mood is good and the hall always booked.
		`),
		more: said(`
			Klubbor finns att låna de första gångerna. | Sticks can be borrowed the first times.
			Vi vill ha fler tjejer och har en egen nybörjargrupp. | We want more girls and have a beginners' group for them.
		`),
		activities: [
			{
				name: ['Innebandy för nybörjare', 'Floorball for beginners'],
				when: 'SU WE 10 16',
				minutes: 60,
				ages: [6, 11],
				free: 40,
				year: 'term',
				about: said(`
					Första steget med klubba och boll. Gymnastikskor räcker. | First steps with stick and ball. Gym shoes will do.
				`),
			},
			{
				name: ['Motionsinnebandy', 'Floorball for fun'],
				when: 'MO TH 20',
				minutes: 60,
				ages: [18, 99],
				free: 20,
				about: said(`
					Vuxna som vill bli svettiga en timme. Blandade lag, ingen domare. | Adults who want to sweat for an hour. Mixed teams, no referee.
				`),
			},
		],
		audiences: ['children', 'youth'],
	},
	{
		theme: 'handball',
		family: 'sport',
		weight: 2,
		names: ['{v} HK', 'Handbollsklubben {v}'],
		lead: said(`
			Handboll från sju år. Vi tränar två gånger i veckan och åker på cuper. | Handball from seven years. We train twice a week and travel to cups.
			En klubb där de äldre lagen tränar de yngre. | A club where the older teams train the younger.
		`),
		activities: [
			{
				name: ['Minihandboll', 'Mini handball'],
				when: 'SA SU 9 10 11',
				minutes: 60,
				ages: [6, 9],
				free: 40,
				year: 'term',
				about: said(`
					Mjuk boll, små mål och mycket lek. | A soft ball, small goals and a lot of play.
				`),
			},
			{
				name: ['Handboll för tonåringar', 'Handball for teenagers'],
				when: 'TU TH 17 18',
				minutes: 90,
				ages: [13, 17],
				free: 10,
				year: 'term',
				about: said(`
					Träning för dig som spelat förut eller vill börja sent. | Training for those who have played before or start late.
				`),
			},
		],
		audiences: ['children', 'youth'],
	},
	{
		theme: 'basketball',
		family: 'sport',
		weight: 2,
		names: ['{v} Basket', 'Basketklubben {x}'],
		lead: said(`
			Basket i skolans hall, för alla som studsat en boll eller vill lära sig. | Basketball in the school hall for all who have bounced a ball or want to learn.
			Vi håller hallen öppen kvällar då andra stänger. | We keep the hall open in the evenings when others close.
		`),
		activities: [
			{
				name: ['Öppen basket', 'Open basketball'],
				when: 'FR SA 18 19 20',
				minutes: 150,
				ages: [13, 25],
				free: 100,
				about: said(`
					Kom som du är. Musik, bollar och ledare på plats hela kvällen. | Come as you are. Music, balls and leaders all evening.
				`),
			},
			{
				name: ['Basketskola', 'Basketball school'],
				when: 'SA TU 10 16',
				minutes: 60,
				ages: [7, 11],
				free: 40,
				year: 'term',
				about: said(`
					Bollkänsla, lek och de första reglerna. | Feel for the ball, play and the first rules.
				`),
			},
		],
		audiences: ['youth', 'children'],
		languages: ['en', 'so'],
	},
	{
		theme: 'volleyball',
		family: 'sport',
		weight: 1,
		names: ['{v} Volley'],
		lead: said(`
			Volleyboll inne på vintern och på stranden om sommaren. | Volleyball indoors in winter and on the beach in summer.
			Vi spelar blandat, damer och herrar tillsammans. | We play mixed, women and men together.
		`),
		activities: [
			{
				name: ['Motionsvolleyboll', 'Volleyball for fun'],
				when: 'MO WE 19',
				minutes: 90,
				ages: [16, 99],
				free: 20,
				about: said(`
					Några är duktiga, de flesta har roligt. Nya spelare är välkomna. | Some are good, most have fun. New players are welcome.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'racket_sports',
		family: 'sport',
		weight: 3,
		names: ['{v} Bordtennisklubb', '{v} Badminton', 'Tennissällskapet {v}', '{v} Padelvänner'],
		lead: said(`
			Kom och spela. Rack och bollar finns att låna. | Come and play. Bats and balls can be borrowed.
			Vi har bord uppställda två kvällar i veckan och tränare för barnen. | We have courts and tables ready two evenings a week and coaches for the children.
			Racketsport från åtta till åttio år. | Racket sports from eight to eighty.
		`),
		activities: [
			{
				name: ['Pingis för alla', 'Table tennis for all'],
				when: 'TU FR 17 18',
				minutes: 120,
				ages: [8, 120],
				free: 60,
				about: said(`
					Tolv bord, blandade åldrar. Vi roterar så att du möter många. | Twelve tables, mixed ages. We rotate so that you meet many.
				`),
			},
			{
				name: ['Badminton på dagtid', 'Daytime badminton'],
				when: 'TU TH 10 11',
				minutes: 90,
				ages: [55, 120],
				free: 30,
				about: said(`
					Lugnt dubbelspel för dig som är ledig på dagarna. | Calm doubles for you who are free in the daytime.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
