-- A letter asked somebody whether an entry is still right. `since`: what the entry was confirmed at when it was written, so
-- that each confirmation begins anew; the key is what keeps two processes from asking twice.
CREATE TABLE reminders (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	since INTEGER NOT NULL,
	step INTEGER NOT NULL CHECK (step IN (1, 2)),
	at INTEGER NOT NULL,
	PRIMARY KEY (listing, person, since, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_person ON reminders (person, at);

-- Who wants no letters that remind.
CREATE TABLE no_reminders (
	person INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
	at INTEGER NOT NULL
) STRICT;

-- Which entries an import confirmed anew without changing them, and what stood there before: taking it back puts that back.
CREATE TABLE batch_confirmations (
	batch INTEGER NOT NULL REFERENCES batches (id),
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	confirmed_at INTEGER, confirmed_by TEXT,
	PRIMARY KEY (batch, listing)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_confirmations_listing ON batch_confirmations (listing);
