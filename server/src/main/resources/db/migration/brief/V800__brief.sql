create schema brief;

create table brief.brief (
    number      text        not null,
    instruction text        not null,
    government  text,
    title       text        not null,
    as_of       date        not null,
    known_at    timestamptz not null,
    office      text        not null,
    by_name     text        not null,
    made_at     timestamptz not null,
    language    text        not null,
    data_hash   text        not null,
    audit       bigint      not null,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null,
    constraint brief_pk primary key (number),
    constraint brief_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint brief_government_fk foreign key (government) references directory.government (code),
    constraint brief_data_hash check (data_hash ~ '^[0-9a-f]{64}$')
);
comment on table brief.brief is 'Briefs that were made, each with the label worked out from its parts (ADR 008).';
comment on column brief.brief.government is 'Null for the whole picture.';
comment on column brief.brief.audit is 'Sequence of the audit entry the brief names.';
create index brief_of_office on brief.brief (office, made_at desc, number);
create index brief_last on brief.brief (instruction, office, made_at desc);

create table brief.file (
    brief   text   not null,
    ending  text   not null,
    sha256  text   not null,
    size    bigint not null,
    content bytea  not null,
    constraint file_pk primary key (brief, ending),
    constraint file_brief_fk foreign key (brief) references brief.brief (number),
    constraint file_ending check (ending in ('pdf', 'docx', 'html', 'json', 'csv')),
    constraint file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table brief.file is 'The bytes that went out; opened by whoever may read the brief.';
alter table brief.file alter column content set storage external;

create function brief.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A brief that was made is never changed' using errcode = 'check_violation';
end
$$;
create trigger brief_immutable before update or delete or truncate on brief.brief
    for each statement execute function brief.refuse_change();
create trigger file_immutable before update or delete or truncate on brief.file
    for each statement execute function brief.refuse_change();
