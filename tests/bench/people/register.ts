import { setTimeout } from 'node:timers/promises';
import { type Client, think } from './client.ts';
import { DESCRIPTION, newWord, type Registered, type Went } from './crowd.ts';
import { WAITS } from './scene.ts';

/** A form that is sent sooner than this after it was opened is taken for a robot's; milliseconds. */
const AS_PEOPLE_DO = 4000;

/**
 * Somebody registers an association: from the first page, or a draft that they have begun. They write at its description
 * again and again, each time kept, and then send it in.
 */
export async function register(
	client: Client,
	{ draft, rounds, pause }: { draft: { id: number; name: string } | null; rounds: number; pause: number | null },
	went: Went,
): Promise<void> {
	// As everybody comes at a moment of their own; all in one instant: see stampede.ts.
	await think(pause);
	const begun = draft ?? (await begin(client));
	if (!begun) return;
	// Who was cut off goes on with what was saved.
	const before = went.registrations.find((one) => one.draft === begun.id);
	const mine: Registered = before ?? { draft: begun.id, name: begun.name, words: [], sent: false };
	if (!before) went.registrations.push(mine);
	const path = `/registrera/${begun.id}`;
	for (let round = 0; round < rounds; round++) {
		await client.get('open a step', `${path}/beskrivning`);
		await think(pause);
		const word = newWord();
		const text = ['Vi ses varje vecka.', ...mine.words, word].join(' ');
		const { status } = await client.post('save a step', `${path}/beskrivning`, { [DESCRIPTION]: text, go: 'next' });
		if (status === 303) mine.words.push(word);
	}
	await client.get('look it over', `${path}/skicka`);
	await think(pause);
	mine.sent = (await client.post('send it in', `${path}/skicka`, { note: '' })).status === 303;
}

async function begin(client: Client): Promise<{ id: number; name: string } | null> {
	const { html } = await client.get('begin a registration', '/registrera/ny/forening');
	const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
	await setTimeout(AS_PEOPLE_DO);
	const name = `Nya sällskapet ${newWord()}`;
	const form = {
		name,
		municipality: WAITS,
		form: 'association',
		organisationNumber: '',
		token,
		website: '',
		go: 'next',
	};
	const { location } = await client.post('save the first step', '/registrera/ny/forening', form);
	const id = Number(/^\/registrera\/(\d+)\//.exec(location)?.[1]);
	if (id) return { id, name };
	client.errors.push(`never begun: ${location}`);
	return null;
}
