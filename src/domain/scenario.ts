import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import { Invalid, NotFound } from './errors.ts';
import { inBox, SWEDEN } from './geo.ts';
import { parse } from './parse.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { type Alteration, MOST_ALTERATIONS } from './scenario-plan.ts';
import { withoutUnseen } from './unseen.ts';

/** A municipality has at most so many. */
const MOST = 200;

const row = z.int().positive();
const point = { lon: z.number(), lat: z.number() };
const inSweden = (at: { lon: number; lat: number }) => inBox(at, SWEDEN);

/** One alteration, as the store keeps it. */
export const AlterationSchema: z.ZodType<Alteration> = z.union([
	z.strictObject({ do: z.enum(['close', 'evening', 'day', 'use']), venue: row }),
	z.strictObject({ do: z.literal('move'), venue: row, ...point }).refine(inSweden),
	z.strictObject({ do: z.literal('open'), ...point }).refine(inSweden),
	z.strictObject({ do: z.literal('town'), locality: row }),
]);
const PlanSchema = z.array(AlterationSchema).min(1, 'missing').max(MOST_ALTERATIONS, 'long');

const NameSchema = z
	.string('missing')
	.transform((name) => withoutUnseen(name, ' ').trim())
	.pipe(z.string().min(1, 'missing').max(80, 'long'));

/** What a municipality's staff think of changing, under a name. Times in unix seconds. */
export interface Scenario {
	id: number;
	municipality: string;
	name: string;
	/** The parameters that chose the meeting places: `theme=choir&evening=1`. */
	choice: string;
	plan: Alteration[];
	/** What was kept and can't be read any more. */
	unread: number;
	/** Who made it; null when their account is gone. */
	by: { name: string | null; email: string } | null;
	madeAt: number;
	changedAt: number;
}

const same = (a: string, b: string) => a.localeCompare(b, 'sv', { sensitivity: 'accent' }) === 0;

/** Throws when another of the municipality's has the name. */
async function mustBeFree(tx: Queries, municipality: string, name: string, but = 0): Promise<void> {
	const others = await tx.scenarios.of(municipality);
	if (others.some((one) => one.id !== but && same(one.name, name))) throw new Invalid({ name: 'taken' });
}

/** Keeps a scenario under a name. Throws `NotFound`, or `Invalid` (`name: missing | long | taken`, `plan: missing | long`, `form: too_many`). */
export async function saveScenario(
	store: Store,
	by: Actor,
	scenario: { municipality: string; choice: string; plan: readonly Alteration[] },
	input: { name: unknown },
	now: number,
): Promise<number> {
	const { municipality, choice } = scenario;
	mustBeAllowed(by, 'planning.scenarios', { municipality });
	const { name, plan } = parse(z.object({ name: NameSchema, plan: PlanSchema }), { ...input, plan: scenario.plan });
	return store.transaction(async (tx) => {
		await mustBeFree(tx, municipality, name);
		if ((await tx.scenarios.of(municipality)).length >= MOST) throw new Invalid({ form: 'too_many' });
		const id = await tx.scenarios.add({ municipality, name, choice, plan, person: by.id, now });
		await step(tx, by, 'scenario.saved', municipality, now, { after: { name } });
		return id;
	});
}

/** Gives it another name. Throws `NotFound`, or `Invalid` (`name: missing | long | taken`). */
export async function renameScenario(
	store: Store,
	by: Actor,
	id: number,
	input: { name: unknown },
	now: number,
): Promise<void> {
	const { name } = parse(z.object({ name: NameSchema }), input);
	await store.transaction(async (tx) => {
		const { municipality, name: before } = await scenarioFor(tx, by, id);
		await mustBeFree(tx, municipality, name, id);
		await tx.scenarios.rename(id, name, now);
		await step(tx, by, 'scenario.renamed', municipality, now, { before: { name: before }, after: { name } });
	});
}

/** Takes it away. Throws `NotFound`. */
export async function removeScenario(store: Store, by: Actor, id: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		const { municipality, name } = await scenarioFor(tx, by, id);
		await tx.scenarios.remove(id);
		await step(tx, by, 'scenario.removed', municipality, now, { before: { name } });
	});
}

/** One scenario, for who may see those of its municipality. Throws `NotFound`. */
export async function scenarioFor(store: Queries, by: Actor, id: number): Promise<Scenario> {
	const found = await store.scenarios.get(id);
	if (!found) throw new NotFound('scenario.unknown');
	mustBeAllowed(by, 'planning.scenarios', { municipality: found.municipality });
	return found;
}

const step = (
	tx: Queries,
	by: Actor,
	action: string,
	municipality: string,
	at: number,
	values: { before?: object; after?: object },
) => tx.audit.add({ at, by: `person:${by.id}`, action, municipality, ...values });
