create schema instruction;

create table instruction.series (
    year int not null,
    last int not null,
    constraint series_pk primary key (year)
);

create table instruction.instruction (
    id           text        not null,
    mrn          text        not null,
    subject      text        not null,
    objective    text        not null,
    guidance     jsonb       not null,
    delivery     jsonb       not null,
    from_office  text        not null,
    exercise     text        not null,
    released_at  timestamptz not null,
    supplements  text,
    points       jsonb       not null,
    asks         jsonb       not null,
    requirements jsonb       not null,
    level        int         not null,
    captions     text[]      not null default '{}',
    readers      text[]      not null,
    constraint instruction_pk primary key (id),
    constraint instruction_mrn_key unique (mrn),
    constraint instruction_supplements_fk foreign key (supplements) references instruction.instruction (id),
    constraint instruction_office_fk foreign key (from_office) references directory.office (code)
);
comment on table instruction.instruction is 'What a released cable asks for, read from its rows; never changed (TSK-010).';

create table instruction.task (
    id          uuid        not null,
    instruction text        not null,
    requirement text        not null,
    text        text        not null,
    form        text        not null,
    office      text        not null,
    government  text        not null,
    round       int         not null,
    due_at      timestamptz not null,
    kind        text        not null,
    precedence  text        not null,
    state       text        not null,
    assignee    uuid,
    by_name     text        not null default '',
    at          timestamptz,
    note        text        not null default '',
    constraint task_pk primary key (id),
    constraint task_key unique (instruction, requirement, round, office, government),
    constraint task_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint task_office_fk foreign key (office) references directory.office (code),
    constraint task_assignee_fk foreign key (assignee) references directory.staff (id),
    constraint task_kind check (kind in ('EXECUTE', 'REPORT', 'COMMENT', 'APPROVE', 'INFORMATION')),
    constraint task_state check (state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED', 'DECLINED',
        'ANSWERED', 'CLOSED', 'TRANSFERRED', 'WAIVED')),
    constraint task_answer check (state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS') or note <> '')
);
comment on table instruction.task is 'What one post owes for one requirement and government; ends by an answer or a waiver (TSK-007). Whoever may read the instruction may see its tasks.';
create index task_due on instruction.task (office, due_at)
    where state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED');
create index task_clock on instruction.task (due_at)
    where state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED');

create function instruction.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An instruction is never changed (TSK-010)' using errcode = 'check_violation';
end
$$;
create trigger instruction_immutable before update or delete or truncate on instruction.instruction
    for each statement execute function instruction.refuse_change();

create view instruction.pub_task as
select t.id, t.instruction, t.requirement, t.form, t.office, t.government, t.round, t.due_at, t.state,
       t.note, t.at, i.level, i.captions, i.readers
  from instruction.task t join instruction.instruction i on i.id = t.instruction;
comment on view instruction.pub_task is 'For the picture: who owes what.';
