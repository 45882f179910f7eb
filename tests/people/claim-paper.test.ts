import { expect, test } from 'vitest';
import { beginClaim, finishClaim } from '../../src/domain/claim.ts';
import { PAPER_DAYS, paperFor, writePaper } from '../../src/domain/claim-paper.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { claimPaper } from '../../src/mail/claim-paper.ts';
import { runsOf } from '../../src/paper/letters.ts';
import { NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;
const address = { street: 'Storgatan 1', postcode: '30231', postTown: 'Halmstad' };

async function scene(over: Parameters<typeof organisation>[0] = address) {
	const store = await testStore();
	const [id] = await publish(store, organisation(over));
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	const anna = await make('anna@example.org');
	const letter = () => {
		throw new Error('nothing is mailed');
	};
	await beginClaim(store, anna, id!, { way: 'reviewer', note: 'Jag är kassör.' }, { now: NOW, letter });
	const [claim] = await store.claims.waiting('1380');
	return {
		...{ store, id: id!, anna, make, claim: claim!.id },
		bo: await make('bo@example.org'),
		desk: await make('desk@example.org', { role: 'reviewer', listing: null, municipality: '1380' }),
		elsewhere: await make('elsewhere@example.org', { role: 'reviewer', listing: null, municipality: '0180' }),
	};
}

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const SPENT = { code: 'spent' };

test('a reviewer has a code written on paper; with it, within sixty days, the entry is theirs who asked', async () => {
	const { store, id, anna, bo, desk, elsewhere, claim } = await scene();
	for (const by of [anna, elsewhere]) expect(await refusal(writePaper(store, by, claim, NOW))).toBe('page.unknown');
	const { code, expiresAt } = await writePaper(store, desk, claim, NOW);
	expect(expiresAt).toBe(NOW + PAPER_DAYS * DAY);
	expect(await refusal(finishClaim(store, bo, id, { code }, NOW)), 'another person').toEqual(SPENT);
	expect(await refusal(finishClaim(store, anna, id, { code }, expiresAt)), 'too late').toEqual(SPENT);
	expect(await refusal(finishClaim(store, anna, id, { code: other(code) }, NOW))).toEqual({ code: 'wrong' });
	await finishClaim(store, anna, id, { code }, expiresAt - 1);
	expect((await store.people.rolesFor(id)).map(({ email, role }) => [email, role])).toEqual([
		['anna@example.org', 'owner'],
	]);
	expect(await refusal(writePaper(store, desk, claim, NOW)), 'decided').toBe('revision.decided');
});

test('a code on paper can be guessed at five times; a new letter makes the one before void', async () => {
	const { store, id, anna, desk, claim } = await scene();
	const first = await writePaper(store, desk, claim, NOW);
	const told = await Promise.all(
		Array.from({ length: 9 }, () => refusal(finishClaim(store, anna, id, { code: other(first.code) }, NOW))),
	);
	expect(told.filter((fields) => (fields as { code: string }).code === 'wrong')).toHaveLength(5);
	expect(await refusal(finishClaim(store, anna, id, { code: first.code }, NOW))).toEqual(SPENT);
	const second = await writePaper(store, desk, claim, NOW);
	if (second.code !== first.code)
		expect(await refusal(finishClaim(store, anna, id, { code: first.code }, NOW))).toEqual({ code: 'wrong' });
	expect(await refusal(finishClaim(store, anna, id, { code: second.code }, NOW))).toBe('done');
	expect(JSON.stringify(await store.claims.of(anna.id)), 'kept as a digest').not.toContain(second.code);
});

test('no letter goes to half an address, to a secret one, or where somebody looks after the entry already', async () => {
	for (const over of [
		{ ...address, street: null },
		{ ...address, postcode: null },
		{ ...address, masked: true },
	]) {
		const { store, desk, claim } = await scene(over);
		expect((await paperFor(store, desk, claim)).address).toBeNull();
		expect(await refusal(writePaper(store, desk, claim, NOW))).toEqual({ paper: 'no_address' });
	}
	const { store, id, make, desk, claim } = await scene();
	await make('owner@example.org', { role: 'owner', listing: id, municipality: null });
	expect(await refusal(writePaper(store, desk, claim, NOW))).toEqual({ paper: 'taken' });
});

const paper = (name: string) =>
	claimPaper({
		...{ locale: 'sv', municipality: 'Halmstads kommun', name, ...address, code: '123456', by: 'anna@example.org' },
		...{ href: 'https://samlas.example/forening/x/skota', today: '4 mars 2026', until: '3 maj 2026' },
	});

test.each([
	'Åsa Österå',
	'Дружба',
	'Żółć Đặng',
	'جمعية السلام',
	'ማኅበር',
	'日本の会',
	'🎉 Fest',
	'<b>&amp;</b>\\() %PDF',
	'\u202egnirps',
	'x\u0000y',
	'e\u0301',
	'',
	'lång '.repeat(60),
])('a name such as %o makes a letter all the same', async (name) => {
	const pdf = (await paper(name)).toString('latin1');
	expect(pdf.startsWith('%PDF-1.7')).toBe(true);
	expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
	for (const part of ['/StructTreeRoot', '/MarkInfo', '/Lang (sv)', '/FontFile', '/DisplayDocTitle true'])
		expect(pdf).toContain(part);
});

test('letters are taken from the script that has them; what nothing can draw is a question mark', () => {
	const texts = (text: string) => runsOf(text).map((run) => run.text);
	expect(texts('Åsa 1')).toEqual(['Åsa 1']);
	expect(texts('Åsa Дружба')).toEqual(['Åsa ', 'Дружба']);
	expect(texts('日本')).toEqual(['??']);
	expect(texts('a\u202eb').join('')).toBe('a b');
});
