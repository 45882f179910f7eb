-- What somebody wants changed in an entry: field by field, what they saw and what they wrote. The public sees none of it
-- until it is published; then the trail keeps it too.
CREATE TABLE revisions (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	person INTEGER REFERENCES people (id) ON DELETE SET NULL,
	state TEXT NOT NULL CHECK (state IN ('proposed', 'published', 'returned', 'declined', 'withdrawn')),
	changes TEXT NOT NULL CHECK (json_valid(changes)),
	-- What the one who decided said.
	words TEXT,
	made_at INTEGER NOT NULL, decided_at INTEGER,
	decided_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	CHECK ((state = 'proposed') = (decided_at IS NULL))
) STRICT;
CREATE INDEX revisions_waiting ON revisions (municipality, made_at) WHERE state = 'proposed';
CREATE UNIQUE INDEX revisions_open ON revisions (listing, person) WHERE state = 'proposed';
CREATE INDEX revisions_person ON revisions (person);
CREATE INDEX revisions_decided_by ON revisions (decided_by);

CREATE TABLE municipality_settings (
	municipality TEXT PRIMARY KEY REFERENCES municipalities (code),
	-- Owners' changes are published at once, and looked at afterwards.
	owners_publish INTEGER NOT NULL DEFAULT 0 CHECK (owners_publish IN (0, 1))
) STRICT, WITHOUT ROWID;
