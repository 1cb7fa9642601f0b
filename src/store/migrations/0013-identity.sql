-- An archive's own mark, one row; written when it is first asked for, since new embedded databases are copies of one that
-- was made with the program.
create table trichluc.identity (
  id int primary key default 1 check (id = 1),
  mark uuid not null default gen_random_uuid()
);
