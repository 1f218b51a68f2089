-- What is shown to few: sources, notes, approvals, protected origins, contact points, questionnaires; and of centers
-- the privacy officers and the privacy policy. Times are UTC; texts of enumerations are the names in code.

-- A center's office for privacy, civil rights and civil liberties, and the policy it follows.
ALTER TABLE fusion_centers ADD COLUMN privacy_mailbox text;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_title text;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_url text;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_version text;
ALTER TABLE fusion_centers ADD COLUMN privacy_policy_adopted_on date;
ALTER TABLE fusion_centers ADD CHECK (
    num_nulls(privacy_policy_title, privacy_policy_version, privacy_policy_adopted_on) IN (0, 3)
    AND (privacy_policy_url IS NULL OR privacy_policy_title IS NOT NULL));

-- For whom a product was made, where that is protected.
ALTER TABLE products ADD COLUMN on_behalf_of_id uuid REFERENCES organizations (id);

-- The centers that made a product together with its originator.
CREATE TABLE product_co_originators (
    product_id uuid NOT NULL REFERENCES products (id),
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (product_id, center_id)
);

-- What the portions of a version require together; whoever holds it sees all of them.
ALTER TABLE product_versions ADD COLUMN requires_throughout bigint NOT NULL DEFAULT -1;
ALTER TABLE product_versions ADD COLUMN discloses_withholding boolean NOT NULL DEFAULT false;
ALTER TABLE product_versions ADD COLUMN analyst_notes text;
UPDATE product_versions v SET requires_throughout =
    (SELECT coalesce(bit_or(p.requires), 0) FROM portions p WHERE p.version_id = v.id);
ALTER TABLE product_versions ALTER COLUMN requires_throughout DROP DEFAULT;

-- What a marking permits beyond reading.
ALTER TABLE portions ADD COLUMN purposes text[] NOT NULL DEFAULT '{}';

-- Where what a portion says comes from; without a portion, of the version.
CREATE TABLE source_references (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    portion_id uuid REFERENCES portions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    ordinal integer NOT NULL,
    citation text NOT NULL,
    originator text NOT NULL,
    reliability text,
    credibility text,
    kind text NOT NULL,
    third_agency_consent text NOT NULL,
    is_identified boolean NOT NULL,
    requires bigint NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (portion_id IS NOT NULL OR NOT is_identified)
);

-- Who let a version pass, and as what.
CREATE TABLE version_approvals (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    kind text NOT NULL,
    approved_by_id uuid NOT NULL REFERENCES people (id),
    approved_at timestamptz NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What a reviewer wrote down for the center's own use.
ALTER TABLE privacy_reviews ADD COLUMN notes text;

-- How a person is reached. Most readers are shown the masked value.
CREATE TABLE contact_points (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    kind text NOT NULL,
    value text NOT NULL,
    masked_value text NOT NULL,
    visibility text NOT NULL,
    verified_at timestamptz,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (person_id, kind, value)
);

-- What a partner answered to the five questions of private sector engagement; the last answers count.
CREATE TABLE partner_questionnaires (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL UNIQUE REFERENCES organizations (id),
    form_version text NOT NULL,
    information_wanted text NOT NULL,
    information_offered text NOT NULL,
    liaison_designated text NOT NULL,
    personnel_trained boolean NOT NULL,
    training_detail text,
    protection_policies text,
    protection_training text,
    privacy_protection text,
    answered_by_id uuid REFERENCES people (id),
    answered_at timestamptz NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

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
        max(least(
            coalesce(m.expires_at, '9999-12-31T00:00:00Z'::timestamptz),
            coalesce((m.recertify_by + 1)::timestamp AT TIME ZONE 'UTC', '9999-12-31T00:00:00Z'::timestamptz))) AS ends_at
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
