-- The organisations published last, for the front page. What one import published in the same second is spread by a number made
-- of its id (Knuth's multiplicative hash): in the order of ids a whole register's end would stand for all of Sweden.
CREATE INDEX listings_newest ON listings (kind, published_at DESC, (id * 2654435761 & 4294967295))
	WHERE published_at IS NOT NULL AND archived_at IS NULL AND merged_into IS NULL;
