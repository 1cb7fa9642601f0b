-- What a person should look at, worked out when a report is stored: contradictions, mentions that may be of several
-- documents, numbers that were put right, and what the rules are not sure of.
create table trichluc.attention (
  report_id bigint not null,
  ordinal int not null,
  -- 'conflict' | 'ambiguous' | 'repair' | 'low-confidence'
  reason text collate "C" not null,
  -- 'citation' | 'quantity' | 'award'
  subject text collate "C" not null,
  -- of the mention within its report: "c1204", a letter for its kind and where it begins
  place text collate "C" not null,
  start_at int not null,
  -- thousandths
  confidence int not null,
  key text collate "C",
  record json not null,
  primary key (report_id, ordinal)
);
create index attention_reason on trichluc.attention (reason, report_id, start_at);
create index attention_key on trichluc.attention (key) where key is not null;

-- The days that reports give one document, where they give it more than one: a JSON array.
alter table trichluc.legal_document add column contested json;
create index legal_document_contested on trichluc.legal_document (key) where contested is not null;
