create schema clearance;

create table clearance.clearance (
    draft    uuid        not null,
    office   text        not null,
    position int         not null default 1,
    answer   text        not null,
    by_name  text,
    at       timestamptz,
    version  bigint      not null default 0,
    comment  text        not null default '',
    constraint clearance_pk primary key (draft, office),
    constraint clearance_draft_fk foreign key (draft) references draft.draft (id),
    constraint clearance_office_fk foreign key (office) references directory.office (code),
    constraint clearance_answer check (answer in ('ASKED', 'CLEARED', 'OBJECTED', 'VOIDED')),
    constraint clearance_objection_text check (answer <> 'OBJECTED' or comment <> '')
);
comment on table clearance.clearance is 'What each office said of a draft; a change of the text voids what was given (CLR-003).';
comment on column clearance.clearance.version is 'Version of the text the answer was given for, 0 while asked.';
