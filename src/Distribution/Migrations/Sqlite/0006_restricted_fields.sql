-- What is shown to few: sources, notes, approvals, protected origins, contact points, questionnaires; and of centers
-- the privacy officers and the privacy policy. Times are UTC; texts of enumerations are the names in code.

-- A center's office for privacy, civil rights and civil liberties, and the policy it follows.
ALTER TABLE fusion_centers ADD COLUMN privacy_mailbox TEXT;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_title TEXT;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_url TEXT;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_version TEXT;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_adopted_on TEXT;

-- For whom a product was made, where that is protected.
ALTER TABLE products ADD COLUMN on_behalf_of_id TEXT REFERENCES organizations (id);

-- The centers that made a product together with its originator.
CREATE TABLE product_co_originators (
    product_id TEXT NOT NULL REFERENCES products (id),
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (product_id, center_id)
) STRICT, WITHOUT ROWID;

-- What the portions of a version require together; whoever holds it sees all of them.
ALTER TABLE product_versions ADD COLUMN requires_throughout INTEGER NOT NULL DEFAULT -1;
ALTER TABLE product_versions ADD COLUMN discloses_withholding INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_versions ADD COLUMN analyst_notes TEXT;
UPDATE product_versions SET requires_throughout = (SELECT coalesce(
    max(p.requires & 1) | max(p.requires & 2) | max(p.requires & 4) | max(p.requires & 8) |
    max(p.requires & 16) | max(p.requires & 32) | max(p.requires & 64) | max(p.requires & 128) |
    max(p.requires & 256) | max(p.requires & 512) | max(p.requires & 1024) | max(p.requires & 2048) |
    max(p.requires & 4096) | max(p.requires & 8192) | max(p.requires & 16384) | max(p.requires & 32768), 0)
    FROM portions p WHERE p.version_id = product_versions.id);

-- What a marking permits beyond reading.
ALTER TABLE portions ADD COLUMN purposes TEXT NOT NULL DEFAULT '[]';

-- Where what a portion says comes from; without a portion, of the version.
CREATE TABLE source_references (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    portion_id TEXT REFERENCES portions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    ordinal INTEGER NOT NULL,
    citation TEXT NOT NULL,
    originator TEXT NOT NULL,
    reliability TEXT,
    credibility TEXT,
    kind TEXT NOT NULL,
    third_agency_consent TEXT NOT NULL,
    is_identified INTEGER NOT NULL,
    requires INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (portion_id IS NOT NULL OR NOT is_identified)
) STRICT;

-- Who let a version pass, and as what.
CREATE TABLE version_approvals (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    kind TEXT NOT NULL,
    approved_by_id TEXT NOT NULL REFERENCES people (id),
    approved_at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- What a reviewer wrote down for the center's own use.
ALTER TABLE privacy_reviews ADD COLUMN notes TEXT;

-- How a person is reached. Most readers are shown the masked value.
CREATE TABLE contact_points (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    masked_value TEXT NOT NULL,
    visibility TEXT NOT NULL,
    verified_at TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (person_id, kind, value)
) STRICT;

-- What a partner answered to the five questions of private sector engagement; the last answers count.
CREATE TABLE partner_questionnaires (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL UNIQUE REFERENCES organizations (id),
    form_version TEXT NOT NULL,
    information_wanted TEXT NOT NULL,
    information_offered TEXT NOT NULL,
    liaison_designated TEXT NOT NULL,
    personnel_trained INTEGER NOT NULL,
    training_detail TEXT,
    protection_policies TEXT,
    protection_training TEXT,
    privacy_protection TEXT,
    answered_by_id TEXT REFERENCES people (id),
    answered_at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- The privacy officers of each center, as its roles have them.
CREATE VIEW center_officers AS
    SELECT id, center_id, person_id, starts_on, ends_on FROM role_assignments
    WHERE role = 'PcrclOfficer' AND center_id IS NOT NULL;

-- What is current on each list, whoever asks.
CREATE VIEW list_products AS
    SELECT audience_id AS list_id, product_id, effective_at, expires_at FROM entitlements
    WHERE is_current AND kind = 'List';

-- Which organizations are on each list: by themselves, through their people or through their software, and until
-- when, as the longest of these memberships lasts: to its end, or through the day by which it must be confirmed.
CREATE VIEW list_organizations AS
    SELECT m.list_id, m.center_id, coalesce(m.organization_id, p.organization_id, c.organization_id) AS organization_id,
        max(min(
            coalesce(m.expires_at, '9999-12-31 00:00:00'),
            coalesce(date(m.recertify_by, '+1 day') || ' 00:00:00', '9999-12-31 00:00:00'))) AS ends_at
    FROM list_memberships m
    LEFT JOIN people p ON p.id = m.person_id
    LEFT JOIN service_clients c ON c.id = m.service_client_id
    WHERE m.state = 'Active' AND coalesce(m.organization_id, p.organization_id, c.organization_id) IS NOT NULL
    GROUP BY 1, 2, 3;

CREATE INDEX products_on_behalf_of ON products (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;
CREATE INDEX product_co_originators_center ON product_co_originators (center_id, product_id);
CREATE INDEX source_references_version ON source_references (version_id, ordinal);
CREATE INDEX source_references_portion ON source_references (portion_id) WHERE portion_id IS NOT NULL;
CREATE INDEX version_approvals_version ON version_approvals (version_id);
CREATE INDEX version_approvals_approved_by ON version_approvals (approved_by_id);
CREATE INDEX partner_questionnaires_answered_by ON partner_questionnaires (answered_by_id);
CREATE INDEX privacy_reviews_reviewer ON privacy_reviews (reviewer_id, version_id);
