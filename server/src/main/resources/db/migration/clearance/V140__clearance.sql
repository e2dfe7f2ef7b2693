create schema clearance;

create table clearance.chain (
    draft   uuid    not null,
    open    boolean not null,
    version bigint  not null,
    constraint chain_pk primary key (draft),
    constraint chain_draft_fk foreign key (draft) references draft.draft (id)
);
comment on table clearance.chain is 'One row for each draft ever sent to clearance; every act holds it, so that two never mix.';
comment on column clearance.chain.open is 'The draft is in clearance now.';
comment on column clearance.chain.version is 'Version of the text the chain stands for.';

create table clearance.step (
    draft        uuid        not null,
    office       text        not null,
    position     int         not null,
    mandatory    boolean     not null,
    silent_until timestamptz,
    answer       text        not null,
    asked_at     timestamptz,
    by_name      text,
    at           timestamptz,
    version      bigint      not null default 0,
    comment      text        not null default '',
    constraint step_pk primary key (draft, office),
    constraint step_chain_fk foreign key (draft) references clearance.chain (draft),
    constraint step_office_fk foreign key (office) references directory.office (code),
    constraint step_position check (position >= 1),
    constraint step_answer check (answer in ('WAITING', 'ASKED', 'CLEARED', 'CLEARED_WITH_EDITS', 'NO_OBJECTION',
                                             'SILENT', 'OBJECTED', 'OVERRULED', 'INFORMED', 'VOIDED')),
    constraint step_mandatory_acts check (not mandatory or (silent_until is null and answer not in ('SILENT', 'INFORMED'))),
    constraint step_silent check (answer <> 'SILENT' or silent_until is not null),
    constraint step_objection_text check (answer <> 'OBJECTED' or comment <> '')
);
comment on table clearance.step is 'What each office said of a draft; a change of substance voids what was given (CLR-003).';
comment on column clearance.step.position is 'A higher one is asked only when all lower ones are given; equal ones at the same time.';
comment on column clearance.step.silent_until is 'Silence until then gives the clearance (CLR-006); null where the office must act.';
comment on column clearance.step.version is 'Version of the text the answer was given for, 0 while asked.';
create index step_silence on clearance.step (silent_until) where answer = 'ASKED' and silent_until is not null;

create table clearance.approval (
    draft   uuid        not null,
    by_name text        not null,
    at      timestamptz not null,
    version bigint      not null,
    constraint approval_pk primary key (draft),
    constraint approval_chain_fk foreign key (draft) references clearance.chain (draft)
);
comment on table clearance.approval is 'Who of the drafting office says that it may go; a change of substance takes the row away.';

create table clearance.event (
    id      bigint      not null generated always as identity,
    draft   uuid        not null,
    office  text        not null,
    kind    text        not null,
    by_name text        not null,
    at      timestamptz not null,
    version bigint      not null,
    comment text        not null default '',
    constraint event_pk primary key (id),
    constraint event_chain_fk foreign key (draft) references clearance.chain (draft),
    constraint event_office_fk foreign key (office) references directory.office (code)
);
comment on table clearance.event is 'Every act of clearance, in order. Never changed.';
create index event_draft on clearance.event (draft, id);

create function clearance.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An act of clearance stays on record as it was' using errcode = 'check_violation';
end
$$;
create trigger event_immutable before update or delete or truncate on clearance.event
    for each statement execute function clearance.refuse_change();
