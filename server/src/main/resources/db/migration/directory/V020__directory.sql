create schema directory;

create table directory.government (
    code   text  not null,
    scheme text  not null,
    names  jsonb not null,
    region text  not null,
    constraint government_pk primary key (code),
    constraint government_scheme check (scheme in ('ISO', 'CHANCERY'))
);
comment on table directory.government is 'Jurisdictions: ISO 3166-1 alpha-2 and registered supranational codes (MEA-001).';

create table directory.office (
    code              text             not null,
    kind              text             not null,
    names             jsonb            not null,
    parent            text,
    zone              text             not null,
    opens             time             not null,
    closes            time             not null,
    tasking_authority boolean          not null,
    city              jsonb,
    latitude          double precision,
    longitude         double precision,
    accredited_to     text[]           not null,
    constraint office_pk primary key (code),
    constraint office_parent_fk foreign key (parent) references directory.office (code),
    constraint office_kind check (kind in ('BUREAU', 'POST')),
    constraint office_post_place check (kind = 'BUREAU' or
        (city is not null and latitude is not null and longitude is not null and accredited_to <> '{}'))
);
comment on table directory.office is 'Bureaux of headquarters and posts; cables go from office to office.';
comment on column directory.office.accredited_to is 'Government codes, the host first.';

create table directory.collective (
    code  text  not null,
    names jsonb not null,
    constraint collective_pk primary key (code)
);
create table directory.collective_member (
    collective  text not null,
    member      text not null,
    valid_from  date not null,
    valid_until date,
    constraint collective_member_pk primary key (collective, member, valid_from),
    constraint collective_member_collective_fk foreign key (collective) references directory.collective (code),
    constraint collective_member_office_fk foreign key (member) references directory.office (code),
    constraint collective_member_period check (valid_until is null or valid_until >= valid_from)
);
comment on table directory.collective_member is 'Membership by date; a cable freezes it at release (MSG-031).';

create table directory.staff (
    id             uuid  not null,
    sign_in        text  not null,
    display_name   text  not null,
    office         text  not null,
    function_names jsonb not null,
    constraint staff_pk primary key (id),
    constraint staff_sign_in_key unique (sign_in),
    constraint staff_office_fk foreign key (office) references directory.office (code),
    constraint staff_sign_in_form check (sign_in ~ '^[a-z0-9][a-z0-9.]{0,62}$')
);
comment on table directory.staff is 'Members of staff by office and function; no file on a person.';
