/** The tables as Drizzle sees them. The SQL in migrations/ is what makes them; a test holds the two against each other. */
import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Change, RevisionState } from '../src/domain/change.ts';
import type { ClaimState, ClaimWay } from '../src/domain/claim-way.ts';
import type { PartKey } from '../src/domain/parts/keys.ts';
import type { Typed } from '../src/domain/parts/part.ts';
import type { Role } from '../src/domain/permission.ts';
import type { ReadWhat } from '../src/domain/personal-read.ts';
import type { RegistrationState } from '../src/domain/registration-state.ts';
import type { ReportState, SuggestionState } from '../src/domain/report-whats.ts';
import type { SignInWay } from '../src/domain/session.ts';
import type {
	Confirmer,
	Kind,
	OrganisationForm,
	Precision,
	RateUnit,
	UserGroup,
	VenueKind,
} from '../src/domain/taxonomies.ts';
import type { RowFate, UploadState } from '../src/domain/upload-state.ts';

export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

export const counties = sqliteTable('counties', {
	code: text().primaryKey(),
	name: text().notNull(),
	nameEn: text('name_en').notNull(),
	slug: text().notNull(),
	lon: real().notNull(),
	lat: real().notNull(),
});

export const municipalities = sqliteTable('municipalities', {
	code: text().primaryKey(),
	name: text().notNull(),
	fullName: text('full_name').notNull(),
	slug: text().notNull(),
	county: text().notNull(),
	skrGroup: text('skr_group').notNull(),
	population: integer().notNull(),
	lon: real().notNull(),
	lat: real().notNull(),
	west: real().notNull(),
	south: real().notNull(),
	east: real().notNull(),
	north: real().notNull(),
});

export const localities = sqliteTable('localities', {
	id: integer().primaryKey(),
	name: text().notNull(),
	municipality: text().notNull(),
	lon: real().notNull(),
	lat: real().notNull(),
	population: integer().notNull(),
});

export const listings = sqliteTable('listings', {
	id: integer().primaryKey(),
	kind: text().$type<Kind>().notNull(),
	slug: text().notNull(),
	name: text().notNull(),
	municipality: text().notNull(),
	locality: text(),
	street: text(),
	postcode: text(),
	postTown: text('post_town'),
	lon: real(),
	lat: real(),
	precision: text().$type<Precision>(),
	masked: integer({ mode: 'boolean' }).notNull(),
	homepage: text(),
	email: text(),
	phone: text(),
	ageMin: integer('age_min'),
	ageMax: integer('age_max'),
	areas: text({ mode: 'json' }).$type<string[]>().notNull(),
	attribution: text(),
	confirmedAt: integer('confirmed_at'),
	confirmedBy: text('confirmed_by').$type<Confirmer>(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	publishedAt: integer('published_at'),
	archivedAt: integer('archived_at'),
	archivedWhy: text('archived_why'),
	mergedInto: integer('merged_into'),
	demo: integer({ mode: 'boolean' }).notNull(),
	keywords: text({ mode: 'json' }).$type<string[]>().notNull(),
});

export const oldSlugs = sqliteTable(
	'old_slugs',
	{ kind: text().$type<Kind>().notNull(), slug: text().notNull(), listing: integer().notNull() },
	(table) => [primaryKey({ columns: [table.kind, table.slug] })],
);

export const listingTexts = sqliteTable(
	'listing_texts',
	{ listing: integer().notNull(), language: text().notNull(), name: text(), description: text() },
	(table) => [primaryKey({ columns: [table.listing, table.language] })],
);

export const listingThemes = sqliteTable(
	'listing_themes',
	{ listing: integer().notNull(), theme: text().notNull() },
	(table) => [primaryKey({ columns: [table.listing, table.theme] })],
);

export const listingAudiences = sqliteTable(
	'listing_audiences',
	{ listing: integer().notNull(), audience: text().notNull() },
	(table) => [primaryKey({ columns: [table.listing, table.audience] })],
);

export const listingLanguages = sqliteTable(
	'listing_languages',
	{ listing: integer().notNull(), language: text().notNull() },
	(table) => [primaryKey({ columns: [table.listing, table.language] })],
);

export const organisations = sqliteTable('organisations', {
	id: integer().primaryKey(),
	form: text().$type<OrganisationForm>().notNull(),
	organisationNumber: text('organisation_number'),
	numberNote: text('number_note'),
	foundedYear: integer('founded_year'),
	dormant: integer({ mode: 'boolean' }).notNull(),
});

export const venues = sqliteTable('venues', {
	id: integer().primaryKey(),
	venueKind: text('venue_kind').$type<VenueKind>().notNull(),
	keeper: integer(),
	seats: integer(),
	openingHours: text('opening_hours'),
	price: text(),
	bookingUrl: text('booking_url'),
});

export const rooms = sqliteTable('rooms', {
	id: integer().primaryKey(),
	venue: integer().notNull(),
	place: integer().notNull(),
	partOf: integer('part_of'),
	name: text().notNull(),
	seats: integer(),
	areaM2: real('area_m2'),
});

export const venueEquipment = sqliteTable('venue_equipment', {
	venue: integer().notNull(),
	room: integer(),
	equipment: text().notNull(),
});

export const accessFacts = sqliteTable('access_facts', {
	venue: integer().notNull(),
	room: integer(),
	fact: text().notNull(),
	value: integer().notNull(),
	measured: integer({ mode: 'boolean' }).notNull(),
});

export const venueRates = sqliteTable(
	'venue_rates',
	{
		venue: integer().notNull(),
		place: integer().notNull(),
		group: text('user_group').$type<UserGroup>().notNull(),
		amount: integer().notNull(),
		per: text().$type<RateUnit>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.venue, table.place] })],
);

