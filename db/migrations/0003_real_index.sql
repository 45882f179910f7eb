-- Whether anything real stands among the invented is asked on every page.
CREATE INDEX listings_real ON listings (id) WHERE demo = 0;
