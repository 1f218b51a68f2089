-- What is distributed, to whom, and under which handling. docs/data.md explains the tables.

-- A critical infrastructure sector, with the time in which it was one.
CREATE TABLE sectors (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    successor_id TEXT REFERENCES sectors (id),
    misp_code TEXT,
    niem_codes TEXT NOT NULL,
    nipp_name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (code)
) STRICT;

-- A topic that products are about.
CREATE TABLE topics (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    parent_id TEXT REFERENCES topics (id),
    successor_id TEXT REFERENCES topics (id),
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (code)
) STRICT;

-- One of the eight community lifelines.
CREATE TABLE community_lifelines (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    components TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (code)
) STRICT;

-- A state, the federal district or a territory.
CREATE TABLE jurisdictions (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    fips_code TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (fips_code),
    UNIQUE (postal_code)
) STRICT;

-- A discipline that partners work in.
CREATE TABLE disciplines (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (code)
) STRICT;

-- A fusion center: a state's or urban area's own center that receives, analyzes, gathers and shares.
CREATE TABLE fusion_centers (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    designation TEXT NOT NULL,
    scope TEXT NOT NULL,
    mission_scopes TEXT NOT NULL,
    host_agency_id TEXT REFERENCES organizations (id),
    contact_email TEXT,
    contact_phone TEXT,
    contact_url TEXT,
    engagement_level TEXT NOT NULL,
    engagement_process TEXT,
    engagement_restrictions TEXT,
    redress_procedure TEXT NOT NULL,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A jurisdiction a center is responsible for.
CREATE TABLE center_jurisdictions (
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    jurisdiction_id TEXT NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (center_id, jurisdiction_id)
) STRICT, WITHOUT ROWID;

-- A discipline a center serves.
CREATE TABLE center_disciplines (
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    discipline_id TEXT NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (center_id, discipline_id)
) STRICT, WITHOUT ROWID;

-- A partner organization, or one that may become a partner.
CREATE TABLE organizations (
    id TEXT PRIMARY KEY NOT NULL,
    legal_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    government_level TEXT NOT NULL,
    status TEXT NOT NULL,
    parent_id TEXT REFERENCES organizations (id),
    is_directory_listed INTEGER NOT NULL,
    is_publicly_listed INTEGER NOT NULL,
    external_reference TEXT,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A center an organization is a customer of.
CREATE TABLE organization_centers (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (organization_id, center_id)
) STRICT, WITHOUT ROWID;

-- A discipline an organization works in.
CREATE TABLE organization_disciplines (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    discipline_id TEXT NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (organization_id, discipline_id)
) STRICT, WITHOUT ROWID;

-- A jurisdiction an organization works in.
CREATE TABLE organization_jurisdictions (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    jurisdiction_id TEXT NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (organization_id, jurisdiction_id)
) STRICT, WITHOUT ROWID;

-- A lifeline an organization sustains.
CREATE TABLE organization_lifelines (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    lifeline_id TEXT NOT NULL REFERENCES community_lifelines (id),
    PRIMARY KEY (organization_id, lifeline_id)
) STRICT, WITHOUT ROWID;

-- A sector an organization works in.
CREATE TABLE organization_sectors (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    sector_id TEXT NOT NULL REFERENCES sectors (id),
    is_primary INTEGER NOT NULL,
    PRIMARY KEY (organization_id, sector_id)
) STRICT, WITHOUT ROWID;

-- A client of an organization: TLP:AMBER may be passed on to it where the list and the agreement say so.
CREATE TABLE organization_clients (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    client_id TEXT NOT NULL REFERENCES organizations (id),
    PRIMARY KEY (organization_id, client_id)
) STRICT, WITHOUT ROWID;

-- A national affiliation of an organization. It never gives access by itself.
CREATE TABLE affiliations (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    since TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- What an organization and a center agreed about sharing. Without one in force an organization gets nothing.
CREATE TABLE sharing_agreements (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    onward_sharing TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    expires_on TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A person who can act: a user of a partner organization or staff of a center.
CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT,
    display_name TEXT NOT NULL,
    title TEXT,
    organization_id TEXT REFERENCES organizations (id),
    citizenship TEXT NOT NULL,
    status TEXT NOT NULL,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (subject)
) STRICT;

-- Somebody who bridges a center and its partners.
CREATE TABLE liaison_assignments (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    organization_id TEXT REFERENCES organizations (id),
    district TEXT,
    officer_type TEXT,
    state TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A role somebody holds. A role claim of a token counts only where it is confirmed here.
CREATE TABLE role_assignments (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    center_id TEXT REFERENCES fusion_centers (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- An attribute of a person that was verified. A claim of a token counts only where it is confirmed here.
CREATE TABLE verified_attributes (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    verified_on TEXT NOT NULL,
    expires_on TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (person_id, kind)
) STRICT;

-- A machine client: software that acts for an organization, within the organization's rights and its own limits.
CREATE TABLE service_clients (
    id TEXT PRIMARY KEY NOT NULL,
    client_id TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    sponsor_id TEXT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    scopes TEXT NOT NULL,
    tlp_ceiling TEXT NOT NULL,
    attributes TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (client_id),
    CHECK (tlp_ceiling <> 'Red')
) STRICT;

-- A list that a machine client may receive from, where it or its organization is a member.
CREATE TABLE service_client_lists (
    service_client_id TEXT NOT NULL REFERENCES service_clients (id),
    list_id TEXT NOT NULL REFERENCES distribution_lists (id),
    PRIMARY KEY (service_client_id, list_id)
) STRICT, WITHOUT ROWID;

-- A distribution list: an audience that products are published to.
CREATE TABLE distribution_lists (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES fusion_centers (id),
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL,
    tlp_ceiling TEXT NOT NULL,
    ceiling_sensitivities TEXT NOT NULL,
    product_types TEXT NOT NULL,
    join_policy TEXT NOT NULL,
    membership_visibility TEXT NOT NULL,
    recertify_every_days INTEGER NOT NULL,
    state TEXT NOT NULL,
    client_audience_id TEXT,
    member_count INTEGER NOT NULL DEFAULT 0,
    external_reference TEXT,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (client_audience_id)
) STRICT;

-- A membership: one person, organization or machine client on one list.
CREATE TABLE list_memberships (
    id TEXT PRIMARY KEY NOT NULL,
    list_id TEXT NOT NULL REFERENCES distribution_lists (id),
    center_id TEXT NOT NULL REFERENCES fusion_centers (id),
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    service_client_id TEXT REFERENCES service_clients (id),
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    basis TEXT NOT NULL,
    sponsor_id TEXT REFERENCES people (id),
    requested_at TEXT NOT NULL,
    decided_by_id TEXT REFERENCES people (id),
    granted_at TEXT,
    expires_at TEXT,
    recertify_by TEXT,
    ended_reason TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1)
) STRICT;

-- A product: the identity behind its versions. It carries what a feed needs of its current version.
CREATE TABLE products (
    id TEXT PRIMARY KEY NOT NULL,
    public_number TEXT,
    type TEXT NOT NULL,
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    current_version_id TEXT REFERENCES product_versions (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    urgency TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    published_at TEXT,
    valid_until TEXT,
    hazard_scopes TEXT NOT NULL,
    external_reference TEXT,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (public_number)
) STRICT;

-- A sector a product is about.
CREATE TABLE product_sectors (
    product_id TEXT NOT NULL REFERENCES products (id),
    sector_id TEXT NOT NULL REFERENCES sectors (id),
    PRIMARY KEY (product_id, sector_id)
) STRICT, WITHOUT ROWID;

-- A lifeline a product is about.
CREATE TABLE product_lifelines (
    product_id TEXT NOT NULL REFERENCES products (id),
    lifeline_id TEXT NOT NULL REFERENCES community_lifelines (id),
    PRIMARY KEY (product_id, lifeline_id)
) STRICT, WITHOUT ROWID;

-- A jurisdiction a product is about.
CREATE TABLE product_jurisdictions (
    product_id TEXT NOT NULL REFERENCES products (id),
    jurisdiction_id TEXT NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (product_id, jurisdiction_id)
) STRICT, WITHOUT ROWID;

-- A discipline a product is for.
CREATE TABLE product_disciplines (
    product_id TEXT NOT NULL REFERENCES products (id),
    discipline_id TEXT NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (product_id, discipline_id)
) STRICT, WITHOUT ROWID;

-- A topic a product is about.
CREATE TABLE product_topics (
    product_id TEXT NOT NULL REFERENCES products (id),
    topic_id TEXT NOT NULL REFERENCES topics (id),
    PRIMARY KEY (product_id, topic_id)
) STRICT, WITHOUT ROWID;

-- One version of a product. Once published it does not change.
CREATE TABLE product_versions (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL REFERENCES products (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    change_kind TEXT NOT NULL,
    title_portion_id TEXT REFERENCES portions (id) DEFERRABLE INITIALLY DEFERRED,
    summary_portion_id TEXT REFERENCES portions (id) DEFERRABLE INITIALLY DEFERRED,
    urgency TEXT NOT NULL,
    intended_uses TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    release_at TEXT,
    published_at TEXT,
    content_hash TEXT NOT NULL,
    requires INTEGER NOT NULL,
    is_public_release_approved INTEGER NOT NULL,
    is_emergency_release INTEGER NOT NULL,
    privacy_reviewed_on TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (product_id, number),
    CHECK (number > 0),
    CHECK (title_portion_id IS NOT NULL OR state IN ('Draft', 'Cancelled'))
) STRICT;

-- Somebody who wrote a version. Known to the originator's staff only.
CREATE TABLE version_authors (
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (version_id, person_id)
) STRICT, WITHOUT ROWID;

-- A portion of a version, with a marking of its own.
CREATE TABLE portions (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    is_tearline INTEGER NOT NULL,
    contains_us_person_information INTEGER NOT NULL,
    likelihood TEXT,
    confidence TEXT,
    tlp TEXT NOT NULL,
    cui_basic TEXT NOT NULL,
    cui_specified TEXT NOT NULL,
    dissemination_controls TEXT NOT NULL,
    releasable_to TEXT NOT NULL,
    sensitivities TEXT NOT NULL,
    legacy_markings TEXT NOT NULL,
    originator_control TEXT NOT NULL,
    designated_by TEXT,
    requires INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (version_id, key)
) STRICT;

-- One release of a version to an audience.
CREATE TABLE publications (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL REFERENCES products (id),
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    effective_at TEXT NOT NULL,
    released_by_id TEXT NOT NULL REFERENCES people (id),
    reason_for_release TEXT NOT NULL,
    audience_snapshot_hash TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A list that a publication went to.
CREATE TABLE publication_lists (
    publication_id TEXT NOT NULL REFERENCES publications (id),
    list_id TEXT NOT NULL REFERENCES distribution_lists (id),
    PRIMARY KEY (publication_id, list_id)
) STRICT, WITHOUT ROWID;

-- A recipient that a publication names: a person or an organization.
CREATE TABLE publication_recipients (
    id TEXT PRIMARY KEY NOT NULL,
    publication_id TEXT NOT NULL REFERENCES publications (id),
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    CHECK ((person_id IS NULL) <> (organization_id IS NULL))
) STRICT;

-- One audience's right to one version. Written when a version is published, read by every query of products.
CREATE TABLE entitlements (
    audience_id TEXT NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    product_id TEXT NOT NULL REFERENCES products (id),
    publication_id TEXT REFERENCES publications (id),
    kind TEXT NOT NULL,
    effective_at TEXT NOT NULL,
    expires_at TEXT,
    requires INTEGER NOT NULL,
    is_current INTEGER NOT NULL,
    PRIMARY KEY (version_id, audience_id)
) STRICT, WITHOUT ROWID;

-- A privacy, civil rights and civil liberties review of a version.
CREATE TABLE privacy_reviews (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    checklist TEXT NOT NULL,
    requested_by_id TEXT NOT NULL REFERENCES people (id),
    requested_at TEXT NOT NULL,
    reviewer_id TEXT REFERENCES people (id),
    due_at TEXT NOT NULL,
    outcome TEXT,
    rationale TEXT,
    signed_at TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (requested_by_id <> reviewer_id),
    CHECK ((outcome IS NULL) = (signed_at IS NULL))
) STRICT;

-- One finding of a review.
CREATE TABLE privacy_findings (
    id TEXT PRIMARY KEY NOT NULL,
    review_id TEXT NOT NULL REFERENCES privacy_reviews (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    portion_key TEXT,
    category TEXT NOT NULL,
    severity TEXT NOT NULL,
    required_action TEXT NOT NULL,
    resolution TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- A published document of the field: guidance, templates, training.
CREATE TABLE resource_documents (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    pages INTEGER,
    size_bytes INTEGER,
    media_type TEXT NOT NULL,
    published_on TEXT,
    sha256 TEXT,
    url TEXT,
    pcrcl_functions TEXT NOT NULL,
    access TEXT NOT NULL,
    synthetic_batch TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- What an import brought: by it a second import of the same line is known, and one of another content refused.
CREATE TABLE import_records (
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    reference TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (kind, scope, reference)
) STRICT;
CREATE INDEX import_records_reference ON import_records (reference);

-- What the reads need. A feed walks one audience's rights, newest first; a product is shown where a right is found.
CREATE INDEX entitlements_feed ON entitlements (audience_id, effective_at DESC, product_id DESC)
    WHERE is_current;
CREATE UNIQUE INDEX entitlements_current ON entitlements (product_id, audience_id) WHERE is_current;
CREATE INDEX entitlements_publication ON entitlements (publication_id);

CREATE INDEX products_newest ON products (published_at DESC, id DESC);
CREATE INDEX products_originator ON products (originator_id, published_at DESC, id DESC);
CREATE INDEX products_type ON products (type, published_at DESC, id DESC);
CREATE UNIQUE INDEX products_external ON products (originator_id, external_reference)
    WHERE external_reference IS NOT NULL;
CREATE INDEX products_current_version ON products (current_version_id);
CREATE INDEX product_sectors_sector ON product_sectors (sector_id, product_id);
CREATE INDEX product_lifelines_lifeline ON product_lifelines (lifeline_id, product_id);
CREATE INDEX product_jurisdictions_jurisdiction ON product_jurisdictions (jurisdiction_id, product_id);
CREATE INDEX product_disciplines_discipline ON product_disciplines (discipline_id, product_id);
CREATE INDEX product_topics_topic ON product_topics (topic_id, product_id);
-- Whether a version waits for a portion, or still needs it, is asked for each portion that comes or goes.
CREATE INDEX product_versions_title ON product_versions (title_portion_id);
CREATE INDEX product_versions_summary ON product_versions (summary_portion_id);
CREATE INDEX portions_version ON portions (version_id, ordinal);
CREATE INDEX version_authors_person ON version_authors (person_id);
CREATE INDEX publications_version ON publications (version_id);
CREATE INDEX publications_product ON publications (product_id);
CREATE INDEX publication_lists_list ON publication_lists (list_id);
CREATE INDEX publication_recipients_publication ON publication_recipients (publication_id);
CREATE INDEX privacy_reviews_version ON privacy_reviews (version_id);
CREATE INDEX privacy_reviews_originator ON privacy_reviews (originator_id, requested_at DESC);
CREATE INDEX privacy_findings_review ON privacy_findings (review_id);

CREATE INDEX distribution_lists_owner ON distribution_lists (owner_id, name);
CREATE INDEX distribution_lists_name ON distribution_lists (name, id);
CREATE UNIQUE INDEX distribution_lists_external ON distribution_lists (owner_id, external_reference)
    WHERE external_reference IS NOT NULL;
CREATE UNIQUE INDEX list_memberships_person ON list_memberships (person_id, list_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX list_memberships_organization ON list_memberships (organization_id, list_id)
    WHERE organization_id IS NOT NULL;
CREATE UNIQUE INDEX list_memberships_client ON list_memberships (service_client_id, list_id)
    WHERE service_client_id IS NOT NULL;
CREATE INDEX list_memberships_list ON list_memberships (list_id, state);
CREATE INDEX list_memberships_center ON list_memberships (center_id);
CREATE INDEX service_client_lists_list ON service_client_lists (list_id);

CREATE INDEX organizations_name ON organizations (display_name, id);
CREATE INDEX organizations_parent ON organizations (parent_id);
CREATE UNIQUE INDEX organizations_external ON organizations (external_reference) WHERE external_reference IS NOT NULL;
CREATE INDEX organization_centers_center ON organization_centers (center_id, organization_id);
CREATE INDEX organization_sectors_sector ON organization_sectors (sector_id, organization_id);
CREATE INDEX organization_disciplines_discipline ON organization_disciplines (discipline_id, organization_id);
CREATE INDEX organization_jurisdictions_jurisdiction ON organization_jurisdictions (jurisdiction_id, organization_id);
CREATE INDEX organization_lifelines_lifeline ON organization_lifelines (lifeline_id, organization_id);
CREATE INDEX organization_clients_client ON organization_clients (client_id);
CREATE INDEX affiliations_organization ON affiliations (organization_id);
CREATE INDEX sharing_agreements_organization ON sharing_agreements (organization_id);
CREATE INDEX sharing_agreements_center ON sharing_agreements (center_id);
CREATE INDEX people_organization ON people (organization_id);
CREATE INDEX role_assignments_person ON role_assignments (person_id);
CREATE INDEX role_assignments_center ON role_assignments (center_id, person_id);
CREATE INDEX service_clients_organization ON service_clients (organization_id);
CREATE INDEX liaison_assignments_person ON liaison_assignments (person_id);
CREATE INDEX liaison_assignments_center ON liaison_assignments (center_id);
CREATE INDEX liaison_assignments_organization ON liaison_assignments (organization_id);
CREATE INDEX fusion_centers_name ON fusion_centers (name, id);
CREATE INDEX center_jurisdictions_jurisdiction ON center_jurisdictions (jurisdiction_id);
CREATE INDEX center_disciplines_discipline ON center_disciplines (discipline_id);
CREATE INDEX resource_documents_title ON resource_documents (title, id);
