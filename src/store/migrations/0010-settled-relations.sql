-- Relations of which an end is a mention that other reports settle: a report's «thay thế Quyết định số 78» is about the
-- document that they name in full. Kept like settlements, and made from them.
create table trichluc.settled_relation (
  report_id bigint not null,
  ordinal int not null,
  -- of the ends as their own report has them
  from_series text collate "C" not null,
  to_series text collate "C" not null,
  from_key text collate "C" not null,
  to_key text collate "C" not null,
  record json not null,
  primary key (report_id, ordinal)
);
create index settled_relation_from on trichluc.settled_relation (from_key);
create index settled_relation_to on trichluc.settled_relation (to_key);
create index settled_relation_from_series on trichluc.settled_relation (from_series);
create index settled_relation_to_series on trichluc.settled_relation (to_series);

-- Works them out anew for these reports. An end follows when every place of the report that has its key is settled by one
-- document; a relation of a document to itself would say nothing, and stays as printed.
create function trichluc.settle_relations(reports bigint[]) returns void language sql as $$
  delete from trichluc.settled_relation where report_id = any(reports);
  with moved as (
    select s.report_id, s.key, min(s.document) as document, (array_agg(s.record order by s.ordinal))[1] as record
    from trichluc.settlement s
    where s.report_id = any(reports) and s.state = 'resolved' and s.document <> s.key
    group by s.report_id, s.key
    having min(s.document) = max(s.document) and count(*) = (
      select count(*) from trichluc.citation c where c.key = s.key and c.report_id = s.report_id)
  )
  insert into trichluc.settled_relation (report_id, ordinal, from_series, to_series, from_key, to_key, record)
  select e.report_id, e.ordinal, trichluc.series_of(e.from_key), trichluc.series_of(e.to_key),
    coalesce(f.document, e.from_key), coalesce(t.document, e.to_key), coalesce(t.record, f.record)
  from trichluc.document_edge e
  left join moved f on f.report_id = e.report_id and f.key = e.from_key
  left join moved t on t.report_id = e.report_id and t.key = e.to_key
  where e.report_id = any(reports) and (f.key is not null or t.key is not null)
    and coalesce(f.document, e.from_key) <> coalesce(t.document, e.to_key);
$$;
select trichluc.settle_relations(array(select distinct report_id from trichluc.settlement));

create view trichluc.settled_edge as
select e.report_id, e.ordinal, e.from_key, e.relation, e.relation_detail, e.to_key, e.start_at, e.quote, e.page,
  null::json as by_others
from trichluc.document_edge e where not exists (
  select 1 from trichluc.settled_relation m where m.report_id = e.report_id and m.ordinal = e.ordinal)
union all
select e.report_id, e.ordinal, m.from_key, e.relation, e.relation_detail, m.to_key, e.start_at, e.quote, e.page, m.record
from trichluc.settled_relation m join trichluc.document_edge e on e.report_id = m.report_id and e.ordinal = m.ordinal;

-- `moved`: others put the citation at another document than its own report. Whether a citation is settled is looked up for
-- each: as a join, and without statistics, as in a young archive, PostgreSQL would read all settlements for every document.
create or replace view trichluc.own_citation as
select c.report_id, c.ordinal, c.key, c.start_at, c.role, c.record, c.edge, null::json as by_others, false as moved
from trichluc.citation c
where c.key is not null and (
  select s.state from trichluc.settlement s
  where s.report_id = c.report_id and s.ordinal = c.ordinal and s.state = 'resolved') is null;
create or replace view trichluc.concluded_citation as
select s.report_id, s.ordinal, s.document as key, c.start_at, c.role, c.record, c.edge, s.record as by_others,
  s.document <> s.key as moved
from trichluc.settlement s join trichluc.citation c on c.report_id = s.report_id and c.ordinal = s.ordinal
where s.state = 'resolved';
create or replace view trichluc.settled_citation as
select * from trichluc.own_citation union all select * from trichluc.concluded_citation;

-- The same for what is counted over the citations of all reports, from indexes alone.
create view trichluc.settled_key as
select c.report_id, c.key, false as moved
from trichluc.citation c
where c.key is not null and not exists (
  select 1 from trichluc.settlement s
  where s.report_id = c.report_id and s.ordinal = c.ordinal and s.state = 'resolved')
union all
select s.report_id, s.document, s.document <> s.key from trichluc.settlement s where s.state = 'resolved';
