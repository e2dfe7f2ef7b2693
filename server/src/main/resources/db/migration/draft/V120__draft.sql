create schema draft;

create table draft.draft (
    id         uuid        not null,
    version    bigint      not null,
    office     text        not null,
    drafter    text        not null,
    subject    text        not null,
    content    jsonb       not null,
    state      text        not null default 'WRITING',
    cable      uuid,
    mrn        text,
    ended_by   text        not null default '',
    ended_at   timestamptz,
    changed_at timestamptz not null,
    level      int         not null,
    captions   text[]      not null default '{}',
    readers    text[]      not null,
    constraint draft_pk primary key (id),
    constraint draft_office_fk foreign key (office) references directory.office (code),
    constraint draft_cable_fk foreign key (cable) references cable.cable (id),
    constraint draft_state check (state in ('WRITING', 'IN_CLEARANCE', 'RELEASED', 'DISCARDED')),
    constraint draft_released check ((state = 'RELEASED') = (cable is not null and mrn is not null))
);
comment on table draft.draft is 'Cables being written; readers are the drafting office and those asked to clear.';
create index draft_open on draft.draft (changed_at desc, id) where state in ('WRITING', 'IN_CLEARANCE');

create table draft.version (
    draft   uuid        not null,
    version bigint      not null,
    content jsonb       not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint version_pk primary key (draft, version),
    constraint version_draft_fk foreign key (draft) references draft.draft (id)
);
comment on table draft.version is 'Every version a draft ever had.';

create table draft.acknowledgement (
    draft     uuid        not null,
    paragraph uuid        not null,
    code      text        not null,
    by_name   text        not null,
    at        timestamptz not null,
    constraint acknowledgement_pk primary key (draft, paragraph, code),
    constraint acknowledgement_draft_fk foreign key (draft) references draft.draft (id)
);
comment on table draft.acknowledgement is 'A warning the approver has said they know (CLM-006).';

create function draft.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A version of a draft is never changed' using errcode = 'check_violation';
end
$$;
create trigger version_immutable before update or delete or truncate on draft.version
    for each statement execute function draft.refuse_change();
