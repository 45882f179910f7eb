-- Somebody asks to look after an entry. `way`: a code to the address that the entry shows, a code to an address at its
-- homepage's domain, or a reviewer's decision. The code is kept as a digest.
CREATE TABLE claims (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	way TEXT NOT NULL CHECK (way IN ('own_mail', 'domain_mail', 'reviewer')),
	state TEXT NOT NULL CHECK (state IN ('begun', 'waiting', 'given', 'declined', 'withdrawn')),
	-- What the person says of themselves, for the reviewer.
	note TEXT, words TEXT,
	code TEXT, tries INTEGER NOT NULL DEFAULT 0, expires_at INTEGER,
	made_at INTEGER NOT NULL, decided_at INTEGER,
	decided_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	CHECK ((state = 'begun') = (code IS NOT NULL) AND (code IS NULL) = (expires_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX claims_open ON claims (listing, person) WHERE state IN ('begun', 'waiting');
CREATE INDEX claims_waiting ON claims (municipality, made_at) WHERE state = 'waiting';
CREATE INDEX claims_person ON claims (person);
CREATE INDEX claims_decided_by ON claims (decided_by);