export const photos = sqliteTable('photos', {
	id: text().primaryKey(),
	width: integer().notNull(),
	height: integer().notNull(),
	large: blob({ mode: 'buffer' }).notNull(),
	small: blob({ mode: 'buffer' }).notNull(),
	addedAt: integer('added_at').notNull(),
});

export const photoUploads = sqliteTable(
	'photo_uploads',
	{
		photo: text().notNull(),
		listing: integer().notNull(),
		person: integer(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.photo, table.listing] })],
);

export const listingPhotos = sqliteTable(
	'listing_photos',
	{
		listing: integer().notNull(),
		place: integer().notNull(),
		photo: text().notNull(),
		alt: text().notNull(),
		altEn: text('alt_en'),
	},
	(table) => [primaryKey({ columns: [table.listing, table.place] })],
);

export const activities = sqliteTable('activities', {
	id: integer().primaryKey(),
	organisation: integer(),
	venue: integer(),
	onlineUrl: text('online_url'),
	free: integer({ mode: 'boolean' }),
	price: text(),
	dropIn: integer('drop_in', { mode: 'boolean' }),
});

export const schedules = sqliteTable('schedules', {
	id: integer().primaryKey(),
	activity: integer().notNull(),
	place: integer().notNull(),
	start: text().notNull(),
	minutes: integer().notNull(),
	rule: text(),
	except: text('except_dates', { mode: 'json' }).$type<string[]>().notNull(),
	extra: text('extra_times', { mode: 'json' }).$type<string[]>().notNull(),
});

export const occurrences = sqliteTable(
	'occurrences',
	{ activity: integer().notNull(), start: integer().notNull(), end: integer().notNull() },
	(table) => [primaryKey({ columns: [table.activity, table.start] })],
);

export const changes = sqliteTable('changes', {
	seq: integer().primaryKey({ autoIncrement: true }),
	listing: integer().notNull(),
});

export const registers = sqliteTable('registers', {
	id: integer().primaryKey(),
	municipality: text().notNull(),
	name: text().notNull(),
});

export const batches = sqliteTable('batches', {
	id: integer().primaryKey({ autoIncrement: true }),
	register: integer().notNull(),
	file: text().notNull(),
	sha256: text().notNull(),
	publishedAt: integer('published_at').notNull(),
	undoneAt: integer('undone_at'),
	report: text({ mode: 'json' }).$type<unknown>().notNull(),
});

export const registerRows = sqliteTable(
	'register_rows',
	{
		register: integer().notNull(),
		key: text().notNull(),
		listing: integer().notNull(),
		number: text(),
		nameKey: text('name_key').notNull(),
		hash: text().notNull(),
		batch: integer().notNull(),
		goneAt: integer('gone_at'),
	},
	(table) => [primaryKey({ columns: [table.register, table.key] })],
);

