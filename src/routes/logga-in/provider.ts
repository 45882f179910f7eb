import { error, type RequestEvent } from '@sveltejs/kit';

/** The municipality's own sign-in that an address names, and where somebody comes back from it to. */
export async function providerAt({
	params,
	locals: { site },
}: Pick<RequestEvent<{ slug: string }>, 'params' | 'locals'>) {
	const all = await site.store.geography.municipalities();
	const code = all.find(({ slug }) => slug === params.slug)?.code;
	const provider = site.providers.find(({ municipality }) => municipality === code);
	if (!provider) error(404, 'page.unknown');
	// One address for both languages: the provider has to know it beforehand.
	return { provider, redirectUri: site.address(`/logga-in/kommun/${params.slug}/svar`) };
}
