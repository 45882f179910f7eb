/**
 * The most common given names in Sweden (SCB name statistics, names borne by the whole population), folded to a-z.
 * Used only to keep addresses and names of persons from being published.
 */
export const given: ReadonlySet<string> = new Set(
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
	fatima amina mariam layla zahra yusuf abdi abdullah`
		.split(/\s+/)
		.filter(Boolean),
);
