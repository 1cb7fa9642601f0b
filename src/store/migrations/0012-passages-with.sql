-- Where words stand, by the index alone: read through the table, every passage's list of words would be unpacked. A phrase
-- needs its words looked at in their order yet.
create function trichluc.passages_with(words tsquery) returns table (report_id bigint, ordinal int)
language sql stable set enable_seqscan = off as
  $$ select p.report_id, p.ordinal from trichluc.passage p where p.folded @@ words $$;
