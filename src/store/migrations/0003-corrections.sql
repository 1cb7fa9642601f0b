-- Which corrections were laid over which report, and whether they found there what they mean: 0 when it has vanished.
create table trichluc.correction_use (
  report_id bigint not null,
  correction text collate "C" not null,
  found int not null,
  primary key (report_id, correction)
);
create index correction_use_correction on trichluc.correction_use (correction);
