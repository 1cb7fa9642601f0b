-- What other reports say of mentions that their own report leaves open (src/store/identity). It is worked out from the set
-- of reports before anyone asks, and kept only so that it is not worked out twice.

-- Mentions and the documents they may mean have one series: type and digits, "quyet-dinh/1085".
create function trichluc.series_of(key text) returns text immutable parallel safe language sql as
  $$ select split_part(key, '/', 5) || '/' || split_part(split_part(key, '/', 8), '-', 1) $$;
create index citation_open on trichluc.citation (trichluc.series_of(key), report_id, ordinal) where state <> 'resolved';
create index legal_document_series on trichluc.legal_document (trichluc.series_of(key));

create table trichluc.settlement (
  report_id bigint not null,
  ordinal int not null,
  series text collate "C" not null,
  -- where the mention's own report puts it, and what the others say: one document, or several that it may be
  key text collate "C" not null,
  state text collate "C" not null check (state in ('resolved', 'ambiguous')),
  document text collate "C" not null,
  candidates text[] not null,
  record json not null,
  primary key (report_id, ordinal)
);
create index settlement_series on trichluc.settlement (series);
create index settlement_document on trichluc.settlement (document, report_id, ordinal) where state = 'resolved';
create index settlement_candidates on trichluc.settlement using gin (candidates) where state = 'ambiguous';

-- What settlements add to, and with negative counts take from, the counts of a document's row; `by_others`: reports that
-- cite it by what others say.
create table trichluc.settled_count (
  key text collate "C" primary key,
  series text collate "C" not null,
  reports int not null,
  citations int not null,
  by_others int not null
);
create index settled_count_series on trichluc.settled_count (series);

-- Reports stored or taken out since settlements were last worked out, with the documents they name no more; and the series
-- that are to be worked out anew for them.
create table trichluc.settlement_due (
  id bigint generated always as identity primary key,
  report_id bigint not null,
  gone text[] not null
);
insert into trichluc.settlement_due (report_id, gone) select id, '{}' from trichluc.report where state = 'done';
create table trichluc.unsettled_series (
  series text collate "C" primary key
);

-- Every citation with the document it is of: its own report's word, or where that leaves it open, what others settle.
create view trichluc.own_citation as
select c.report_id, c.ordinal, c.key, c.start_at, c.role, c.record, c.edge, null::json as by_others
from trichluc.citation c
where c.key is not null and not exists (
  select 1 from trichluc.settlement s
  where s.report_id = c.report_id and s.ordinal = c.ordinal and s.state = 'resolved');
create view trichluc.concluded_citation as
select s.report_id, s.ordinal, s.document as key, c.start_at, c.role, c.record, c.edge, s.record as by_others
from trichluc.settlement s join trichluc.citation c on c.report_id = s.report_id and c.ordinal = s.ordinal
where s.state = 'resolved';
create view trichluc.settled_citation as
select * from trichluc.own_citation union all select * from trichluc.concluded_citation;

-- Documents with how many reports cite them, and in how many places, settlements counted in.
create view trichluc.cited_document as
select d.key, d.type, d.number, d.symbol, d.folded, d.year, d.issued_on, d.issuer, d.title, d.aliases,
  d.reports + coalesce(x.reports, 0) as reports, d.citations + coalesce(x.citations, 0) as citations,
  coalesce(x.by_others, 0) as by_others
from trichluc.legal_document d left join trichluc.settled_count x on x.key = d.key;
