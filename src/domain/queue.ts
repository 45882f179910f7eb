/**
 * What waits for a municipality's reviewers, and in which order. Everything begins with a head start of some days after
 * what it is about, and from then on gains a day each day: what hurts somebody soon comes first, and nothing, however
 * small, is overtaken for ever. No zod here: pages import it.
 */

/** A kind of thing that waits: where it is decided, and its head start in days. docs/desk.md tells how one is added. */
interface Waiting {
	/** The Swedish path under which it is decided, before its number. */
	path: string;
	/** Days, unless its sort has others. */
	days: number;
	sorts?: Record<string, number>;
}

export const queueKinds = {
	/** Nobody finds it until it is decided, and who sent it in waits. */
	registration: { path: '/granska/registrering', days: 7 },
	/** Danger and what hurts somebody in private before all; then journeys made in vain. */
	report: { path: '/granska/fel', days: 2, sorts: { danger: 60, closed: 14, time: 7, place: 7, access: 7 } },
	/** Somebody can do nothing for their own page until it is decided. */
	claim: { path: '/granska/ansprak', days: 7 },
	/** What was looked at before it is published grows old. */
	import: { path: '/granska/inlasning', days: 7 },
	/** Facts that readers act on before what only reads better. */
	revision: { path: '/granska', days: 3, sorts: { prose: 0 } },
	/** Nobody is led astray by what is not there. */
	suggestion: { path: '/granska/forslag', days: 1 },
} as const satisfies Record<string, Waiting>;

export type QueueKind = keyof typeof queueKinds;

/** The kinds, in the order in which they are offered. */
export const queueKindsInOrder = Object.keys(queueKinds) as QueueKind[];

/** Where something that waits is decided, in Swedish: `/granska/ansprak/7`. */
export const queuePath = (kind: QueueKind, id: number): string => `${queueKinds[kind].path}/${id}`;

/** So many on a page of the queue. */
export const QUEUE_PAGE = 25;

/** What of the queue somebody looks at; it stands in the address. */
export interface QueueView {
	kind: QueueKind | null;
	/** Code of one municipality. */
	municipality: string | null;
	/** From 1. */
	page: number;
}

/** Reads the view of an address; what cannot be one is left out. */
export function queueView(params: URLSearchParams): QueueView {
	const kind = params.get('kind') ?? '';
	const municipality = params.get('municipality') ?? '';
	const page = params.get('page') ?? '';
	return {
		kind: Object.hasOwn(queueKinds, kind) ? (kind as QueueKind) : null,
		municipality: /^\d{4}$/.test(municipality) ? municipality : null,
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
	};
}

/** A view as `?…`, or nothing. The page falls away unless it is given in the change. */
export function queueHref(view: QueueView, change: Partial<QueueView> = {}): string {
	const { kind, municipality, page } = { ...view, page: 1, ...change };
	const params = new URLSearchParams();
	if (kind) params.set('kind', kind);
	if (municipality) params.set('municipality', municipality);
	if (page > 1) params.set('page', String(page));
	const text = params.toString();
	return text && `?${text}`;
}
