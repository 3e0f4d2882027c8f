-- Palliative care. Its points are clinical values of a kind of their own: they come in, are corrected and go again as those do.
alter table clinical_value drop constraint clinical_value_kind_check;
alter table clinical_value add constraint clinical_value_kind_check check (kind in ('status', 'performance', 'laboratory', 'treatment',
    'radiotherapy', 'surgery', 'imaging', 'pathology', 'patient-reported', 'palliative'));
create index clinical_value_palliative on clinical_value (person) where kind = 'palliative';

-- A care unit's certification in palliative care, as the unit itself says, with its period. Nothing of patients.
create table palliative_certification (
    id         bigint generated always as identity primary key,
    unit       text not null,
    name       text not null,                    -- of the certification, in the unit's own words
    from_day   date not null,
    to_day     date,                             -- the last day; none where none is set
    takes_back bigint references palliative_certification,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index palliative_certification_of on palliative_certification (unit);
create unique index palliative_certification_taken_back_once on palliative_certification (takes_back);

create trigger palliative_certification_only_grows before update or delete or truncate on palliative_certification
    for each statement execute function refuse_change();
