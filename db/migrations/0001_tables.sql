-- The truth. Times are unix seconds; positions WGS84 degrees; codes are those of src/domain.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE counties (
	code TEXT PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL, slug TEXT NOT NULL UNIQUE,
	lon REAL NOT NULL, lat REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE municipalities (
	code TEXT PRIMARY KEY CHECK (code GLOB '[0-9][0-9][0-9][0-9]'),
	name TEXT NOT NULL, full_name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE,
	county TEXT NOT NULL REFERENCES counties (code),
	skr_group TEXT NOT NULL, population INTEGER NOT NULL,
	lon REAL NOT NULL, lat REAL NOT NULL,
	west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE localities (
	id INTEGER PRIMARY KEY, name TEXT NOT NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	lon REAL NOT NULL, lat REAL NOT NULL, population INTEGER NOT NULL
) STRICT;
CREATE INDEX localities_municipality ON localities (municipality);

-- The common face of organisation, venue and activity.
CREATE TABLE listings (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('organisation', 'venue', 'activity')),
	slug TEXT NOT NULL,
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	locality TEXT, street TEXT, postcode TEXT, post_town TEXT,
	lon REAL, lat REAL,
	precision TEXT CHECK (precision IN ('exact', 'street', 'locality', 'municipality')),
	masked INTEGER NOT NULL DEFAULT 0 CHECK (masked IN (0, 1)),
	homepage TEXT, email TEXT, phone TEXT,
	age_min INTEGER, age_max INTEGER,
	areas TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(areas)),
	attribution TEXT,
	confirmed_at INTEGER, confirmed_by TEXT CHECK (confirmed_by IN ('owner', 'officer', 'import', 'demo')),
	created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
	published_at INTEGER, archived_at INTEGER, archived_why TEXT,
	merged_into INTEGER REFERENCES listings (id),
	demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
	UNIQUE (kind, slug),
	CHECK ((lon IS NULL) = (lat IS NULL) AND (lon IS NULL) = (precision IS NULL)),
	CHECK ((age_min IS NULL) = (age_max IS NULL) AND age_min <= age_max)
) STRICT;
CREATE INDEX listings_municipality ON listings (municipality, kind);
CREATE INDEX listings_demo ON listings (demo) WHERE demo = 1;