export const batchChanges = sqliteTable(
	'batch_changes',
	{
		batch: integer().notNull(),
		listing: integer().notNull(),
		line: integer(),
		outcome: text().$type<'added' | 'changed' | 'gone' | 'returned' | 'seen'>().notNull(),
		before: text({ mode: 'json' }).$type<unknown>(),
		rowBefore: text('row_before', { mode: 'json' }).$type<unknown>(),
	},
	(table) => [primaryKey({ columns: [table.batch, table.listing] })],
);

export const keptFields = sqliteTable(
	'kept_fields',
	{
		listing: integer().notNull(),
		field: text().notNull(),
		by: text().$type<'owner' | 'officer'>().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.listing, table.field] })],
);

export const audit = sqliteTable('audit', {
	id: integer().primaryKey({ autoIncrement: true }),
	at: integer().notNull(),
	by: text().notNull(),
	action: text().notNull(),
	listing: integer(),
	before: text({ mode: 'json' }).$type<unknown>(),
	after: text({ mode: 'json' }).$type<unknown>(),
	municipality: text(),
	role: text().$type<Role>(),
});

export const errorReports = sqliteTable('error_reports', {
	id: integer().primaryKey({ autoIncrement: true }),
	listing: integer(),
	municipality: text().notNull(),
	what: text().notNull(),
	message: text().notNull(),
	replyTo: text('reply_to'),
	at: integer().notNull(),
	handledAt: integer('handled_at'),
	state: text().$type<ReportState>().notNull(),
	words: text(),
	decidedBy: integer('decided_by'),
	locale: text().$type<'sv' | 'en'>().notNull(),
	follow: text(),
	toldAt: integer('told_at'),
});

export const suggestions = sqliteTable('suggestions', {
	id: integer().primaryKey({ autoIncrement: true }),
	entryKind: text('entry_kind').$type<Kind>().notNull(),
	name: text().notNull(),
	municipality: text().notNull(),
	place: text(),
	message: text().notNull(),
	replyTo: text('reply_to'),
	locale: text().$type<'sv' | 'en'>().notNull(),
	follow: text().notNull(),
	state: text().$type<SuggestionState>().notNull(),
	listing: integer(),
	words: text(),
	at: integer().notNull(),
	handledAt: integer('handled_at'),
	decidedBy: integer('decided_by'),
});

export const formSends = sqliteTable('form_sends', {
	id: integer().primaryKey({ autoIncrement: true }),
	address: text().notNull(),
	about: text().notNull(),
	print: text().notNull(),
	at: integer().notNull(),
});

export const outbox = sqliteTable('outbox', {
	id: integer().primaryKey({ autoIncrement: true }),
	token: text().notNull(),
	kind: text().notNull(),
	recipient: text().notNull(),
	subject: text(),
	text: text(),
	html: text(),
	unsubscribe: text(),
	createdAt: integer('created_at').notNull(),
	expiresAt: integer('expires_at').notNull(),
	dueAt: integer('due_at').notNull(),
	tries: integer().notNull(),
	heldUntil: integer('held_until').notNull(),
	lastError: text('last_error'),
	sentAt: integer('sent_at'),
	givenUpAt: integer('given_up_at'),
});

export const people = sqliteTable('people', {
	id: integer().primaryKey({ autoIncrement: true }),
	email: text().notNull(),
	name: text(),
	locale: text().$type<'sv' | 'en'>().notNull(),
	createdAt: integer('created_at').notNull(),
});

export const signIns = sqliteTable('sign_ins', {
	id: integer().primaryKey({ autoIncrement: true }),
	email: text().notNull(),
	device: text().notNull(),
	code: text().notNull(),
	link: text().notNull(),
	locale: text().$type<'sv' | 'en'>().notNull(),
	next: text().notNull(),
	tries: integer().notNull(),
	createdAt: integer('created_at').notNull(),
	expiresAt: integer('expires_at').notNull(),
	usedAt: integer('used_at'),
});

