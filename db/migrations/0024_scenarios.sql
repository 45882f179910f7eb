-- What a municipality's staff think of changing: meeting places opened, moved, closed, with other hours. Under a name, for
-- all of them.
CREATE TABLE scenarios (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
	-- The parameters of an address that choose the meeting places.
	choice TEXT NOT NULL,
	-- The alterations (src/domain/scenario-plan.ts), in order.
	plan TEXT NOT NULL CHECK (json_valid(plan) AND json_type(plan) = 'array'),
	made_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX scenarios_name ON scenarios (municipality, name);
CREATE INDEX scenarios_changed_at ON scenarios (changed_at);
CREATE INDEX scenarios_made_by ON scenarios (made_by) WHERE made_by IS NOT NULL;
