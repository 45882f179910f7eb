-- Somebody is asked to look after an entry, review for a municipality or run the instance. They say yes by signing in
-- with the address: that proves more than a secret in a link would.
CREATE TABLE invitations (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	email TEXT NOT NULL CHECK (email = lower(email)),
	role TEXT NOT NULL CHECK (role IN ('editor', 'owner', 'reviewer', 'administrator', 'operator')),
	listing INTEGER REFERENCES listings (id) ON DELETE CASCADE,
	municipality TEXT REFERENCES municipalities (code),
	invited_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
	made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
	-- Accepted, declined or withdrawn.
	ended_at INTEGER,
	CHECK ((role IN ('editor', 'owner')) = (listing IS NOT NULL)),
	CHECK ((role IN ('reviewer', 'administrator')) = (municipality IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX invitations_open ON invitations (email, coalesce(listing, 0), coalesce(municipality, '')) WHERE ended_at IS NULL;
CREATE INDEX invitations_listing ON invitations (listing) WHERE listing IS NOT NULL;
CREATE INDEX invitations_municipality ON invitations (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX invitations_by ON invitations (invited_by, made_at);