export const sessions = sqliteTable('sessions', {
	id: integer().primaryKey({ autoIncrement: true }),
	person: integer().notNull(),
	token: text().notNull(),
	previous: text(),
	agent: text().notNull(),
	way: text().$type<SignInWay>().notNull(),
	createdAt: integer('created_at').notNull(),
	rotatedAt: integer('rotated_at').notNull(),
	seenAt: integer('seen_at').notNull(),
	provedAt: integer('proved_at'),
});

export const roles = sqliteTable('roles', {
	id: integer().primaryKey({ autoIncrement: true }),
	person: integer().notNull(),
	role: text().$type<Role>().notNull(),
	listing: integer(),
	municipality: text(),
	givenAt: integer('given_at').notNull(),
	givenBy: integer('given_by'),
});

export const revisions = sqliteTable('revisions', {
	id: integer().primaryKey({ autoIncrement: true }),
	listing: integer().notNull(),
	municipality: text().notNull(),
	person: integer(),
	state: text().$type<RevisionState>().notNull(),
	changes: text({ mode: 'json' }).$type<Change[]>().notNull(),
	words: text(),
	madeAt: integer('made_at').notNull(),
	decidedAt: integer('decided_at'),
	decidedBy: integer('decided_by'),
});

export const municipalitySettings = sqliteTable('municipality_settings', {
	municipality: text().primaryKey(),
	ownersPublish: integer('owners_publish', { mode: 'boolean' }).notNull(),
});

export const claims = sqliteTable('claims', {
	id: integer().primaryKey({ autoIncrement: true }),
	listing: integer().notNull(),
	municipality: text().notNull(),
	person: integer().notNull(),
	way: text().$type<ClaimWay>().notNull(),
	state: text().$type<ClaimState>().notNull(),
	note: text(),
	words: text(),
	code: text(),
	tries: integer().notNull(),
	expiresAt: integer('expires_at'),
	madeAt: integer('made_at').notNull(),
	decidedAt: integer('decided_at'),
	decidedBy: integer('decided_by'),
});

export const uploads = sqliteTable('uploads', {
	id: integer().primaryKey({ autoIncrement: true }),
	municipality: text().notNull(),
	person: integer(),
	fileName: text('file_name').notNull(),
	size: integer().notNull(),
	token: text(),
	state: text().$type<UploadState>().notNull(),
	reason: text(),
	mapping: text({ mode: 'json' }).$type<unknown>(),
	found: text({ mode: 'json' }).$type<unknown>(),
	digest: text(),
	batch: integer(),
	tries: integer().notNull(),
	madeAt: integer('made_at').notNull(),
	changedAt: integer('changed_at').notNull(),
});

export const uploadRows = sqliteTable(
	'upload_rows',
	{
		upload: integer().notNull(),
		place: integer().notNull(),
		fate: text().$type<RowFate>().notNull(),
		line: integer(),
		name: text(),
		differences: text({ mode: 'json' }).$type<unknown>().notNull(),
		problems: text({ mode: 'json' }).$type<unknown>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.upload, table.place] })],
);

export const peopleUploads = sqliteTable('people_uploads', {
	id: integer().primaryKey({ autoIncrement: true }),
	what: text().notNull(),
	municipality: text(),
	person: integer(),
	level: text(),
	fileName: text('file_name').notNull(),
	size: integer().notNull(),
	token: text(),
	state: text().$type<UploadState>().notNull(),
	reason: text(),
	reading: text({ mode: 'json' }).$type<unknown>(),
	origin: text({ mode: 'json' }).$type<unknown>(),
	found: text({ mode: 'json' }).$type<unknown>(),
	digest: text(),
	imports: text({ mode: 'json' }).$type<number[]>(),
	tries: integer().notNull(),
	madeAt: integer('made_at').notNull(),
	changedAt: integer('changed_at').notNull(),
});

export const peopleUploadRows = sqliteTable(
	'people_upload_rows',
	{
		upload: integer().notNull(),
		place: integer().notNull(),
		fate: text().notNull(),
		line: integer().notNull(),
		code: text().notNull(),
		problems: text({ mode: 'json' }).$type<unknown>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.upload, table.place] })],
);

