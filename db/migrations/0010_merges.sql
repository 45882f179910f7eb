-- Two entries that somebody has looked at and found not to be one: never asked again.
CREATE TABLE not_same (
	one INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	other INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (one, other), CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_same_other ON not_same (other);
CREATE INDEX not_same_by ON not_same (by);

-- Two entries made one: `gone` leads to `kept`. What was moved and changed is kept as values, so that it can be taken back.
CREATE TABLE merges (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	kept INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	gone INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	at INTEGER NOT NULL,
	undone_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	undone_at INTEGER,
	-- The fields of the one kept that were changed, before and after.
	changes TEXT NOT NULL CHECK (json_valid(changes)),
	slug_before TEXT NOT NULL,
	-- The rows that followed, by table.
	moved TEXT NOT NULL CHECK (json_valid(moved)),
	CHECK (kept <> gone)
) STRICT;
CREATE INDEX merges_kept ON merges (kept);
CREATE INDEX merges_gone ON merges (gone);
CREATE INDEX merges_by ON merges (by);
CREATE INDEX merges_undone_by ON merges (undone_by);
CREATE UNIQUE INDEX merges_standing ON merges (gone) WHERE undone_at IS NULL;

-- The trail is searched by municipality and by who: where an entry lay when it was done, and in which role somebody did it.
ALTER TABLE audit ADD COLUMN municipality TEXT;
ALTER TABLE audit ADD COLUMN role TEXT;
UPDATE audit SET municipality = (SELECT municipality FROM listings WHERE id = audit.listing) WHERE listing IS NOT NULL;
CREATE INDEX audit_municipality ON audit (municipality, id);
CREATE INDEX audit_by ON audit (by, id);
