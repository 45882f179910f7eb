/**
 * The most common given names in Sweden (SCB name statistics, names borne by the whole population), folded to a-z.
 * Used only to keep addresses and names of persons from being published.
 */
const given: ReadonlySet<string> = new Set(
	`anna eva maria karin sara kristina lena christina emma kerstin marie malin jenny hanna ulla anneli annika birgitta
	monica monika susanne inger elin johanna marianne linda ingrid sofia helena elisabeth elisabet gunilla carina ida
	asa julia anita barbro ann agneta anette ulrika jessica cecilia berit margareta katarina catharina camilla sofie
	amanda lisa frida therese gun siv yvonne gunnel irene britt louise maja linnea charlotte pia ellen erika ewa
	viktoria victoria josefin caroline mona ella rebecka astrid lovisa madeleine mikaela elsa klara clara matilda ebba
	lars mikael michael anders johan erik per karl carl peter jan thomas tomas daniel fredrik hans andreas stefan
	mattias magnus mats bengt bo jonas niklas alexander bjorn leif martin nils patrik patrick lennart ulf david
	henrik marcus markus christer krister kjell robert joakim goran simon christian kristian sven emil oskar oscar
	roger tommy gunnar jakob jacob hakan filip philip johannes rickard rikard anton kent linus roland ake olle ola
	olof william gustav gustaf axel lucas lukas jimmy claes klas ingemar kenneth conny arne stig tobias viktor victor
	sebastian rolf adam elias kurt hugo oliver mohamed mohammed ahmed ali hassan hussein omar ibrahim mahmoud
	fatima amina mariam layla zahra yusuf abdi abdullah
	agnes alice alma anne beatrice britta brita carin caroline christin doris edit ellinor elvira emelie ester ewelina
	felicia gerd greta gudrun hedda hedvig henny ines ingegerd ingela isabelle jeanette jennie jenni kajsa karolina katja
	laila lilian lillemor linn lisbeth liselott liselotte lotta magdalena margit margaretha marita mariana marlene matilde
	mimmi mirjam moa nathalie nina olivia paula petra ragnhild ritva rosita rut ruth sanna siri solveig sonja
	stina tina tove tuva ulrica vera viola ylva yasmin khadija samira noor
	albert albin allan arvid assar august bernt birger borje bertil bruno calle carlos casper dag dennis edvin einar
	emanuel ernst evert felix folke frank fritz goesta gosta greger gunder harald harry helge helmer henning henrik herbert holger
	ingvar isak ivar jens jerker jerry jesper joel jorgen jose josef juan kaj ken kennet kim knut leo leon linus loke lukasz love
	manfred marco marko markku melker michal milan mohammad muhammad mustafa mehmet noel osama pontus ragnar
	ralf ronny ronnie ruben rune samuel staffan sigvard sixten sture sune svante teodor theodor timo torbjorn tord
	tore torgny torsten tore uno urban valter verner vilhelm vidar vincent wilhelm wilmer yngve yousef`
		.split(/\s+/)
		.filter(Boolean),
);

/** Whether a word is one of them, also the first part of a double one ("Lars-Erik"). */
export const isGiven = (word: string): boolean =>
	given.has(word.split('-')[0]!.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));

/** Endings that family names have and little else; of places only some. */
export const isSurname = (word: string): boolean =>
	/(?:\p{L}sson|\p{L}{2}(?:berg|str[öo]m|gren|lund|kvist|quist|qvist|dahl|l[öo]f|blom|stedt|b[äa]ck|lind))$/iu.test(
		word,
	);
