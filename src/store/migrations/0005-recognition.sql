-- Pages of a report that only text recognition can read; null where none are known. Such reports wait in a queue of their own.
alter table trichluc.report add column recognition_pages int;
