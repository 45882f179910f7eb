-- What somebody has imported of where people live. Each import, and each removal, is a row: the last id is the version of it all.
CREATE TABLE population_imports (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	what TEXT NOT NULL CHECK (what IN ('areas', 'figures', 'cells', 'classes', 'removed')),
	level TEXT NOT NULL CHECK (level IN ('municipality', 'district', 'regso', 'deso', 'grid1000', 'grid250')),
	-- The file's name and sum; who made the data; the day or year that they tell of, as the operator gives it.
	file TEXT NOT NULL, sha256 TEXT NOT NULL, source TEXT, date TEXT,
	at INTEGER NOT NULL, rows INTEGER NOT NULL
) STRICT;

-- Polygons: WGS84, a GeoJSON MultiPolygon; lon/lat is a point within.
CREATE TABLE areas (
	level TEXT NOT NULL CHECK (level IN ('municipality', 'district', 'regso', 'deso')),
	code TEXT NOT NULL, name TEXT NOT NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	polygon TEXT NOT NULL CHECK (json_valid(polygon)),
	lon REAL NOT NULL, lat REAL NOT NULL,
	west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
	import INTEGER NOT NULL REFERENCES population_imports (id),
	PRIMARY KEY (level, code)
) STRICT;
CREATE INDEX areas_municipality ON areas (municipality, level);

-- Who lives in an area, whether or not its polygon is known. Ages: persons by band (src/planning/ground.ts), as JSON; women of them.
CREATE TABLE area_population (
	level TEXT NOT NULL CHECK (level IN ('municipality', 'district', 'regso', 'deso')),
	code TEXT NOT NULL,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	persons REAL NOT NULL CHECK (persons >= 0),
	ages TEXT CHECK (json_array_length(ages) = 8),
	women TEXT CHECK (json_array_length(women) = 8),
	import INTEGER NOT NULL REFERENCES population_imports (id),
	PRIMARY KEY (level, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_population_municipality ON area_population (municipality, level);

-- Socio-economic type of an area, 1 (great challenges) to 5 (very good conditions).
CREATE TABLE area_classes (
	level TEXT NOT NULL CHECK (level IN ('regso', 'deso')),
	code TEXT NOT NULL,
	class INTEGER NOT NULL CHECK (class BETWEEN 1 AND 5),
	import INTEGER NOT NULL REFERENCES population_imports (id),
	PRIMARY KEY (level, code)
) STRICT, WITHOUT ROWID;

-- People by squares. East and north: metres in SWEREF 99 TM of the south-west corner; lon/lat is the middle.
CREATE TABLE population_cells (
	level TEXT NOT NULL CHECK (level IN ('grid1000', 'grid250')),
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	east INTEGER NOT NULL, north INTEGER NOT NULL,
	lon REAL NOT NULL, lat REAL NOT NULL,
	persons REAL NOT NULL CHECK (persons > 0),
	ages TEXT CHECK (json_array_length(ages) = 8),
	import INTEGER NOT NULL REFERENCES population_imports (id),
	PRIMARY KEY (level, municipality, east, north)
) STRICT, WITHOUT ROWID;