export const notSame = sqliteTable(
	'not_same',
	{ one: integer().notNull(), other: integer().notNull(), by: integer(), at: integer().notNull() },
	(table) => [primaryKey({ columns: [table.one, table.other] })],
);

export const merges = sqliteTable('merges', {
	id: integer().primaryKey({ autoIncrement: true }),
	kept: integer().notNull(),
	gone: integer().notNull(),
	by: integer(),
	at: integer().notNull(),
	undoneBy: integer('undone_by'),
	undoneAt: integer('undone_at'),
	changes: text({ mode: 'json' }).$type<Change[]>().notNull(),
	slugBefore: text('slug_before').notNull(),
	moved: text({ mode: 'json' }).$type<unknown>().notNull(),
});

export const drafts = sqliteTable('drafts', {
	id: integer().primaryKey({ autoIncrement: true }),
	kind: text().$type<Kind>().notNull(),
	device: text(),
	person: integer(),
	typed: text({ mode: 'json' }).$type<Typed>().notNull(),
	done: text({ mode: 'json' }).$type<PartKey[]>().notNull(),
	begunAt: integer('begun_at').notNull(),
	changedAt: integer('changed_at').notNull(),
});

export const registrations = sqliteTable('registrations', {
	id: integer().primaryKey({ autoIncrement: true }),
	draft: integer(),
	listing: integer(),
	municipality: text().notNull(),
	person: integer(),
	kind: text().$type<Kind>().notNull(),
	name: text().notNull(),
	state: text().$type<RegistrationState>().notNull(),
	note: text(),
	words: text(),
	turn: integer().notNull(),
	sentAt: integer('sent_at').notNull(),
	decidedAt: integer('decided_at'),
	decidedBy: integer('decided_by'),
});

export const passkeys = sqliteTable('passkeys', {
	id: integer().primaryKey({ autoIncrement: true }),
	person: integer().notNull(),
	credential: text().notNull(),
	publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
	handle: text().notNull(),
	counter: integer().notNull(),
	transports: text({ mode: 'json' }).$type<string[]>().notNull(),
	name: text().notNull(),
	createdAt: integer('created_at').notNull(),
	usedAt: integer('used_at'),
});

export const passkeyChallenges = sqliteTable('passkey_challenges', {
	device: text().primaryKey(),
	challenge: text().notNull(),
	person: integer(),
	handle: text(),
	expiresAt: integer('expires_at').notNull(),
});

export const identities = sqliteTable(
	'identities',
	{
		issuer: text().notNull(),
		subject: text().notNull(),
		person: integer().notNull(),
		municipality: text().notNull(),
		role: text().$type<'reviewer' | 'administrator'>(),
		firstAt: integer('first_at').notNull(),
		lastAt: integer('last_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.issuer, table.subject, table.municipality] })],
);

export const openidAttempts = sqliteTable('openid_attempts', {
	device: text().primaryKey(),
	municipality: text().notNull(),
	next: text().notNull(),
	expiresAt: integer('expires_at').notNull(),
});
export const reminders = sqliteTable(
	'reminders',
	{
		listing: integer().notNull(),
		person: integer().notNull(),
		since: integer().notNull(),
		step: integer().$type<1 | 2>().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.listing, table.person, table.since, table.step] })],
);

export const noReminders = sqliteTable('no_reminders', { person: integer().primaryKey(), at: integer().notNull() });

export const batchConfirmations = sqliteTable(
	'batch_confirmations',
	{
		batch: integer().notNull(),
		listing: integer().notNull(),
		confirmedAt: integer('confirmed_at'),
		confirmedBy: text('confirmed_by').$type<Confirmer>(),
	},
	(table) => [primaryKey({ columns: [table.batch, table.listing] })],
);

export const invitations = sqliteTable('invitations', {
	id: integer().primaryKey({ autoIncrement: true }),
	email: text().notNull(),
	role: text().$type<Role>().notNull(),
	listing: integer(),
	municipality: text(),
	invitedBy: integer('invited_by'),
	madeAt: integer('made_at').notNull(),
	expiresAt: integer('expires_at').notNull(),
	endedAt: integer('ended_at'),
});