-- Addresses that once led to an entry lead there for ever.
CREATE TABLE old_slugs (
	kind TEXT NOT NULL, slug TEXT NOT NULL,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX old_slugs_listing ON old_slugs (listing);

CREATE TABLE listing_texts (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	language TEXT NOT NULL, name TEXT, description TEXT,
	PRIMARY KEY (listing, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_themes (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	theme TEXT NOT NULL, PRIMARY KEY (listing, theme)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_audiences (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	audience TEXT NOT NULL, PRIMARY KEY (listing, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_languages (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	language TEXT NOT NULL, PRIMARY KEY (listing, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
	id INTEGER PRIMARY KEY REFERENCES listings (id) ON DELETE CASCADE,
	form TEXT NOT NULL, organisation_number TEXT, number_note TEXT, founded_year INTEGER,
	dormant INTEGER NOT NULL DEFAULT 0 CHECK (dormant IN (0, 1))
) STRICT;
CREATE INDEX organisations_number ON organisations (organisation_number) WHERE organisation_number IS NOT NULL;

CREATE TABLE venues (
	id INTEGER PRIMARY KEY REFERENCES listings (id) ON DELETE CASCADE,
	venue_kind TEXT NOT NULL,
	keeper INTEGER REFERENCES organisations (id) ON DELETE SET NULL,
	seats INTEGER, opening_hours TEXT, price TEXT, booking_url TEXT
) STRICT;
CREATE INDEX venues_keeper ON venues (keeper);

-- Rooms form a tree within their venue.
CREATE TABLE rooms (
	id INTEGER PRIMARY KEY,
	venue INTEGER NOT NULL REFERENCES venues (id) ON DELETE CASCADE,
	place INTEGER NOT NULL, part_of INTEGER REFERENCES rooms (id) ON DELETE CASCADE,
	name TEXT NOT NULL, seats INTEGER, area_m2 REAL,
	UNIQUE (venue, place)
) STRICT;
CREATE INDEX rooms_part_of ON rooms (part_of);

-- Equipment and accessibility belong to a venue, or to one of its rooms. An absent fact is unknown.
CREATE TABLE venue_equipment (
	venue INTEGER NOT NULL REFERENCES venues (id) ON DELETE CASCADE,
	room INTEGER REFERENCES rooms (id) ON DELETE CASCADE,
	equipment TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX venue_equipment_once ON venue_equipment (venue, coalesce(room, 0), equipment);
CREATE INDEX venue_equipment_room ON venue_equipment (room);

CREATE TABLE access_facts (
	venue INTEGER NOT NULL REFERENCES venues (id) ON DELETE CASCADE,
	room INTEGER REFERENCES rooms (id) ON DELETE CASCADE,
	fact TEXT NOT NULL,
	-- 1 yes, 0 no, or the number for what is measured
	value INTEGER NOT NULL, measured INTEGER NOT NULL CHECK (measured IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX access_facts_once ON access_facts (venue, coalesce(room, 0), fact);
CREATE INDEX access_facts_room ON access_facts (room);

CREATE TABLE activities (
	id INTEGER PRIMARY KEY REFERENCES listings (id) ON DELETE CASCADE,
	organisation INTEGER REFERENCES organisations (id) ON DELETE SET NULL,
	venue INTEGER REFERENCES venues (id) ON DELETE SET NULL,
	online_url TEXT, free INTEGER CHECK (free IN (0, 1)), price TEXT,
	drop_in INTEGER CHECK (drop_in IN (0, 1))
) STRICT;
CREATE INDEX activities_organisation ON activities (organisation);
CREATE INDEX activities_venue ON activities (venue);

CREATE TABLE schedules (
	id INTEGER PRIMARY KEY,
	activity INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	-- civil time in Europe/Stockholm
	start TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes > 0), rule TEXT,
	except_dates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(except_dates)),
	extra_times TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(extra_times)),
	UNIQUE (activity, place)
) STRICT;

-- Made from the schedules up to a horizon (meta 'occurrences_until'), so that time can be searched.
CREATE TABLE occurrences (
	activity INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
	start INTEGER NOT NULL, end INTEGER NOT NULL CHECK (end > start),
	PRIMARY KEY (activity, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_start ON occurrences (start);

-- What changed last, so that a finder in any process can follow. One row for each entry.
CREATE TABLE changes (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	listing INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER listings_inserted AFTER INSERT ON listings BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (new.id);
END;
CREATE TRIGGER listings_changed AFTER UPDATE ON listings BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (new.id);
END;
CREATE TRIGGER listings_deleted AFTER DELETE ON listings BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (old.id);
END;

-- Registers that entries come from, and the batches that brought them.
CREATE TABLE registers (
	id INTEGER PRIMARY KEY,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	-- 'associations', 'osm'
	name TEXT NOT NULL, UNIQUE (municipality, name)
) STRICT;

CREATE TABLE batches (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	register INTEGER NOT NULL REFERENCES registers (id),
	file TEXT NOT NULL, sha256 TEXT NOT NULL,
	published_at INTEGER NOT NULL, undone_at INTEGER,
	report TEXT NOT NULL CHECK (json_valid(report))
) STRICT;
CREATE INDEX batches_register ON batches (register);

-- Which row of a register an entry is. `key` is the register's own id, else the number, else the name.
CREATE TABLE register_rows (
	register INTEGER NOT NULL REFERENCES registers (id),
	key TEXT NOT NULL,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	number TEXT, name_key TEXT NOT NULL, hash TEXT NOT NULL,
	batch INTEGER NOT NULL REFERENCES batches (id), gone_at INTEGER,
	PRIMARY KEY (register, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_rows_listing ON register_rows (listing);
CREATE INDEX register_rows_batch ON register_rows (batch);

-- What a batch did to an entry, as values, so that it can be taken back.
CREATE TABLE batch_changes (
	batch INTEGER NOT NULL REFERENCES batches (id),
	listing INTEGER NOT NULL, line INTEGER,
	outcome TEXT NOT NULL CHECK (outcome IN ('added', 'changed', 'gone', 'returned', 'seen')),
	before TEXT CHECK (json_valid(before)), row_before TEXT CHECK (json_valid(row_before)),
	PRIMARY KEY (batch, listing)
) STRICT, WITHOUT ROWID;

-- Fields that an owner or officer has written: an import leaves them alone.
CREATE TABLE kept_fields (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	field TEXT NOT NULL, by TEXT NOT NULL CHECK (by IN ('owner', 'officer')), at INTEGER NOT NULL,
	PRIMARY KEY (listing, field)
) STRICT, WITHOUT ROWID;

-- The trail: who, when, what before, what after.
CREATE TABLE audit (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL, listing INTEGER,
	before TEXT CHECK (json_valid(before)), after TEXT CHECK (json_valid(after))
) STRICT;
CREATE INDEX audit_listing ON audit (listing);

-- "Tell us of an error", kept for the municipality.
CREATE TABLE error_reports (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	listing INTEGER REFERENCES listings (id) ON DELETE SET NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	what TEXT NOT NULL, message TEXT NOT NULL, reply_to TEXT,
	at INTEGER NOT NULL, handled_at INTEGER
) STRICT;
CREATE INDEX error_reports_municipality ON error_reports (municipality, handled_at);
CREATE INDEX error_reports_listing ON error_reports (listing);
