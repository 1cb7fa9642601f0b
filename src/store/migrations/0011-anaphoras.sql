-- «Quyết định này» has no number that a person could find wrong: unsure references of this kind are no more kept for a look.
delete from trichluc.attention where reason = 'low-confidence' and record->>'rule' = 'citation/anaphora';
