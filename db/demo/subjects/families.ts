import type { VenueKind } from '../../../src/domain/taxonomies.ts';
import { type Family, type Said, said } from './types.ts';

/** What an association may add to what it says of itself. */
export const closings: Record<Family, Said[]> = {
	sport: said(`
		Du får prova gratis två gånger innan du bestämmer dig. | You can try twice for free before you decide.
		Vi söker ledare. Du behöver inte kunna allt, vi har utbildning. | We are looking for leaders. You need not know everything: we have courses.
		Har du svårt att betala avgiften? Säg till, så löser vi det utan krångel. | Is the fee hard to pay? Tell us and we will solve it quietly.
		Utrustning finns att låna tills du vet att du vill fortsätta. | You can borrow equipment until you know that you want to go on.
		Alla får vara med på sin egen nivå. | Everyone takes part at their own level.
		Träningarna följer skolans terminer om inget annat står. | Training follows the school terms unless we say otherwise.
		Vi har nolltolerans mot mobbning och alla ledare visar utdrag ur belastningsregistret. | We do not accept bullying, and the police record of every leader is checked.
		Föräldrar hjälper till med fika, skjuts och linjer på planen. | Parents help with snacks, lifts and lines on the pitch.
	`),
	culture: said(`
		Förkunskaper behövs inte, bara lust. | No experience is needed, only the wish.
		Nya medlemmar är välkomna hela året. | New members are welcome all year.
		Medlemsavgiften är låg och den som är under 25 betalar hälften. | The fee is low, and those under 25 pay half.
		Vi samarbetar gärna med skolor, bibliotek och andra föreningar. | We like to work with schools, libraries and other associations.
		Kom och titta en gång innan du anmäler dig. | Come and have a look before you sign up.
		Kaffe och bulle finns alltid i pausen. | There is always coffee and a bun in the break.
		Föreningen är ideell och drivs av medlemmarna. | The association is run by its members without profit.
	`),
	welcome: said(`
		Du behöver inte vara medlem för att komma. | You need not be a member to come.
		Ta gärna med en vän eller granne. | Bring a friend or a neighbour.
		Barn får följa med. Det finns leksaker och något att äta. | Children may come along. There are toys and something to eat.
		Vi hjälper dig att hitta andra föreningar om du söker något vi inte har. | We help you find other associations if you look for something we do not have.
		Alla språk går bra, vi hjälps åt att översätta. | Any language will do, we help each other to translate.
		Säg till om du behöver skjuts, så ordnar vi det. | Tell us if you need a lift and we will arrange it.
		Vi behöver fler som kan prata svenska en stund i veckan. | We need more people who can speak Swedish with others for a while each week.
	`),
	social: said(`
		Kom förbi en gång och se om det passar dig. | Drop by once and see if it suits you.
		Nya är välkomna när som helst på året. | New people are welcome at any time of the year.
		Vi är en liten grupp och blir gärna fler. | We are a small group and would like to be more.
		Har du inte råd löser vi det. Säg till någon av oss. | If you cannot afford it we will solve it. Tell one of us.
		Den som vill hjälpa till får gärna det, men måste inte. | You are welcome to help, but you need not.
		Ta gärna med en vän eller granne. | Bring a friend or a neighbour.
		Medlemsavgiften är låg och räcker hela året. | The fee is low and lasts all year.
	`),
	village: said(`
		Alla som bor här eller har hus här kan vara medlemmar. | Everyone who lives here or has a house here can be a member.
		Nya idéer är välkomna, och nya händer ännu mer. | New ideas are welcome, and new hands even more so.
		Vi håller årsmöte i mars. Då finns det smörgåstårta. | Our annual meeting is in March. There is sandwich cake.
		Det som händer står på anslagstavlan vid brevlådorna och här. | What goes on is written on the board by the letter boxes, and here.
		Är du nyinflyttad får du en första kaffekorg av oss. | If you have just moved in we bring you a basket with coffee.
		Vi har vägar, badplats och ljusslinga att sköta, och gör det tillsammans. | We have paths, a bathing place and lights to look after, and we do it together.
		Föreningen har funnits i flera generationer. | The association has been here for generations.
	`),
	support: said(`
		Du får vara anonym. | You may stay anonymous.
		Vi har tystnadslöfte. | What you say stays with us.
		Det mesta vi gör är gratis. | Most of what we do is free.
		Ring eller skriv, så bestämmer vi en tid som passar dig. | Call or write and we will find a time that suits you.
		Du kan ta med någon du litar på. | You can bring someone you trust.
		Vi kan boka tolk om du säger till några dagar före. | We can book an interpreter if you tell us some days ahead.
		Hos oss möter du andra som varit med om samma sak. | With us you meet others who have been through the same.
	`),
	nature: said(`
		Klä dig efter väder och ta med matsäck. | Dress for the weather and bring something to eat.
		Vi samåker från parkeringen vid affären. | We share cars from the shop's car park.
		Takten är lugn och ingen lämnas efter. | The pace is calm and nobody is left behind.
		Nybörjare går med någon som är van. | Beginners go with someone who is used to it.
		Allt vi ordnar är öppet även för dig som inte är medlem. | All we arrange is open to non-members too.
		Barn är välkomna i vuxens sällskap. | Children are welcome with an adult.
	`),
};

/** Where each family is at home. */
export const homes: Record<Family, VenueKind[]> = {
	sport: ['sports_hall', 'school', 'club_house'],
	culture: ['culture_house', 'bygdegard', 'folkets_hus', 'school', 'community_centre', 'library', 'ordenshus'],
	welcome: ['library', 'community_centre', 'faith_premises', 'folkets_hus', 'residents_premises', 'cafe', 'bygdegard'],
	social: ['bygdegard', 'library', 'community_centre', 'faith_premises', 'folkets_hus', 'residents_premises', 'school'],
	village: ['bygdegard', 'bystuga', 'hembygdsgard', 'folkets_hus', 'ordenshus'],
	support: ['community_centre', 'faith_premises', 'residents_premises', 'library', 'folkets_hus', 'bygdegard'],
	nature: ['outdoor_place', 'scout_hut', 'hembygdsgard', 'bystuga'],
};

/** What is asked for what is not free. */
export const prices: Record<Family, string[]> = {
	sport: [
		'600 kr för terminen',
		'450 kr för barn, 800 kr för vuxna per termin',
		'40 kr per gång',
		'900 kr för terminen, prova gratis två gånger',
		'Medlemskap 200 kr om året',
	],
	culture: ['500 kr för terminen', '50 kr per gång', '300 kr för medlemmar', '100 kr, under 18 år gratis', '60 kr'],
	welcome: ['20 kr för fikat', '30 kr för maten'],
	social: ['20 kr för fikat', '40 kr per gång', '200 kr för terminen'],
	village: ['20 kr för kaffe och bulle', '50 kr, barn gratis', '80 kr med mat', '40 kr'],
	support: ['20 kr för fikat', '40 kr för middagen'],
	nature: ['50 kr för den som inte är medlem', '100 kr för familjen', '30 kr'],
};
