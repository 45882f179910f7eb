-- Files of people and areas that somebody handed in by the web, and layers that they had taken away: one row a change, and how
-- far it has come. The file lies in the folder `people-uploads` under a name of its own (`token`) until it is published or dropped.
CREATE TABLE people_uploads (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	what TEXT NOT NULL CHECK (what IN ('file', 'removal')),
	-- Whose people alone are touched; null is all of Sweden, which is the operator's.
	municipality TEXT REFERENCES municipalities (code),
	person INTEGER REFERENCES people (id) ON DELETE SET NULL,
	-- Of a removal the level that goes.
	level TEXT CHECK (level IN ('municipality', 'district', 'regso', 'deso', 'grid1000', 'grid250')),
	file_name TEXT NOT NULL, size INTEGER NOT NULL, token TEXT UNIQUE,
	state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'publishing', 'published', 'undoing', 'undone', 'failed', 'dropped')),
	-- Why it failed, or why it waits again.
	reason TEXT,
	-- How somebody says that it is to be read: columns, layer, whose the squares are; null leaves it to the recogniser.
	reading TEXT CHECK (json_valid(reading)),
	-- Who made the data, of when they are, and on what terms, as it was told when it was published.
	origin TEXT CHECK (json_valid(origin)),
	-- What was read, and what publishing it would do as a digest: what is published is what was looked at.
	found TEXT CHECK (json_valid(found)), digest TEXT,
	-- The numbers of population_imports that it became.
	imports TEXT CHECK (json_valid(imports)),
	tries INTEGER NOT NULL DEFAULT 0,
	made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
	CHECK ((what = 'removal') = (level IS NOT NULL)),
	CHECK (state NOT IN ('published', 'undoing', 'undone') OR imports IS NOT NULL)
) STRICT;
CREATE INDEX people_uploads_municipality ON people_uploads (municipality, id);
CREATE INDEX people_uploads_working ON people_uploads (id) WHERE state IN ('reading', 'publishing', 'undoing');
CREATE INDEX people_uploads_person ON people_uploads (person);

-- What would become of each record, for who looks before publishing.
CREATE TABLE people_upload_rows (
	upload INTEGER NOT NULL REFERENCES people_uploads (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	fate TEXT NOT NULL CHECK (fate IN ('refused', 'new', 'replaces', 'left_out')),
	line INTEGER NOT NULL, code TEXT NOT NULL,
	problems TEXT NOT NULL CHECK (json_valid(problems)),
	PRIMARY KEY (upload, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_upload_rows_fate ON people_upload_rows (upload, fate, place);

-- What each import and each removal put away, so that it can be put back: for each table and municipality that it touched the
-- rows as they were. `rows` is null when it is too old to be taken back.
CREATE TABLE population_before (
	import INTEGER NOT NULL REFERENCES population_imports (id),
	part TEXT NOT NULL CHECK (part IN ('areas', 'area_population', 'population_cells', 'area_classes')),
	level TEXT NOT NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	rows TEXT CHECK (json_valid(rows)),
	PRIMARY KEY (import, part, municipality)
) STRICT;
CREATE INDEX population_before_place ON population_before (part, level, municipality, import);
CREATE TABLE population_undone (
	import INTEGER PRIMARY KEY REFERENCES population_imports (id),
	at INTEGER NOT NULL
) STRICT;

-- On what terms the data may be used, as it was told.
ALTER TABLE population_imports ADD COLUMN licence TEXT;
-- What stands is counted by where it comes from, without reading a polygon.
CREATE INDEX areas_import ON areas (level, municipality, import);
