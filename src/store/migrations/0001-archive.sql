-- Everything of an archive but its originals. Runs alike on PostgreSQL 15 and on PGlite.
-- Text that is compared, sorted or looked up has collation "C": the same order on every machine.

-- On a server the journal is this table; an embedded archive keeps it in a file.
create table trichluc.journal (
  seq bigint generated always as identity primary key,
  entry json not null
);

create table trichluc.report (
  id bigint generated always as identity primary key,
  sha256 text collate "C" not null unique,
  -- of the names it came under, the first by letters: the order of import must not show
  name text collate "C" not null,
  media_type text,
  bytes bigint not null,
  state text not null check (state in ('taken-in', 'processing', 'done', 'failed')),
  attempts int not null default 0,
  failure_code text,
  failure_message text,
  failure_retryable boolean,
  taken_in_at timestamptz not null,
  page_count int,
  type text,
  number text,
  number_folded text collate "C",
  issuer text,
  issued_on text,
  title text,
  header json,
  self_key text collate "C",
  self json,
  diagnostics json,
  -- how many rows hang on it: a check after a crash counts them
  row_counts json
);
create index report_waiting on trichluc.report (id) where state in ('taken-in', 'processing');
create index report_failed on trichluc.report (id) where state = 'failed';
create index report_name on trichluc.report (name, sha256);
create index report_number on trichluc.report (number_folded) where number_folded is not null;
create index report_self on trichluc.report (self_key) where self_key is not null;

-- Paths and printed forms can be longer than an index entry may be, so their hash stands in the keys.
create table trichluc.report_path (
  report_id bigint not null references trichluc.report (id) on delete cascade,
  path_hash text collate "C" not null,
  path text collate "C" not null,
  primary key (report_id, path_hash)
);
create index report_path_hash on trichluc.report_path (path_hash);

create table trichluc.failed_path (
  path_hash text collate "C" primary key,
  path text collate "C" not null,
  code text not null,
  message text not null,
  at timestamptz not null
);

-- The tables below hang on a report by `report_id` without a foreign key: reports are never deleted, a report's rows are
-- written in the transaction that locks it, and PostgreSQL would look each of its three hundred rows' report up alone.
create table trichluc.stage_output (
  report_id bigint not null,
  stage text collate "C" not null,
  version int not null,
  -- JSON, deflated
  output bytea not null,
  diagnostics json not null,
  primary key (report_id, stage)
);

create table trichluc.correction (
  id bigint generated always as identity primary key,
  sha256 text collate "C" not null,
  target text not null,
  value json not null,
  corrected_by text not null,
  at timestamptz not null
);
create index correction_report on trichluc.correction (sha256, id);

-- The text, and its words for search: `folded` without marks, `exact` as printed in lower case. A text of more words
-- than a tsvector has positions for is several passages.
create table trichluc.report_text (
  report_id bigint primary key,
  text text not null,
  -- [number, start, end] of every run, by start
  pages json not null
);
create table trichluc.passage (
  report_id bigint not null,
  ordinal int not null,
  start_at int not null,
  end_at int not null,
  folded tsvector not null,
  exact tsvector not null,
  primary key (report_id, ordinal)
);
create index passage_folded on trichluc.passage using gin (folded);

-- A legal document is what the reports say of it, taken together: `document_vote` counts how many say what, and the
-- document's row and forms are worked out from the votes. So the order of import cannot show, and a law that a million
-- reports cite costs a new report no more than another.
create table trichluc.report_document (
  report_id bigint not null,
  key text collate "C" not null,
  -- the report is this very document
  own boolean not null,
  citations int not null,
  record json not null,
  primary key (report_id, key)
);
create index report_document_key on trichluc.report_document (key, report_id);

create table trichluc.document_vote (
  key text collate "C" not null,
  -- 'own' (what a report that is this document says), 'cited' (what another says), 'alias' (one printed form)
  kind text collate "C" not null,
  value_hash text collate "C" not null,
  -- own, cited: JSON of the fields that reports may differ in; alias: the form
  value text collate "C" not null,
  -- reports that say so; of them, those that cite it and how often (0 for an alias)
  votes int not null,
  citing int not null,
  citations int not null,
  primary key (key, kind, value_hash)
);

create table trichluc.legal_document (
  key text collate "C" primary key,
  type text,
  number text,
  symbol text,
  folded text collate "C" not null,
  year int,
  issued_on text,
  issuer text,
  title text,
  aliases json not null
);

create table trichluc.document_form (
  key text collate "C" not null,
  -- without marks and separators, leading zeros gone: "1085qdubnd"
  folded text collate "C" not null,
  -- the digits it begins with, and the rest: "1085", "qdubnd"
  serial text collate "C" not null,
  letters text collate "C" not null,
  form text collate "C" not null,
  primary key (key, folded)
);
create index document_form_folded on trichluc.document_form (folded);
create index document_form_serial on trichluc.document_form (serial, letters);

create table trichluc.citation (
  report_id bigint not null,
  ordinal int not null,
  key text collate "C",
  start_at int not null,
  role text not null,
  state text,
  record json not null,
  edge json,
  primary key (report_id, ordinal)
);
create index citation_key on trichluc.citation (key, report_id, ordinal) where key is not null;

create table trichluc.document_edge (
  report_id bigint not null,
  ordinal int not null,
  from_key text collate "C" not null,
  relation text collate "C" not null,
  relation_detail text,
  to_key text collate "C" not null,
  start_at int not null,
  quote text not null,
  page int,
  primary key (report_id, ordinal)
);
create index document_edge_from on trichluc.document_edge (from_key);
create index document_edge_to on trichluc.document_edge (to_key);

create table trichluc.quantity (
  report_id bigint not null,
  ordinal int not null,
  folded tsvector not null,
  record json not null,
  primary key (report_id, ordinal)
);
create index quantity_folded on trichluc.quantity using gin (folded);

create table trichluc.award (
  report_id bigint not null,
  ordinal int not null,
  folded tsvector not null,
  record json not null,
  primary key (report_id, ordinal)
);
create index award_folded on trichluc.award using gin (folded);
