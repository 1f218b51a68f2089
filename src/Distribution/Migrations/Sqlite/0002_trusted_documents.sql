-- A GraphQL document that an operator trusts, by the id that requests name (docs/documents.md).
CREATE TABLE trusted_documents (
    id TEXT PRIMARY KEY NOT NULL,
    -- Of the text in UTF-8, 64 hexadecimal digits in lower case.
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    text TEXT NOT NULL,
    -- Whose it is, a portal's name.
    client TEXT,
    added_at TEXT NOT NULL
) STRICT;

CREATE INDEX trusted_documents_sha256 ON trusted_documents (sha256);
