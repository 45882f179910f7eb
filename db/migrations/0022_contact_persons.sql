-- A person who is shown as somebody to reach, by what they themselves have said yes to. A row is erased, not archived, when
-- they say no or it lapses: nothing else may keep what it says (the trail does not).
CREATE TABLE contact_persons (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	-- Tells of nobody. When the row is erased it is written in a file beside the store: a backup that is put back shows nobody again.
	token TEXT NOT NULL UNIQUE,
	-- Where they are asked; shown only as a part of what they said yes to.
	email TEXT NOT NULL CHECK (email = lower(email)),
	locale TEXT NOT NULL CHECK (locale IN ('sv', 'en')),
	-- What they are asked to have shown, until they answer; each asking is a turn, so that a yes is one to what was read.
	asked TEXT CHECK (json_valid(asked)),
	turn INTEGER NOT NULL,
	asked_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	asked_at INTEGER NOT NULL,
	-- What they said yes to, since when and until when; asked anew once before that.
	shown TEXT CHECK (json_valid(shown)),
	shown_since INTEGER, shown_until INTEGER, reminded_at INTEGER,
	CHECK (asked IS NOT NULL OR shown IS NOT NULL),
	CHECK ((shown IS NULL) = (shown_since IS NULL) AND (shown IS NULL) = (shown_until IS NULL))
) STRICT;
CREATE UNIQUE INDEX contact_persons_once ON contact_persons (listing, email);
CREATE INDEX contact_persons_email ON contact_persons (email);
CREATE INDEX contact_persons_until ON contact_persons (shown_until) WHERE shown IS NOT NULL;
CREATE INDEX contact_persons_by ON contact_persons (asked_by);

-- Who said no is not asked again of the same entry for a year: known again by a keyed digest of their address alone.
CREATE TABLE contact_refusals (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	print TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (listing, print)
) STRICT, WITHOUT ROWID;

-- Who read what a contact person has not (or not yet) made public: once a day each, for them to see.
CREATE TABLE contact_reads (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	contact INTEGER NOT NULL REFERENCES contact_persons (id) ON DELETE CASCADE,
	by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	-- The municipality that they work for; null for who looks after the entry.
	municipality TEXT REFERENCES municipalities (code),
	day INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX contact_reads_once ON contact_reads (contact, by, day);
CREATE INDEX contact_reads_at ON contact_reads (at);
CREATE INDEX contact_reads_by ON contact_reads (by);
