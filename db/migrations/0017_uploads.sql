-- Registers that somebody handed in by the web, and how far they have come. The file itself lies in the folder `uploads`
-- under a name of its own (`token`), so that no copy of the store holds it, and is gone when it has been published or dropped.
CREATE TABLE uploads (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	person INTEGER REFERENCES people (id) ON DELETE SET NULL,
	file_name TEXT NOT NULL,
	size INTEGER NOT NULL,
	token TEXT UNIQUE,
	state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'publishing', 'published', 'undoing', 'undone', 'failed', 'dropped')),
	-- Why it failed, or why it waits again.
	reason TEXT,
	-- Which column means what; null leaves it to the recogniser.
	mapping TEXT CHECK (mapping IS NULL OR json_valid(mapping)),
	-- What was read: the columns, how, and the counts.
	found TEXT CHECK (found IS NULL OR json_valid(found)),
	-- What publishing would do, as a digest: what is published is what was looked at.
	digest TEXT,
	batch INTEGER REFERENCES batches (id),
	tries INTEGER NOT NULL DEFAULT 0,
	made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
	CHECK (state NOT IN ('published', 'undoing', 'undone') OR batch IS NOT NULL)
) STRICT;
CREATE INDEX uploads_ready ON uploads (municipality, changed_at) WHERE state = 'ready';
CREATE INDEX uploads_municipality ON uploads (municipality, id);
CREATE INDEX uploads_working ON uploads (id) WHERE state IN ('reading', 'publishing', 'undoing');
CREATE INDEX uploads_person ON uploads (person);
CREATE INDEX uploads_batch ON uploads (batch);

-- What would become of each row, for who looks before publishing.
CREATE TABLE upload_rows (
	upload INTEGER NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	fate TEXT NOT NULL CHECK (fate IN ('added', 'changed', 'unchanged', 'gone', 'refused', 'person')),
	line INTEGER, name TEXT,
	differences TEXT NOT NULL CHECK (json_valid(differences)),
	problems TEXT NOT NULL CHECK (json_valid(problems)),
	PRIMARY KEY (upload, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_rows_fate ON upload_rows (upload, fate, place);
