create schema task;

create table task.task (
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
comment on table task.task is 'What one post owes for one requirement and government; ends by an answer or a waiver (TSK-007). Whoever may read the instruction may see its tasks.';
create index task_due on task.task (office, due_at)
    where state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED');
create index task_clock on task.task (due_at)
    where state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED');

create view task.pub_task as
select t.id, t.instruction, t.requirement, t.form, t.office, t.government, t.round, t.due_at, t.state,
       t.note, t.at, i.level, i.captions, i.readers
  from task.task t join instruction.pub_instruction i on i.id = t.instruction;
comment on view task.pub_task is 'For the picture: who owes what.';

create table task.task_event (
    id      bigint generated always as identity,
    task    uuid        not null,
    act     text        not null,
    by_name text        not null,
    office  text        not null,
    at      timestamptz not null,
    reason  text        not null default '',
    offices text[]      not null default '{}',
    person  uuid,
    old_due timestamptz,
    new_due timestamptz,
    constraint task_event_pk primary key (id),
    constraint task_event_task_fk foreign key (task) references task.task (id),
    constraint task_event_office_fk foreign key (office) references directory.office (code),
    constraint task_event_person_fk foreign key (person) references directory.staff (id),
    constraint task_event_due check ((old_due is null) = (new_due is null))
);
comment on table task.task_event is 'Every act on a task since it was opened, with who, for which office, when and why; old due times stand here (TSK-006).';
comment on column task.task_event.offices is 'Posts the act speaks of: covered by an embassy (TSK-009), taken over from, handed to.';
create index task_event_task on task.task_event (task, id);

create table task.task_request (
    id         uuid        not null,
    task       uuid        not null,
    kind       text        not null,
    by_name    text        not null,
    office     text        not null,
    at         timestamptz not null,
    reason     text        not null,
    new_day    date,
    to_office  text,
    state      text        not null default 'OPEN',
    constraint task_request_pk primary key (id),
    constraint task_request_task_fk foreign key (task) references task.task (id),
    constraint task_request_office_fk foreign key (office) references directory.office (code),
    constraint task_request_to_fk foreign key (to_office) references directory.office (code),
    constraint task_request_kind check (kind in ('EXTENSION', 'TRANSFER', 'ESCALATION')),
    constraint task_request_state check (state in ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    constraint task_request_day check ((kind = 'EXTENSION') = (new_day is not null)),
    constraint task_request_to check ((kind = 'TRANSFER') = (to_office is not null)),
    constraint task_request_reason check (reason <> '')
);
comment on table task.task_request is 'What a post asks for a task: a later day, another post, a word from headquarters. Nothing changes until it is decided (TSK-006).';
create unique index task_request_open on task.task_request (task, kind) where state = 'OPEN';
create index task_request_to_open on task.task_request (to_office) where state = 'OPEN';

create table task.reminder (
    task   uuid        not null,
    stage  text        not null,
    due_at timestamptz not null,
    at     timestamptz not null,
    constraint reminder_pk primary key (task, due_at, stage),
    constraint reminder_task_fk foreign key (task) references task.task (id),
    constraint reminder_stage check (stage in ('AHEAD', 'DUE', 'OVERDUE'))
);
comment on table task.reminder is 'What the clock reminded a post of: once for each task, due time and stage.';

create table task.notice (
    key         uuid        not null,
    instruction text        not null,
    office      text        not null,
    by_name     text        not null,
    from_office text        not null,
    at          timestamptz not null,
    text        text        not null,
    constraint notice_pk primary key (key, office),
    constraint notice_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint notice_office_fk foreign key (office) references directory.office (code),
    constraint notice_from_fk foreign key (from_office) references directory.office (code),
    constraint notice_text check (text <> '')
);
comment on table task.notice is 'What headquarters wrote to posts that are late; shown there while they are.';
comment on column task.notice.key is 'Identity of the writing: sent twice, it is one notice.';
create index notice_office on task.notice (office, instruction, at desc);

create table task.feed (
    id         uuid        not null,
    person     uuid        not null,
    token_hash text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint feed_pk primary key (id),
    constraint feed_token_key unique (token_hash),
    constraint feed_person_fk foreign key (person) references directory.staff (id)
);
comment on table task.feed is 'Secret calendar addresses of people; only the hash of the secret is kept.';
create index feed_person on task.feed (person);

create table task.task_due_change (
    id         bigint generated always as identity,
    task       uuid        not null,
    supplement text        not null,
    old_due    timestamptz not null,
    new_due    timestamptz not null,
    at         timestamptz not null,
    constraint task_due_change_pk primary key (id),
    constraint task_due_change_task_fk foreign key (task) references task.task (id),
    constraint task_due_change_supplement_fk foreign key (supplement) references instruction.instruction (id),
    constraint task_due_change_moves check (old_due <> new_due)
);
comment on table task.task_due_change is 'Due times a supplement moved; the old ones stay with the cable that moved them (TSK-010).';
create index task_due_change_task on task.task_due_change (task, id);

create function task.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was done is never changed (TSK-006)' using errcode = 'check_violation';
end
$$;
create trigger task_event_immutable before update or delete or truncate on task.task_event
    for each statement execute function task.refuse_change();
create trigger notice_immutable before update or delete or truncate on task.notice
    for each statement execute function task.refuse_change();
create trigger reminder_immutable before update or delete or truncate on task.reminder
    for each statement execute function task.refuse_change();
create trigger task_due_change_immutable before update or delete or truncate on task.task_due_change
    for each statement execute function task.refuse_change();
