-- What people without an account tell: of errors, and of places that are missing. They follow it by a secret link, whose
-- digest is kept; it is also the form's own, so that one form makes one report however often it is sent.
ALTER TABLE error_reports ADD COLUMN state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended', 'not_so', 'not_ours'));
ALTER TABLE error_reports ADD COLUMN words TEXT;
ALTER TABLE error_reports ADD COLUMN decided_by INTEGER REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE error_reports ADD COLUMN locale TEXT NOT NULL DEFAULT 'sv' CHECK (locale IN ('sv', 'en'));
ALTER TABLE error_reports ADD COLUMN follow TEXT;
-- When those who look after the entry were told.
ALTER TABLE error_reports ADD COLUMN told_at INTEGER;
UPDATE error_reports SET state = 'mended' WHERE handled_at IS NOT NULL;
DROP INDEX error_reports_municipality;
CREATE INDEX error_reports_waiting ON error_reports (municipality, at) WHERE state = 'open';
CREATE UNIQUE INDEX error_reports_follow ON error_reports (follow);
CREATE INDEX error_reports_untold ON error_reports (listing, at) WHERE told_at IS NULL AND state = 'open';
CREATE INDEX error_reports_told ON error_reports (listing, told_at) WHERE told_at IS NOT NULL;
CREATE INDEX error_reports_decided_by ON error_reports (decided_by);

CREATE TABLE suggestions (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	entry_kind TEXT NOT NULL CHECK (entry_kind IN ('organisation', 'venue', 'activity')),
	name TEXT NOT NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	-- Where it is, in the teller's words; how they know.
	place TEXT, message TEXT NOT NULL,
	reply_to TEXT,
	locale TEXT NOT NULL CHECK (locale IN ('sv', 'en')),
	follow TEXT NOT NULL UNIQUE,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'added', 'known', 'declined')),
	-- The entry that it became, or was already.
	listing INTEGER REFERENCES listings (id) ON DELETE SET NULL,
	words TEXT,
	at INTEGER NOT NULL, handled_at INTEGER,
	decided_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	CHECK ((state = 'open') = (handled_at IS NULL))
) STRICT;
CREATE INDEX suggestions_waiting ON suggestions (municipality, at) WHERE state = 'open';
CREATE INDEX suggestions_listing ON suggestions (listing);
CREATE INDEX suggestions_decided_by ON suggestions (decided_by);

-- What was sent lately, for a day: how much from one network address (as a keyed digest), of one thing, in the same words.
CREATE TABLE form_sends (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	address TEXT NOT NULL, about TEXT NOT NULL, print TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX form_sends_at ON form_sends (at);
