-- Who read what somebody has told of themselves, for somebody who works with it: once a day each, however often.
CREATE TABLE personal_reads (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	-- Whose it is, and who read it.
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	what TEXT NOT NULL CHECK (what IN ('claim', 'revision', 'roles')),
	-- The claim's or revision's number; the municipality in which it was read.
	about INTEGER NOT NULL,
	municipality TEXT REFERENCES municipalities (code),
	day INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX personal_reads_once ON personal_reads (person, by, what, about, day);
CREATE INDEX personal_reads_at ON personal_reads (at);
CREATE INDEX personal_reads_by ON personal_reads (by);
