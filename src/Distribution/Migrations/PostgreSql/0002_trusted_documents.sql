-- A GraphQL document that an operator trusts, by the id that requests name (docs/documents.md).
CREATE TABLE trusted_documents (
    id text COLLATE "C" PRIMARY KEY,
    -- Of the text in UTF-8, 64 hexadecimal digits in lower case.
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    text text NOT NULL,
    -- Whose it is, a portal's name.
    client text,
    added_at timestamptz NOT NULL
);

CREATE INDEX trusted_documents_sha256 ON trusted_documents (sha256);
