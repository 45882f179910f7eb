-- Each erased entry asks who was merged into it: without this, by reading the whole table.
CREATE INDEX listings_merged ON listings (merged_into) WHERE merged_into IS NOT NULL;
