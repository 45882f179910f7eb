-- A source's own words for what an entry is and does, beside the themes they were placed under: people search with them.
ALTER TABLE listings ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keywords));
