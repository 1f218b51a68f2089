-- Full-text search. Each portion carries its words twice, so that no query has to look at another portion's: reduced to
-- their stems (weight A), for plain words, and as they are (weight B), for phrases, prefixes and codes.

-- The stems of all words: phrases may contain words that stand in every text, so none is left out.
CREATE TEXT SEARCH DICTIONARY english_stems (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION english_stems (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION english_stems
    ALTER MAPPING FOR asciiword, word WITH english_stems;

-- A text without accents. By the canonical decomposition, which makes no quote or backslash of another character: a query
-- stays the query it is.
CREATE FUNCTION search_folded(text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(normalize(text, NFD), '[\u0300-\u036f]+', '', 'g');

-- The words of a text with blanks between them: runs of letters and digits. The parser of PostgreSQL would make host
-- names, paths and signed numbers of what stands in our texts, and find none of their parts. The same ranges are in
-- src/Data/Searching/Words.cs.
CREATE FUNCTION search_words(text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(
        search_folded(text),
        '[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3040-\ud7ff'
            || '\uf900-\ufdff\ufe70-\ufefe\uff00-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff]+',
        ' ',
        'g');

ALTER TABLE portions ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english_stems', search_words(text)), 'A')
        || setweight(to_tsvector('simple', search_words(text)), 'B')) STORED;

-- Without a list of pending rows, which every search would have to read through.
CREATE INDEX portions_search ON portions USING gin (search) WITH (fastupdate = off);
