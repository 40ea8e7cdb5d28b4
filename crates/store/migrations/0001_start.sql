-- One text for both databases. Types are TEXT, BIGINT and BLOB; `migrations.rs` says what PostgreSQL calls them.
-- Times are milliseconds since 1970 UTC. Every row of a person has the person's id, and a row that belongs to
-- another one names it together with that id, so that no row can hang on somebody else's.

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL,
    handle_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    admin BIGINT NOT NULL,
    created_ms BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    browser TEXT NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (expires_ms);

CREATE TABLE api_tokens (
    token_hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    used_ms BIGINT
);
CREATE INDEX api_tokens_of_user ON api_tokens (user_id);

CREATE TABLE one_time_tokens (
    token_hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    used_ms BIGINT
);
CREATE INDEX one_time_tokens_of_user ON one_time_tokens (user_id);
CREATE INDEX one_time_tokens_by_end ON one_time_tokens (expires_ms);

CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    company TEXT NOT NULL,
    head BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    deleted_ms BIGINT,
    UNIQUE (user_id, id)
);
CREATE INDEX documents_listed ON documents (user_id, kind, updated_ms, id);

CREATE TABLE revisions (
    document_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    restored_from BIGINT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (document_id, number),
    FOREIGN KEY (user_id, document_id) REFERENCES documents (user_id, id) ON DELETE CASCADE
);
CREATE INDEX revisions_of_user ON revisions (user_id, document_id);

CREATE TABLE reports (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document_id TEXT,
    revision BIGINT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    json TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    FOREIGN KEY (user_id, document_id) REFERENCES documents (user_id, id) ON DELETE CASCADE,
    FOREIGN KEY (document_id, revision) REFERENCES revisions (document_id, number) ON DELETE CASCADE
);
CREATE INDEX reports_listed ON reports (user_id, created_ms, id);
CREATE INDEX reports_of_document ON reports (document_id, revision);

CREATE TABLE blobs (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sha256 BLOB NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (user_id, sha256)
);

CREATE TABLE files (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sha256 BLOB NOT NULL,
    document_id TEXT,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    FOREIGN KEY (user_id, sha256) REFERENCES blobs (user_id, sha256) ON DELETE CASCADE,
    FOREIGN KEY (user_id, document_id) REFERENCES documents (user_id, id) ON DELETE CASCADE
);
CREATE INDEX files_listed ON files (user_id, created_ms, id);
CREATE INDEX files_of_blob ON files (user_id, sha256);
CREATE INDEX files_of_document ON files (user_id, document_id);

CREATE TABLE idempotency (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    request_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    status BIGINT,
    headers TEXT,
    body BLOB,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id, request_key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_ms);
