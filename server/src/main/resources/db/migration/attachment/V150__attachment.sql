create schema attachment;

create table attachment.content (
    hash       text        not null,
    size       bigint      not null,
    media_type text        not null,
    bytes      bytea       not null,
    stored_at  timestamptz not null,
    constraint content_pk primary key (hash),
    constraint content_size check (size > 0 and size = octet_length(bytes)),
    constraint content_hash check (hash = encode(sha256(bytes), 'hex'))
);
comment on table attachment.content is
    'Files that cables carry, once per content. Never changed, never deleted (MSG-001).';
comment on column attachment.content.hash is 'SHA-256 of bytes, 64 lower-case hexadecimal digits.';
comment on column attachment.content.media_type is
    'What the content alone says; the name a cable gives the file may say it more exactly.';
-- The accepted types are packed already; trying again would only cost time.
alter table attachment.content alter column bytes set storage external;

create function attachment.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An attachment is never changed (MSG-001)' using errcode = 'check_violation';
end
$$;
create trigger content_immutable before update or delete or truncate on attachment.content
    for each statement execute function attachment.refuse_change();
