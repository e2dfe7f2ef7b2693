create schema audit;

create table audit.entry (
    sequence    bigint      not null,
    at          timestamptz not null,
    actor       text        not null,
    office      text        not null,
    act         text        not null,
    object_kind text        not null,
    object_id   text        not null,
    facts       jsonb       not null,
    hash        text        not null,
    constraint entry_pk primary key (sequence)
);
comment on table audit.entry is 'Who did what, when. Append-only; each hash covers the entry before.';
create index entry_object on audit.entry (object_kind, object_id, sequence desc);

create table audit.chain_end (
    one      boolean not null default true,
    sequence bigint  not null,
    hash     text    not null,
    constraint chain_end_pk primary key (one),
    constraint chain_end_single check (one)
);
comment on table audit.chain_end is 'Where the chain ends; locked by each act, so entries have no gap.';
insert into audit.chain_end (sequence, hash) values (0, '');

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only' using errcode = 'check_violation';
end
$$;
create trigger entry_append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entry_no_truncate before truncate on audit.entry
    for each statement execute function audit.refuse_change();
