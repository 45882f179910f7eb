-- Who may sign in. As little as works: an address to reach them at, a name only if they give one.
CREATE TABLE people (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
	name TEXT CHECK (length(name) BETWEEN 1 AND 120),
	locale TEXT NOT NULL CHECK (locale IN ('sv', 'en')),
	created_at INTEGER NOT NULL
) STRICT;

-- Somebody asked to sign in. Secrets are kept as digests; the code's is made together with the device's secret.
CREATE TABLE sign_ins (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	email TEXT NOT NULL,
	device TEXT NOT NULL UNIQUE, code TEXT NOT NULL, link TEXT NOT NULL,
	locale TEXT NOT NULL, next TEXT NOT NULL,
	tries INTEGER NOT NULL DEFAULT 0,
	created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
) STRICT;
CREATE INDEX sign_ins_email ON sign_ins (email, created_at);
CREATE INDEX sign_ins_expires ON sign_ins (expires_at);

CREATE TABLE sessions (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	token TEXT NOT NULL UNIQUE,
	-- The token before, good until the new one has been seen: an answer that never arrived signs nobody out.
	previous TEXT UNIQUE,
	agent TEXT NOT NULL,
	created_at INTEGER NOT NULL, rotated_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person);

-- What a person may do beside what everybody may: for an entry, for a municipality, or for the instance.
CREATE TABLE roles (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	role TEXT NOT NULL CHECK (role IN ('editor', 'owner', 'reviewer', 'administrator', 'operator')),
	listing INTEGER REFERENCES listings (id) ON DELETE CASCADE,
	municipality TEXT REFERENCES municipalities (code),
	given_at INTEGER NOT NULL,
	given_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	CHECK ((role IN ('editor', 'owner')) = (listing IS NOT NULL)),
	CHECK ((role IN ('reviewer', 'administrator')) = (municipality IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX roles_once ON roles (person, coalesce(listing, 0), coalesce(municipality, ''));
CREATE INDEX roles_listing ON roles (listing) WHERE listing IS NOT NULL;
CREATE INDEX roles_municipality ON roles (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX roles_given_by ON roles (given_by);
