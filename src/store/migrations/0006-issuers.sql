-- Documents and reports by the body whose series they are of: the part of their key that names it.
create index legal_document_issuer on trichluc.legal_document ((split_part(key, '/', 6)));
create index report_issuer on trichluc.report ((split_part(self_key, '/', 6))) where self_key is not null;
