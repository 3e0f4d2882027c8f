-- Whoever fills in a form has a draft of her own: what the patient has typed and not sent in is nobody else's to read or write over.
-- Drafts of before are taken for the patient's.
alter table form_draft add column by_whom text not null default '';   -- empty: the patient herself
alter table form_draft drop constraint form_draft_pkey, add primary key (assignment, by_whom);
alter table form_draft alter column by_whom drop default;
