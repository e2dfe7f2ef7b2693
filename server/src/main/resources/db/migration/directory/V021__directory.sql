alter table directory.office
    add column plad           text    not null default '',
    add column working_days   text[]  not null default '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}',
    add column valid_from     date,
    add column valid_until    date,
    add column highest_level  text    not null default '',
    add column nationals_only boolean not null default false,
    add column mail           text,
    drop constraint office_kind,
    drop constraint office_post_place,
    add constraint office_kind check (kind in ('BUREAU', 'POST', 'CORRESPONDENT')),
    add constraint office_post_place check (kind <> 'POST' or
        (city is not null and latitude is not null and longitude is not null and accredited_to <> '{}')),
    add constraint office_correspondent check ((kind = 'CORRESPONDENT') = (mail is not null)
        and (kind <> 'CORRESPONDENT' or parent is null)),
    add constraint office_not_above_itself check (parent <> code),
    add constraint office_working_days check (working_days <> '{}' and working_days <@
        '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}'::text[]),
    add constraint office_period check (valid_until >= valid_from);
comment on table directory.office is 'Bureaux of headquarters, posts, and correspondents outside; cables go from office to office.';
comment on column directory.office.plad is 'Postal address line designator as printed, empty if it has none.';
comment on column directory.office.valid_from is 'First day of a travelling office, null if it was always there (MSG-030).';
comment on column directory.office.highest_level is 'Code of the policy''s highest level the office is accredited for, empty for any (MSG-017).';
comment on column directory.office.nationals_only is 'All who read there are own nationals (MSG-017).';

create index office_parent_idx on directory.office (parent);

create table directory.holiday (
    office text  not null,
    day    date  not null,
    names  jsonb not null,
    constraint holiday_pk primary key (office, day),
    constraint holiday_office_fk foreign key (office) references directory.office (code)
);
comment on table directory.holiday is 'Days an office does not work besides its free days of the week.';

create table directory.minimise (
    office      text not null,
    valid_from  date not null,
    valid_until date,
    reason      text not null,
    constraint minimise_pk primary key (office, valid_from),
    constraint minimise_office_fk foreign key (office) references directory.office (code),
    constraint minimise_period check (valid_until is null or valid_until >= valid_from),
    constraint minimise_reason check (reason <> '')
);
comment on table directory.minimise is 'An office asks senders to hold non-essential traffic (MSG-028).';

create table directory.country_office (
    government text not null,
    office     text not null,
    constraint country_office_pk primary key (government),
    constraint country_office_government_fk foreign key (government) references directory.government (code),
    constraint country_office_office_fk foreign key (office) references directory.office (code)
);
comment on table directory.country_office is 'The office of headquarters that answers for a country (CLR-002).';

alter table directory.collective
    add column all_posts boolean not null default false,
    add column kept_by   text,
    add constraint collective_kept_by_fk foreign key (kept_by) references directory.office (code);
comment on column directory.collective.all_posts is 'Every post valid on the day is a member, besides those listed (CLR-002).';
