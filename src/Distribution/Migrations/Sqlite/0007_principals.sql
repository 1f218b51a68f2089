-- What a principal's rights depend on besides: training, links between accounts, and the limits of machine clients.

-- That a person completed a course, and until when it counts.
CREATE TABLE training_records (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    completed_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (expires_on > completed_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_records_person ON training_records (person_id, course, expires_on);

-- By which identifier an identity provider knows a person whose tokens have another subject than ours.
CREATE TABLE account_links (
    identity_provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (identity_provider, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_links_person ON account_links (person_id);

-- Empty: all product types; any network. Null: as many contents a day as it likes.
ALTER TABLE service_clients ADD COLUMN product_types TEXT NOT NULL DEFAULT '[]';
ALTER TABLE service_clients ADD COLUMN networks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE service_clients ADD COLUMN daily_quota INTEGER CHECK (daily_quota > 0);

-- How many contents a machine client pulled on a day, UTC, all nodes together.
CREATE TABLE client_usage (
    service_client_id TEXT NOT NULL REFERENCES service_clients (id),
    day TEXT NOT NULL,
    contents INTEGER NOT NULL,
    PRIMARY KEY (service_client_id, day)
) STRICT, WITHOUT ROWID;

-- The type of a product is a bit of what its rights ask for, so that a client that may have some types only is kept
-- from the others by the comparison that is made anyway.
UPDATE entitlements SET requires = requires | (
    SELECT CASE p.type
        WHEN 'RfiResponse' THEN 4294967296
        WHEN 'SituationalAwarenessProduct' THEN 8589934592
        WHEN 'Bulletin' THEN 17179869184
        WHEN 'IntelligenceWarningBulletin' THEN 34359738368
        WHEN 'AdvisoryNotification' THEN 68719476736
        WHEN 'FormalReport' THEN 137438953472
        WHEN 'ThreatAssessment' THEN 274877906944
        WHEN 'RiskAssessment' THEN 549755813888
        ELSE 0 END
    FROM products p WHERE p.id = entitlements.product_id)
WHERE kind <> 'Home';
