import { type Subject, said } from './types.ts';

/** Swedish practice, meetings between new and old neighbours, and the way to work. */
export const newcomers: Subject[] = [
	{
		theme: 'language_cafe',
		extra: ['integration'],
		family: 'welcome',
		weight: 5,
		names: [
			'{v} språkvänner',
			'Språkbryggan {v}',
			'Föreningen Ord för Ord i {p}',
			'Pratbänken {x}',
			'{v} språkkrets',
			'Köksbordet {x}',
		],
		lead: said(`
			Vi övar svenska tillsammans runt ett bord med kaffe och te. | We practise Swedish together around a table with coffee and tea.
			Du som är ny i Sverige träffar oss som bott här längre. | If you are new in Sweden, come and meet those of us who have lived here longer.
			Här pratar du svenska i lugn takt med människor som har tid. | Here you speak Swedish at a calm pace with people who have time.
			Vi är grannar som ses för att prata, skratta och lära oss språk. | We are neighbours who meet to talk, laugh and learn languages.
		`),
		more: said(`
			Varje gång har ett ämne: mat, jobb, skola eller väder. Du får vara med och bestämma. | Each time has a topic: food, work, school or weather. You help to choose.
			Vi delar upp oss i små grupper, så att alla hinner säga något. | We split into small groups so that everyone gets to speak.
			Du kan börja när du vill och komma hur ofta du vill. | You can start whenever you like and come as often as you like.
			Ibland läser vi en lätt bok eller en tidning på lätt svenska. | Sometimes we read an easy book or a newspaper in easy Swedish.
			På sommaren tar vi med språket ut: vi går, badar och plockar bär. | In summer we take the language outdoors: we walk, swim and pick berries.
		`),
		activities: [
			{
				name: ['Språkkafé', 'Language café'],
				when: 'MO TU WE TH 16 17 18',
				minutes: 90,
				free: 100,
				about: said(`
					Öva svenska över en kopp kaffe. Du väljer själv om du vill prata mycket eller mest lyssna. | Practise Swedish over a cup of coffee. Speak a lot or mostly listen, as you like.
					Vi sitter i små grupper och pratar om vardagen. Nya deltagare är välkomna varje gång. | We sit in small groups and talk about everyday life. New people are welcome every time.
					Språkkafé för alla nivåer, från de första orden till dig som vill slipa på uttalet. | A language café for all levels, from first words to polishing your accent.
					Kvällens ämne står på tavlan. Vi spelar också spel och löser korsord på lätt svenska. | The topic is on the board. We also play games and solve easy crosswords.
				`),
			},
			{
				name: ['Prata svenska över en fika', 'Speak Swedish over coffee'],
				when: 'TU TH SA 13 14',
				minutes: 120,
				ages: [16, 120],
				free: 100,
				about: said(`
					Vi bjuder på fika, du bjuder på sällskap. Passar dig som läser sfi. | We offer the coffee, you offer your company. Good if you study Swedish for immigrants.
					Ett avslappnat samtal på svenska med volontärer från trakten. | A relaxed talk in Swedish with volunteers from the area.
				`),
			},
			{
				name: ['Språkkafé för föräldralediga', 'Language café for parents on leave'],
				when: 'MO WE 10',
				minutes: 90,
				ages: [18, 120],
				free: 100,
				year: 'term',
				about: said(`
					Ta med barnet. Det finns filtar på golvet, skötbord och någon som kan vagga vagnen. | Bring your child. There are blankets on the floor, a changing table and someone to rock the pram.
				`),
			},
			{
				name: ['Språkkafé på nätet', 'Language café online'],
				when: 'MO WE 19 20',
				minutes: 60,
				ages: [16, 120],
				free: 100,
				online: true,
				about: said(`
					Vi ses på skärmen. Du behöver bara en telefon. Länken är densamma varje gång. | We meet on screen. A phone is enough. The link is the same every time.
				`),
			},
		],
		audiences: ['newcomers', 'everyone'],
		languages: ['ar', 'so', 'uk', 'ti', 'fa', 'en'],
	},
	{
		theme: 'integration',
		family: 'welcome',
		weight: 3,
		names: ['Mötesplats {x}', 'Grannskapet {v}', 'Föreningen Dörren på glänt i {p}', 'Nya vänner {v}'],
		lead: said(`
			Vi lagar mat, syr, odlar och lär känna varandra. | We cook, sew, garden and get to know each other.
			Föreningen ordnar möten mellan gamla och nya bybor. | The association brings old and new villagers together.
			Hos oss är du inte besökare utan en av oss från första dagen. | With us you are not a visitor but one of us from the first day.
		`),
		more: said(`
			Det finns alltid kaffe och någon att prata med. | There is always coffee and someone to talk to.
			Vi följer med till banken, vårdcentralen eller skolan om du vill ha sällskap. | We come along to the bank, the health centre or the school if you want company.
			Två gånger om året har vi stor fest med mat från alla håll. | Twice a year we have a great feast with food from everywhere.
			Vi matchar familjer som vill lära känna varandra. | We introduce families who want to get to know each other.
		`),
		activities: [
			{
				name: ['Matlagning från hela världen', 'Cooking from around the world'],
				when: 'FR SA 16 17',
				minutes: 180,
				free: 80,
				about: said(`
					Varje gång lagar någon ny en rätt hemifrån, och vi andra skalar och hackar. | Each time someone new cooks a dish from home while the rest of us peel and chop.
					Vi lagar och äter tillsammans. Maten är vegetarisk eller halal, fråga om du är allergisk. | We cook and eat together. The food is vegetarian or halal; ask if you have allergies.
				`),
			},
			{
				name: ['Mångfaldsfestival', 'Festival of many cultures'],
				when: 'SA 11',
				minutes: 480,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1SA',
				about: said(`
					Mat, musik och dans från hela världen, och ett tält för barnen. | Food, music and dance from the whole world, and a tent for the children.
				`),
			},
			{
				name: ['Hjälp med blanketter', 'Help with forms'],
				when: 'WE TH 14 15',
				minutes: 120,
				ages: [18, 120],
				free: 100,
				about: said(`
					Ta med brevet du inte förstår. Vi läser det tillsammans och fyller i det som behövs. | Bring the letter you do not understand. We read it together and fill in what is needed.
				`),
			},
			{
				name: ['Körkortsteori på lätt svenska', 'Driving theory in easy Swedish'],
				when: 'TU SU 17',
				minutes: 120,
				ages: [17, 120],
				free: 90,
				year: 'term',
				about: said(`
					Vi går igenom ett kapitel i taget och övar på provfrågor. | We go through one chapter at a time and practise test questions.
				`),
			},
		],
		audiences: ['newcomers', 'everyone'],
		languages: ['ar', 'uk', 'ti', 'so', 'en'],
	},
	{
		theme: 'work_mentoring',
		extra: ['integration'],
		family: 'welcome',
		weight: 2,
		names: ['Mentorerna {v}', 'Första steget {v}', 'Jobbcirkeln i {p}'],
		lead: said(`
			Här möter du en mentor som kan din bransch. | Here you meet a mentor who knows your trade.
			Vi hjälper varandra till ett första jobb, eller ett nytt. | We help each other to a first job, or a new one.
			Föreningen öppnar dörrar mellan den som söker arbete och den som behöver folk. | The association opens doors between those who look for work and those who need people.
		`),
		more: said(`
			Mentorn och du ses varannan vecka i ett halvår. | You meet your mentor every other week for half a year.
			Vi gör studiebesök hos företag i trakten. | We visit companies in the area.
		`),
		activities: [
			{
				name: ['Skriv ditt CV', 'Write your CV'],
				when: 'TU TH 13 17',
				minutes: 120,
				ages: [16, 120],
				free: 100,
				about: said(`
					Vi sitter bredvid dig och skriver klart. Datorer finns. | We sit beside you until it is done. There are computers.
					Lär dig skriva ett kort brev och ett CV som någon orkar läsa. | Learn to write a short letter and a CV that someone will read.
				`),
			},
			{
				name: ['Starta eget, öppen rådgivning', 'Start a business, open advice'],
				when: 'WE 16',
				minutes: 120,
				ages: [18, 120],
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Ta med din idé. Vi reder ut vad som krävs och vem som kan hjälpa dig vidare. | Bring your idea. We sort out what it takes and who can help you further.
				`),
			},
		],
		audiences: ['newcomers'],
		languages: ['en', 'ar', 'uk'],
	},
];
