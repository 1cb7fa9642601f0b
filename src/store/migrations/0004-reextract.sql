-- The next run of the stages takes the stored reading of the file, whatever version it has: newer rules run over it.
alter table trichluc.report add column keep_reading boolean not null default false;
