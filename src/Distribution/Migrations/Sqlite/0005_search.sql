-- Full-text search. The words of each portion are indexed twice: reduced to their stems, for plain words, and as they
-- are, for phrases, prefixes and codes. The indexes keep no text of their own.

-- The number that a portion has in the indexes. The rowid of the portions themselves would not do: it may change when
-- the file is compacted, and then one portion would be found by the words of another.
CREATE TABLE searched_portions (
    id INTEGER NOT NULL PRIMARY KEY,
    portion_id TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE portion_stems USING fts5(
    text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE portion_words USING fts5(
    text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '3');

INSERT INTO searched_portions (portion_id) SELECT id FROM portions;
INSERT INTO portion_stems (rowid, text)
    SELECT s.id, p.text FROM searched_portions s JOIN portions p ON p.id = s.portion_id;
INSERT INTO portion_words (rowid, text)
    SELECT s.id, p.text FROM searched_portions s JOIN portions p ON p.id = s.portion_id;

CREATE TRIGGER portions_search_insert AFTER INSERT ON portions
BEGIN
    INSERT INTO searched_portions (portion_id) VALUES (new.id);
    INSERT INTO portion_stems (rowid, text)
        SELECT id, new.text FROM searched_portions WHERE portion_id = new.id;
    INSERT INTO portion_words (rowid, text)
        SELECT id, new.text FROM searched_portions WHERE portion_id = new.id;
END;

CREATE TRIGGER portions_search_update AFTER UPDATE OF id, text ON portions
BEGIN
    DELETE FROM portion_stems WHERE rowid = (SELECT id FROM searched_portions WHERE portion_id = old.id);
    DELETE FROM portion_words WHERE rowid = (SELECT id FROM searched_portions WHERE portion_id = old.id);
    UPDATE searched_portions SET portion_id = new.id WHERE portion_id = old.id;
    INSERT INTO portion_stems (rowid, text)
        SELECT id, new.text FROM searched_portions WHERE portion_id = new.id;
    INSERT INTO portion_words (rowid, text)
        SELECT id, new.text FROM searched_portions WHERE portion_id = new.id;
END;

CREATE TRIGGER portions_search_delete AFTER DELETE ON portions
BEGIN
    DELETE FROM portion_stems WHERE rowid = (SELECT id FROM searched_portions WHERE portion_id = old.id);
    DELETE FROM portion_words WHERE rowid = (SELECT id FROM searched_portions WHERE portion_id = old.id);
    DELETE FROM searched_portions WHERE portion_id = old.id;
END;
