create table delivery.profile (
    id        uuid        not null,
    office    text        not null,
    person    uuid,
    function  text        not null default '',
    topics    text[]      not null default '{}',
    captions  text[]      not null default '{}',
    at_least  text        not null default '',
    attention text        not null default '',
    phrase    text        not null default '',
    made_by   text        not null,
    made_at   timestamptz not null,
    constraint profile_pk primary key (id),
    constraint profile_office_fk foreign key (office) references directory.office (code),
    constraint profile_person_fk foreign key (person) references directory.staff (id),
    constraint profile_person_or_function check ((person is null) = (function <> '')),
    constraint profile_asks_something check (topics <> '{}' or captions <> '{}' or at_least <> ''
        or attention <> '' or phrase <> '')
);
comment on table delivery.profile is 'What of an office''s traffic goes to whom; every condition set must hold.';
comment on column delivery.profile.function is 'English name of a function; whoever holds it reads. Empty where a person is named.';
create index profile_office on delivery.profile (office);

create table delivery.distribution (
    id       bigint      not null generated always as identity,
    cable    uuid        not null,
    office   text        not null,
    person   uuid,
    function text        not null default '',
    how      text        not null,
    profile  uuid,
    by       text        not null default '',
    at       timestamptz not null,
    constraint distribution_pk primary key (id),
    constraint distribution_delivery_fk foreign key (cable, office) references delivery.delivery (cable, office),
    constraint distribution_person_fk foreign key (person) references directory.staff (id),
    constraint distribution_how check (how in ('PROFILE', 'HAND', 'OFFICE')),
    constraint distribution_whom check ((how = 'OFFICE') = (person is null and function = '')),
    constraint distribution_once unique nulls not distinct (cable, office, person, function)
);
comment on table delivery.distribution is 'Who of an office is to read a copy: persons, holders of a function, or (OFFICE) everybody. Read when: delivery.reading.';
create index distribution_person on delivery.distribution (person) where person is not null;
create trigger distribution_immutable before update or delete or truncate on delivery.distribution
    for each statement execute function delivery.refuse_change();
