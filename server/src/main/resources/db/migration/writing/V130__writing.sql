create schema writing;

create table writing.autosave (
    draft    uuid        not null,
    by_name  text        not null,
    editor   uuid        not null,
    base     jsonb       not null,
    content  jsonb       not null,
    begun_at timestamptz not null,
    at       timestamptz not null,
    constraint autosave_pk primary key (draft, by_name),
    constraint autosave_draft_fk foreign key (draft) references draft.draft (id)
);
comment on table writing.autosave is 'What somebody has written and not saved as a version; one row each, replaced (ADR 007).';
comment on column writing.autosave.editor is 'The open page it comes from.';
comment on column writing.autosave.base is 'The text that page started from: what differs is its writer''s own work.';

create table writing.presence (
    draft   uuid        not null,
    by_name text        not null,
    name    text        not null,
    office  text        not null,
    seen_at timestamptz not null,
    row_id  uuid,
    row_at  timestamptz,
    constraint presence_pk primary key (draft, by_name),
    constraint presence_draft_fk foreign key (draft) references draft.draft (id),
    constraint presence_row check ((row_id is null) = (row_at is null))
);
comment on table writing.presence is 'Who has a draft open, and which row is held for them.';
create unique index presence_held on writing.presence (draft, row_id) where row_id is not null;

create table writing.template (
    id       uuid        not null,
    name     text        not null,
    content  jsonb       not null,
    by_name  text        not null,
    at       timestamptz not null,
    level    int         not null,
    captions text[]      not null default '{}',
    readers  text[]      not null,
    constraint template_pk primary key (id),
    constraint template_name_key unique (readers, name)
);
comment on table writing.template is 'Texts an office keeps to start others from.';
