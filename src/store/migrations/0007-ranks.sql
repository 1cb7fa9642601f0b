-- How many reports cite a document, and in how many places: kept with it, so that no search counts votes.
alter table trichluc.legal_document add column reports int not null default 0;
alter table trichluc.legal_document add column citations int not null default 0;
update trichluc.legal_document d set reports = v.reports, citations = v.citations
from (select key, sum(citing) as reports, sum(citations) as citations from trichluc.document_vote
  where kind <> 'alias' group by key) v
where v.key = d.key;

-- A form's rank among those that begin alike: the binary digits of the number of reports, which change a dozen times in a
-- document's life and not with every report.
create function trichluc.weight_of(reports int) returns int immutable parallel safe language sql as
  $$ select case when reports > 0 then 33 - position('1' in reports::bit(32)::text) else 0 end $$;
alter table trichluc.document_form add column weight int not null default 0;
update trichluc.document_form f set weight = trichluc.weight_of(d.reports)
from trichluc.legal_document d where d.key = f.key and d.reports > 0;
drop index trichluc.document_form_folded;
drop index trichluc.document_form_serial;
create index document_form_folded on trichluc.document_form (folded, weight desc, key);
create index document_form_serial on trichluc.document_form (serial, weight desc, key) include (letters);

-- Originals of reports that are taken out, until they are off the disk.
create table trichluc.removed_original (
  sha256 text collate "C" primary key
);

-- Reports of more passages than one: only their words can stand apart.
create index passage_second on trichluc.passage (report_id) where ordinal = 1;
