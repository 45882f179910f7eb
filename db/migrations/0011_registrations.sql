-- Something that is being registered: answers as they were typed, right or wrong, by the name of the question. Who began
-- it holds it by a secret in their browser (kept as a digest) until they sign in; then it is theirs.
CREATE TABLE drafts (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	kind TEXT NOT NULL CHECK (kind IN ('organisation', 'venue', 'activity')),
	device TEXT,
	person INTEGER REFERENCES people (id) ON DELETE CASCADE,
	typed TEXT NOT NULL CHECK (json_valid(typed)),
	-- Steps that have been gone through.
	done TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(done)),
	begun_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
	CHECK ((device IS NULL) <> (person IS NULL))
) STRICT;
CREATE INDEX drafts_device ON drafts (device) WHERE device IS NOT NULL;
CREATE INDEX drafts_person ON drafts (person) WHERE person IS NOT NULL;
CREATE INDEX drafts_changed ON drafts (changed_at);

-- What was sent in, and what became of it. The entry is not public before it is published; declined, it is erased.
CREATE TABLE registrations (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	draft INTEGER REFERENCES drafts (id) ON DELETE SET NULL,
	listing INTEGER REFERENCES listings (id) ON DELETE SET NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	person INTEGER REFERENCES people (id) ON DELETE SET NULL,
	-- What it is called, also when the entry is gone.
	kind TEXT NOT NULL CHECK (kind IN ('organisation', 'venue', 'activity')), name TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('waiting', 'published', 'returned', 'declined', 'withdrawn')),
	-- What the person says of themselves, for the reviewer; and what the one who decided said.
	note TEXT, words TEXT,
	-- How many times it has been sent in: a decision is about one of them.
	turn INTEGER NOT NULL DEFAULT 1,
	sent_at INTEGER NOT NULL, decided_at INTEGER,
	decided_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	CHECK ((state = 'waiting') = (decided_at IS NULL)),
	CHECK (state <> 'waiting' OR listing IS NOT NULL)
) STRICT;
CREATE INDEX registrations_waiting ON registrations (municipality, sent_at) WHERE state = 'waiting';
CREATE UNIQUE INDEX registrations_draft ON registrations (draft) WHERE draft IS NOT NULL;
CREATE INDEX registrations_listing ON registrations (listing);
CREATE INDEX registrations_person ON registrations (person);
CREATE INDEX registrations_decided_by ON registrations (decided_by);
