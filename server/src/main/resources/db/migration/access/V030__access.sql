create schema access;

create table access.account (
    staff         uuid   not null,
    password_hash text   not null,
    clearance     int    not null,
    captions      text[] not null default '{}',
    roles         text[] not null,
    language      text   not null,
    theme         text   not null,
    density       text   not null,
    keys          boolean not null,
    constraint account_pk primary key (staff),
    constraint account_staff_fk foreign key (staff) references directory.staff (id),
    constraint account_clearance check (clearance >= 0),
    constraint account_theme check (theme in ('system', 'light', 'dark')),
    constraint account_density check (density in ('normal', 'roomy'))
);
comment on table access.account is 'What lets a member of staff in, what they may do, how they like the pages.';

create table access.token (
    id         uuid        not null,
    staff      uuid        not null,
    hash       text        not null,
    issued_at  timestamptz not null,
    revoked_at timestamptz,
    constraint token_pk primary key (id),
    constraint token_hash_key unique (hash),
    constraint token_staff_fk foreign key (staff) references access.account (staff)
);
comment on table access.token is 'API tokens, kept as SHA-256 of 256 random bits.';

create table access.delegation (
    id          uuid        not null,
    office      text        not null,
    permission  text        not null,
    from_person uuid        not null,
    to_person   uuid        not null,
    level       int         not null,
    valid_from  date        not null,
    valid_until date        not null,
    ended_at    timestamptz,
    constraint delegation_pk primary key (id),
    constraint delegation_office_fk foreign key (office) references directory.office (code),
    constraint delegation_from_fk foreign key (from_person) references access.account (staff),
    constraint delegation_to_fk foreign key (to_person) references access.account (staff),
    constraint delegation_permission check (permission in ('CLEAR', 'RELEASE')),
    constraint delegation_other_person check (from_person <> to_person),
    constraint delegation_level check (level >= 0),
    constraint delegation_period check (valid_until >= valid_from)
);
comment on table access.delegation is 'Who acts in another''s place for an office, until when and up to which level (CLR-009).';
create index delegation_to on access.delegation (to_person, valid_until);
create index delegation_office on access.delegation (office, valid_until);
