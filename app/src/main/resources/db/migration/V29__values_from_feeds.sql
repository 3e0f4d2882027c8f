-- Clinical values that come from feeds: when their source knew, and which import brought them.
alter table clinical_value add column registered timestamptz;   -- when the source knew this version; none where it does not say
alter table clinical_value add column import_run bigint references import_run;
