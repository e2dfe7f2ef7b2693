create schema policy;

create table policy.version (
    hash          text        not null,
    name          text        not null,
    version       text        not null,
    text          text        not null,
    first_used_at timestamptz not null,
    constraint version_pk primary key (hash),
    constraint version_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
comment on table policy.version is 'Every policy file this installation ever ran with, whole. Append-only.';
comment on column policy.version.hash is 'SHA-256 of the text.';

create table policy.use (
    id      bigint      not null generated always as identity,
    version text        not null,
    since   timestamptz not null,
    constraint use_pk primary key (id),
    constraint use_version_fk foreign key (version) references policy.version (hash)
);
comment on table policy.use is 'From when on which version was in use: a row for each change, a return to an earlier one too. Append-only.';

create function policy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Policy versions are append-only' using errcode = 'check_violation';
end
$$;
create trigger version_append_only before update or delete on policy.version
    for each row execute function policy.refuse_change();
create trigger version_no_truncate before truncate on policy.version
    for each statement execute function policy.refuse_change();
create trigger use_append_only before update or delete on policy.use
    for each row execute function policy.refuse_change();
create trigger use_no_truncate before truncate on policy.use
    for each statement execute function policy.refuse_change();
