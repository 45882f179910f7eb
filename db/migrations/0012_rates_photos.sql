-- What it costs to use a place, by who uses it. Whole kronor; 0 is free of charge.
CREATE TABLE venue_rates (
	venue INTEGER NOT NULL REFERENCES venues (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	user_group TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount >= 0),
	per TEXT NOT NULL,
	PRIMARY KEY (venue, place)
) STRICT, WITHOUT ROWID;

-- Pictures, named by their content, in two sizes, as WebP. They lie here so that a backup and an erasure are whole.
CREATE TABLE photos (
	id TEXT PRIMARY KEY CHECK (length(id) = 32),
	width INTEGER NOT NULL, height INTEGER NOT NULL,
	large BLOB NOT NULL, small BLOB NOT NULL,
	added_at INTEGER NOT NULL
) STRICT;

-- Whom a picture was sent in by, and for which entry; it is nobody else's to see until it is published.
CREATE TABLE photo_uploads (
	photo TEXT NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	person INTEGER REFERENCES people (id) ON DELETE SET NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (photo, listing)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_uploads_listing ON photo_uploads (listing);
CREATE INDEX photo_uploads_person ON photo_uploads (person, at);

-- The pictures that an entry shows, in order.
CREATE TABLE listing_photos (
	listing INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	photo TEXT NOT NULL REFERENCES photos (id),
	alt TEXT NOT NULL, alt_en TEXT,
	PRIMARY KEY (listing, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_photos_photo ON listing_photos (photo);
