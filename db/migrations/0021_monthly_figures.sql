-- The figures of every municipality as they were in a month, taken once: the row here is what keeps two processes from
-- taking them twice. `measures` names what was counted then, in the order of `figures`: what it does not name is not known.
CREATE TABLE monthly_snapshots (
	month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
	taken_at INTEGER NOT NULL,
	measures TEXT NOT NULL CHECK (json_valid(measures))
) STRICT, WITHOUT ROWID;

CREATE TABLE monthly_figures (
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	month TEXT NOT NULL REFERENCES monthly_snapshots (month) ON DELETE CASCADE,
	population INTEGER NOT NULL,
	figures TEXT NOT NULL CHECK (json_valid(figures)),
	PRIMARY KEY (municipality, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX monthly_figures_month ON monthly_figures (month);
