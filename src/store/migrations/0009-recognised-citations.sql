-- Citations that were read off a picture: their numbers are held against those of other reports.
create index citation_recognised on trichluc.citation (key) where record->>'certainty' is not null and key is not null;