export const personalReads = sqliteTable('personal_reads', {
	id: integer().primaryKey({ autoIncrement: true }),
	person: integer().notNull(),
	by: integer(),
	what: text().$type<ReadWhat>().notNull(),
	about: integer().notNull(),
	municipality: text(),
	day: integer().notNull(),
	at: integer().notNull(),
});

export const scenarios = sqliteTable('scenarios', {
	id: integer().primaryKey({ autoIncrement: true }),
	municipality: text().notNull(),
	name: text().notNull(),
	choice: text().notNull(),
	plan: text().notNull(),
	madeBy: integer('made_by'),
	madeAt: integer('made_at').notNull(),
	changedAt: integer('changed_at').notNull(),
});

export const populationImports = sqliteTable('population_imports', {
	id: integer().primaryKey({ autoIncrement: true }),
	what: text().notNull(),
	level: text().notNull(),
	file: text().notNull(),
	sha256: text().notNull(),
	source: text(),
	date: text(),
	at: integer().notNull(),
	rows: integer().notNull(),
	licence: text(),
});

export const populationBefore = sqliteTable(
	'population_before',
	{
		import: integer().notNull(),
		part: text().notNull(),
		level: text().notNull(),
		municipality: text().notNull(),
		rows: text({ mode: 'json' }).$type<unknown>(),
	},
	(table) => [primaryKey({ columns: [table.import, table.part, table.municipality] })],
);

export const populationUndone = sqliteTable('population_undone', {
	import: integer().primaryKey(),
	at: integer().notNull(),
});

export const areas = sqliteTable(
	'areas',
	{
		level: text().notNull(),
		code: text().notNull(),
		name: text().notNull(),
		municipality: text().notNull(),
		polygon: text().notNull(),
		lon: real().notNull(),
		lat: real().notNull(),
		west: real().notNull(),
		south: real().notNull(),
		east: real().notNull(),
		north: real().notNull(),
		import: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.level, table.code] })],
);

export const areaPopulation = sqliteTable(
	'area_population',
	{
		level: text().notNull(),
		code: text().notNull(),
		municipality: text().notNull(),
		persons: real().notNull(),
		ages: text(),
		women: text(),
		import: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.level, table.code] })],
);

export const areaClasses = sqliteTable(
	'area_classes',
	{
		level: text().notNull(),
		code: text().notNull(),
		class: integer().notNull(),
		import: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.level, table.code] })],
);

export const populationCells = sqliteTable(
	'population_cells',
	{
		level: text().notNull(),
		municipality: text().notNull(),
		east: integer().notNull(),
		north: integer().notNull(),
		lon: real().notNull(),
		lat: real().notNull(),
		persons: real().notNull(),
		ages: text(),
		import: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.level, table.municipality, table.east, table.north] })],
);

export const monthlySnapshots = sqliteTable('monthly_snapshots', {
	month: text().primaryKey(),
	takenAt: integer('taken_at').notNull(),
	measures: text({ mode: 'json' }).$type<string[]>().notNull(),
});

export const monthlyFigures = sqliteTable(
	'monthly_figures',
	{
		municipality: text().notNull(),
		month: text().notNull(),
		population: integer().notNull(),
		figures: text({ mode: 'json' }).$type<number[]>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.municipality, table.month] })],
);

export const contactPersons = sqliteTable('contact_persons', {
	id: integer().primaryKey({ autoIncrement: true }),
	listing: integer().notNull(),
	token: text().notNull(),
	email: text().notNull(),
	locale: text().$type<'sv' | 'en'>().notNull(),
	asked: text(),
	turn: integer().notNull(),
	askedBy: integer('asked_by'),
	askedAt: integer('asked_at').notNull(),
	shown: text(),
	shownSince: integer('shown_since'),
	shownUntil: integer('shown_until'),
	remindedAt: integer('reminded_at'),
});

export const contactRefusals = sqliteTable(
	'contact_refusals',
	{ listing: integer().notNull(), print: text().notNull(), at: integer().notNull() },
	(table) => [primaryKey({ columns: [table.listing, table.print] })],
);

export const contactReads = sqliteTable('contact_reads', {
	id: integer().primaryKey({ autoIncrement: true }),
	contact: integer().notNull(),
	by: integer(),
	municipality: text(),
	day: integer().notNull(),
	at: integer().notNull(),
});
