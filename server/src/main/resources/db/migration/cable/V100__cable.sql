create schema cable;

create table cable.draft (
    id         uuid        not null,
    version    bigint      not null,
    office     text        not null,
    drafter    text        not null,
    subject    text        not null,
    content    jsonb       not null,
    sent_to_clearance boolean not null default false,
    cable      uuid,
    changed_at timestamptz not null,
    level      int         not null,
    captions   text[]      not null default '{}',
    readers    text[]      not null,
    constraint draft_pk primary key (id),
    constraint draft_office_fk foreign key (office) references directory.office (code)
);
comment on table cable.draft is 'Cables being written; readers are the drafting office and those asked to clear.';
create index draft_open on cable.draft (office, changed_at desc) where cable is null;

create table cable.draft_version (
    draft   uuid        not null,
    version bigint      not null,
    content jsonb       not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint draft_version_pk primary key (draft, version),
    constraint draft_version_draft_fk foreign key (draft) references cable.draft (id)
);
comment on table cable.draft_version is 'Every version a draft ever had.';

create table cable.clearance (
    draft   uuid not null,
    office  text not null,
    answer  text not null,
    by_name text,
    at      timestamptz,
    comment text not null default '',
    constraint clearance_pk primary key (draft, office),
    constraint clearance_draft_fk foreign key (draft) references cable.draft (id),
    constraint clearance_office_fk foreign key (office) references directory.office (code),
    constraint clearance_answer check (answer in ('ASKED', 'CLEARED', 'OBJECTED', 'VOIDED')),
    constraint clearance_objection_text check (answer <> 'OBJECTED' or comment <> '')
);
comment on table cable.clearance is 'What each office said of a draft; a change of the text voids what was given (CLR-003).';

create table cable.acknowledgement (
    draft     uuid        not null,
    paragraph uuid        not null,
    code      text        not null,
    by_name   text        not null,
    at        timestamptz not null,
    constraint acknowledgement_pk primary key (draft, paragraph, code),
    constraint acknowledgement_draft_fk foreign key (draft) references cable.draft (id)
);
comment on table cable.acknowledgement is 'A warning the approver has said they know (CLM-006).';

create table cable.series (
    office text not null,
    year   int  not null,
    last   int  not null,
    constraint series_pk primary key (office, year)
);
comment on table cable.series is 'Last number given per office and year; locked by each release (MSG-029).';

create table cable.cable (
    id          uuid        not null,
    mrn_year    int         not null,
    mrn_office  text        not null,
    mrn_serial  int         not null,
    draft       uuid        not null,
    from_office text        not null,
    subject     text        not null,
    exercise    text        not null,
    precedence  text        not null,
    topics      text[]      not null,
    content     jsonb       not null,
    released_at timestamptz not null,
    released_by text        not null,
    hash        text        not null,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null,
    constraint cable_pk primary key (id),
    constraint cable_mrn_key unique (mrn_office, mrn_year, mrn_serial),
    constraint cable_draft_key unique (draft),
    constraint cable_draft_fk foreign key (draft) references cable.draft (id),
    constraint cable_office_fk foreign key (from_office) references directory.office (code)
);
comment on table cable.cable is 'Released cables. Never changed, never deleted (MSG-001).';
create index cable_newest on cable.cable (released_at desc, id desc);
create index cable_from on cable.cable (from_office, released_at desc, id desc);

create table cable.paragraph (
    id       uuid  not null,
    cable    uuid  not null,
    position int   not null,
    role     text  not null,
    label    text  not null,
    heading  text  not null,
    text     text  not null,
    mark     text  not null,
    terms    jsonb not null,
    constraint paragraph_pk primary key (cable, id),
    constraint paragraph_cable_fk foreign key (cable) references cable.cable (id)
);
comment on table cable.paragraph is 'Rows of a released cable, with the identity they had in the draft.';
create index paragraph_id on cable.paragraph (id);

create table cable.delivery (
    cable        uuid        not null,
    office       text        not null,
    role         text        not null,
    precedence   text        not null,
    via          text        not null,
    delivered_at timestamptz not null,
    due_at       timestamptz,
    opened_at    timestamptz,
    opened_by    text,
    constraint delivery_pk primary key (cable, office),
    constraint delivery_cable_fk foreign key (cable) references cable.cable (id),
    constraint delivery_office_fk foreign key (office) references directory.office (code),
    constraint delivery_role check (role in ('ACTION', 'INFO'))
);
comment on table cable.delivery is 'One row per addressee, fixed at release; only the first opening is added later.';
create index delivery_inbox on cable.delivery (office, delivered_at desc, cable);
create index delivery_unread on cable.delivery (office) where opened_at is null;

create function cable.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A released cable is never changed (MSG-001)' using errcode = 'check_violation';
end
$$;
create trigger cable_immutable before update or delete or truncate on cable.cable
    for each statement execute function cable.refuse_change();
create trigger paragraph_immutable before update or delete or truncate on cable.paragraph
    for each statement execute function cable.refuse_change();
create trigger draft_version_immutable before update or delete or truncate on cable.draft_version
    for each statement execute function cable.refuse_change();

create function cable.allow_first_opening() returns trigger language plpgsql as $$
begin
    if (new.cable, new.office, new.role, new.precedence, new.via, new.delivered_at)
       is distinct from (old.cable, old.office, old.role, old.precedence, old.via, old.delivered_at)
       or new.due_at is distinct from old.due_at or old.opened_at is not null then
        raise exception 'A delivery is never changed (MSG-001)' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger delivery_forward before update on cable.delivery
    for each row execute function cable.allow_first_opening();
create trigger delivery_no_delete before delete or truncate on cable.delivery
    for each statement execute function cable.refuse_change();

create view cable.pub_cable as
select id, mrn_year, mrn_office, mrn_serial, from_office, subject, exercise, precedence, topics,
       content, released_at, level, captions, readers
  from cable.cable;
comment on view cable.pub_cable is 'What search may read of released cables; the reader''s scope applies.';
