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
