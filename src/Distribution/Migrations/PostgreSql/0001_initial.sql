-- What is distributed, to whom, and under which handling. docs/data.md explains the tables.

-- A critical infrastructure sector, with the time in which it was one.
CREATE TABLE sectors (
    id uuid PRIMARY KEY,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    successor_id uuid REFERENCES sectors (id),
    misp_code text,
    niem_codes text[] NOT NULL,
    nipp_name text NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (code)
);

-- A topic that products are about.
CREATE TABLE topics (
    id uuid PRIMARY KEY,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    status text NOT NULL,
    parent_id uuid REFERENCES topics (id),
    successor_id uuid REFERENCES topics (id),
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (code)
);

-- One of the eight community lifelines.
CREATE TABLE community_lifelines (
    id uuid PRIMARY KEY,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    components text[] NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (code)
);

-- A state, the federal district or a territory.
CREATE TABLE jurisdictions (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    name text COLLATE "C" NOT NULL,
    fips_code text COLLATE "C" NOT NULL,
    postal_code text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (fips_code),
    UNIQUE (postal_code)
);

-- A discipline that partners work in.
CREATE TABLE disciplines (
    id uuid PRIMARY KEY,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (code)
);

-- A fusion center: a state's or urban area's own center that receives, analyzes, gathers and shares.
CREATE TABLE fusion_centers (
    id uuid PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    short_name text COLLATE "C" NOT NULL,
    designation text NOT NULL,
    scope text NOT NULL,
    mission_scopes text[] NOT NULL,
    host_agency_id uuid,
    contact_email text,
    contact_phone text,
    contact_url text,
    engagement_level text NOT NULL,
    engagement_process text,
    engagement_restrictions text,
    redress_procedure text NOT NULL,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A jurisdiction a center is responsible for.
CREATE TABLE center_jurisdictions (
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    jurisdiction_id uuid NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (center_id, jurisdiction_id)
);

-- A discipline a center serves.
CREATE TABLE center_disciplines (
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    discipline_id uuid NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (center_id, discipline_id)
);

-- A partner organization, or one that may become a partner.
CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    legal_name text COLLATE "C" NOT NULL,
    display_name text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    government_level text NOT NULL,
    status text NOT NULL,
    parent_id uuid REFERENCES organizations (id),
    is_directory_listed boolean NOT NULL,
    is_publicly_listed boolean NOT NULL,
    external_reference text,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A center an organization is a customer of.
CREATE TABLE organization_centers (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (organization_id, center_id)
);

-- A discipline an organization works in.
CREATE TABLE organization_disciplines (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    discipline_id uuid NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (organization_id, discipline_id)
);

-- A jurisdiction an organization works in.
CREATE TABLE organization_jurisdictions (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    jurisdiction_id uuid NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (organization_id, jurisdiction_id)
);

-- A lifeline an organization sustains.
CREATE TABLE organization_lifelines (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    lifeline_id uuid NOT NULL REFERENCES community_lifelines (id),
    PRIMARY KEY (organization_id, lifeline_id)
);

-- A sector an organization works in.
CREATE TABLE organization_sectors (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    sector_id uuid NOT NULL REFERENCES sectors (id),
    is_primary boolean NOT NULL,
    PRIMARY KEY (organization_id, sector_id)
);

-- A client of an organization: TLP:AMBER may be passed on to it where the list and the agreement say so.
CREATE TABLE organization_clients (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    client_id uuid NOT NULL REFERENCES organizations (id),
    PRIMARY KEY (organization_id, client_id)
);

-- A national affiliation of an organization. It never gives access by itself.
CREATE TABLE affiliations (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    kind text NOT NULL,
    name text COLLATE "C" NOT NULL,
    since date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What an organization and a center agreed about sharing. Without one in force an organization gets nothing.
CREATE TABLE sharing_agreements (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    kind text NOT NULL,
    state text NOT NULL,
    onward_sharing text NOT NULL,
    effective_on date NOT NULL,
    expires_on date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A person who can act: a user of a partner organization or staff of a center.
CREATE TABLE people (
    id uuid PRIMARY KEY,
    subject text,
    display_name text COLLATE "C" NOT NULL,
    title text COLLATE "C",
    organization_id uuid REFERENCES organizations (id),
    citizenship text NOT NULL,
    status text NOT NULL,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (subject)
);

-- Somebody who bridges a center and its partners.
CREATE TABLE liaison_assignments (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id),
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    organization_id uuid REFERENCES organizations (id),
    district text,
    officer_type text,
    state text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A role somebody holds. A role claim of a token counts only where it is confirmed here.
CREATE TABLE role_assignments (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    role text NOT NULL,
    center_id uuid REFERENCES fusion_centers (id),
    starts_on date NOT NULL,
    ends_on date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- An attribute of a person that was verified. A claim of a token counts only where it is confirmed here.
CREATE TABLE verified_attributes (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    kind text NOT NULL,
    verified_on date NOT NULL,
    expires_on date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (person_id, kind)
);

-- A machine client: software that acts for an organization, within the organization's rights and its own limits.
CREATE TABLE service_clients (
    id uuid PRIMARY KEY,
    client_id text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    sponsor_id uuid NOT NULL REFERENCES people (id),
    purpose text NOT NULL,
    scopes text[] NOT NULL,
    tlp_ceiling text NOT NULL,
    attributes text[] NOT NULL,
    state text NOT NULL,
    expires_at timestamptz NOT NULL,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (client_id),
    CHECK (tlp_ceiling <> 'Red')
);

-- A list that a machine client may receive from, where it or its organization is a member.
CREATE TABLE service_client_lists (
    service_client_id uuid NOT NULL REFERENCES service_clients (id),
    list_id uuid NOT NULL,
    PRIMARY KEY (service_client_id, list_id)
);

-- A distribution list: an audience that products are published to.
CREATE TABLE distribution_lists (
    id uuid PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    owner_id uuid NOT NULL REFERENCES fusion_centers (id),
    purpose text NOT NULL,
    kind text NOT NULL,
    tlp_ceiling text NOT NULL,
    ceiling_sensitivities text[] NOT NULL,
    product_types text[] NOT NULL,
    join_policy text NOT NULL,
    membership_visibility text NOT NULL,
    recertify_every_days integer NOT NULL,
    state text NOT NULL,
    client_audience_id uuid,
    member_count integer NOT NULL DEFAULT 0,
    external_reference text,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (client_audience_id)
);

-- A membership: one person, organization or machine client on one list.
CREATE TABLE list_memberships (
    id uuid PRIMARY KEY,
    list_id uuid NOT NULL REFERENCES distribution_lists (id),
    center_id uuid NOT NULL REFERENCES fusion_centers (id),
    person_id uuid REFERENCES people (id),
    organization_id uuid REFERENCES organizations (id),
    service_client_id uuid REFERENCES service_clients (id),
    role text NOT NULL,
    state text NOT NULL,
    basis text NOT NULL,
    sponsor_id uuid REFERENCES people (id),
    requested_at timestamptz NOT NULL,
    decided_by_id uuid REFERENCES people (id),
    granted_at timestamptz,
    expires_at timestamptz,
    recertify_by date,
    ended_reason text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (num_nonnulls(person_id, organization_id, service_client_id) = 1)
);

-- A product: the identity behind its versions. It carries what a feed needs of its current version.
CREATE TABLE products (
    id uuid PRIMARY KEY,
    public_number text COLLATE "C",
    type text NOT NULL,
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    current_version_id uuid,
    state text NOT NULL,
    urgency text NOT NULL,
    is_exercise boolean NOT NULL,
    published_at timestamptz,
    valid_until timestamptz,
    hazard_scopes text[] NOT NULL,
    external_reference text,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (public_number)
);

-- A sector a product is about.
CREATE TABLE product_sectors (
    product_id uuid NOT NULL REFERENCES products (id),
    sector_id uuid NOT NULL REFERENCES sectors (id),
    PRIMARY KEY (product_id, sector_id)
);

-- A lifeline a product is about.
CREATE TABLE product_lifelines (
    product_id uuid NOT NULL REFERENCES products (id),
    lifeline_id uuid NOT NULL REFERENCES community_lifelines (id),
    PRIMARY KEY (product_id, lifeline_id)
);

-- A jurisdiction a product is about.
CREATE TABLE product_jurisdictions (
    product_id uuid NOT NULL REFERENCES products (id),
    jurisdiction_id uuid NOT NULL REFERENCES jurisdictions (id),
    PRIMARY KEY (product_id, jurisdiction_id)
);

-- A discipline a product is for.
CREATE TABLE product_disciplines (
    product_id uuid NOT NULL REFERENCES products (id),
    discipline_id uuid NOT NULL REFERENCES disciplines (id),
    PRIMARY KEY (product_id, discipline_id)
);

-- A topic a product is about.
CREATE TABLE product_topics (
    product_id uuid NOT NULL REFERENCES products (id),
    topic_id uuid NOT NULL REFERENCES topics (id),
    PRIMARY KEY (product_id, topic_id)
);

-- One version of a product. Once published it does not change.
CREATE TABLE product_versions (
    id uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES products (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    number integer NOT NULL,
    state text NOT NULL,
    change_kind text NOT NULL,
    title_portion_id uuid,
    summary_portion_id uuid,
    urgency text NOT NULL,
    intended_uses text[] NOT NULL,
    valid_from timestamptz,
    valid_until timestamptz,
    release_at timestamptz,
    published_at timestamptz,
    content_hash text NOT NULL,
    requires bigint NOT NULL,
    is_public_release_approved boolean NOT NULL,
    is_emergency_release boolean NOT NULL,
    privacy_reviewed_on date,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (product_id, number),
    CHECK (number > 0),
    CHECK (title_portion_id IS NOT NULL OR state IN ('Draft', 'Cancelled'))
);

-- Somebody who wrote a version. Known to the originator's staff only.
CREATE TABLE version_authors (
    version_id uuid NOT NULL REFERENCES product_versions (id),
    person_id uuid NOT NULL REFERENCES people (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    PRIMARY KEY (version_id, person_id)
);

-- A portion of a version, with a marking of its own.
CREATE TABLE portions (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    ordinal integer NOT NULL,
    key text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    is_tearline boolean NOT NULL,
    contains_us_person_information boolean NOT NULL,
    likelihood text,
    confidence text,
    tlp text NOT NULL,
    cui_basic text[] NOT NULL,
    cui_specified text[] NOT NULL,
    dissemination_controls text[] NOT NULL,
    releasable_to text[] NOT NULL,
    sensitivities text[] NOT NULL,
    legacy_markings text[] NOT NULL,
    originator_control text NOT NULL,
    designated_by text,
    requires bigint NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (version_id, key)
);

-- One release of a version to an audience.
CREATE TABLE publications (
    id uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES products (id),
    version_id uuid NOT NULL REFERENCES product_versions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    effective_at timestamptz NOT NULL,
    released_by_id uuid NOT NULL REFERENCES people (id),
    reason_for_release text NOT NULL,
    audience_snapshot_hash text NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A list that a publication went to.
CREATE TABLE publication_lists (
    publication_id uuid NOT NULL REFERENCES publications (id),
    list_id uuid NOT NULL REFERENCES distribution_lists (id),
    PRIMARY KEY (publication_id, list_id)
);

-- A recipient that a publication names: a person or an organization.
CREATE TABLE publication_recipients (
    id uuid PRIMARY KEY,
    publication_id uuid NOT NULL REFERENCES publications (id),
    person_id uuid REFERENCES people (id),
    organization_id uuid REFERENCES organizations (id),
    CHECK ((person_id IS NULL) <> (organization_id IS NULL))
);

-- One audience's right to one version. Written when a version is published, read by every query of products.
CREATE TABLE entitlements (
    audience_id uuid NOT NULL,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    product_id uuid NOT NULL REFERENCES products (id),
    publication_id uuid REFERENCES publications (id),
    kind text NOT NULL,
    effective_at timestamptz NOT NULL,
    expires_at timestamptz,
    requires bigint NOT NULL,
    is_current boolean NOT NULL,
    PRIMARY KEY (version_id, audience_id)
);

-- A privacy, civil rights and civil liberties review of a version.
CREATE TABLE privacy_reviews (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    kind text NOT NULL,
    state text NOT NULL,
    checklist text NOT NULL,
    requested_by_id uuid NOT NULL REFERENCES people (id),
    requested_at timestamptz NOT NULL,
    reviewer_id uuid REFERENCES people (id),
    due_at timestamptz NOT NULL,
    outcome text,
    rationale text,
    signed_at timestamptz,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (requested_by_id <> reviewer_id),
    CHECK ((outcome IS NULL) = (signed_at IS NULL))
);

-- One finding of a review.
CREATE TABLE privacy_findings (
    id uuid PRIMARY KEY,
    review_id uuid NOT NULL REFERENCES privacy_reviews (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    portion_key text,
    category text NOT NULL,
    severity text NOT NULL,
    required_action text NOT NULL,
    resolution text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A published document of the field: guidance, templates, training.
CREATE TABLE resource_documents (
    id uuid PRIMARY KEY,
    title text COLLATE "C" NOT NULL,
    publisher text COLLATE "C" NOT NULL,
    pages integer,
    size_bytes bigint,
    media_type text NOT NULL,
    published_on date,
    sha256 text,
    url text,
    pcrcl_functions text[] NOT NULL,
    access text NOT NULL,
    synthetic_batch text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What an import brought: by it a second import of the same line is known, and one of another content refused.
CREATE TABLE import_records (
    kind text NOT NULL,
    scope text NOT NULL,
    reference text NOT NULL,
    content_hash text NOT NULL,
    entity_id uuid NOT NULL,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (kind, scope, reference)
);
CREATE INDEX import_records_reference ON import_records (reference);

-- The circles.
ALTER TABLE fusion_centers ADD FOREIGN KEY (host_agency_id) REFERENCES organizations (id);
ALTER TABLE service_client_lists ADD FOREIGN KEY (list_id) REFERENCES distribution_lists (id);
ALTER TABLE products ADD FOREIGN KEY (current_version_id) REFERENCES product_versions (id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_versions ADD FOREIGN KEY (title_portion_id) REFERENCES portions (id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_versions ADD FOREIGN KEY (summary_portion_id) REFERENCES portions (id)
    DEFERRABLE INITIALLY DEFERRED;

-- What the reads need. A feed walks one audience's rights, newest first; a product is shown where a right is found.
CREATE INDEX entitlements_feed ON entitlements (audience_id, effective_at DESC, product_id DESC)
    INCLUDE (requires, kind, expires_at, version_id)
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
