create table engagement.note_series (
    office text not null,
    year   int  not null,
    last   int  not null,
    constraint note_series_pk primary key (office, year)
);
comment on table engagement.note_series is 'Last number of the notes a post has sent in a year.';

create table engagement.note (
    id          uuid        not null,
    direction   text        not null,
    office      text        not null,
    government  text        not null,
    kind        text        not null,
    number      text        not null,
    day         date        not null,
    subject     text        not null,
    body        text        not null,
    language    text        not null,
    way         text        not null,
    instruction text,
    ask         text        not null default '',
    answers     uuid,
    by_name     text        not null,
    recorded_at timestamptz not null,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null,
    constraint note_pk primary key (id),
    constraint note_number_key unique (office, direction, government, number, day),
    constraint note_office_fk foreign key (office) references directory.office (code),
    constraint note_government_fk foreign key (government) references directory.government (code),
    constraint note_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint note_answers_fk foreign key (answers) references engagement.note (id),
    constraint note_direction check (direction in ('IN', 'OUT'))
);
comment on table engagement.note is 'Diplomatic notes to and from governments; the text never changes.';
create index note_of on engagement.note (office, day desc);

create table engagement.note_event (
    id      bigint      not null generated always as identity,
    note    uuid        not null,
    state   text        not null,
    holder  text        not null default '',
    office  text,
    answer  uuid,
    reason  text        not null default '',
    by_name text        not null,
    at      timestamptz not null,
    constraint note_event_pk primary key (id),
    constraint note_event_note_fk foreign key (note) references engagement.note (id),
    constraint note_event_office_fk foreign key (office) references directory.office (code),
    constraint note_event_answer_fk foreign key (answer) references engagement.note (id),
    constraint note_event_state check (state in ('DISTRIBUTED', 'ACCEPTED', 'REJECTED', 'REASSIGNED',
                                                 'TRANSFERRED', 'ANSWERED', 'FILED'))
);
comment on table engagement.note_event is 'The way of a note that came in; append-only.';
create index note_event_of on engagement.note_event (note, id desc);
create index note_event_to on engagement.note_event (office, note) where office is not null;

create trigger note_immutable before update or delete or truncate on engagement.note
    for each statement execute function engagement.refuse_change();
create trigger note_event_immutable before update or delete or truncate on engagement.note_event
    for each statement execute function engagement.refuse_change();

create view engagement.note_now as
select n.id, n.direction, n.office, coalesce(m.office, n.office) as holding, n.government, n.kind,
       n.number, n.day, n.subject, n.body, n.language, n.way, n.instruction, n.ask,
       a.number as answers_number, n.by_name, n.recorded_at,
       coalesce(e.state, case n.direction when 'OUT' then 'SENT' else 'RECEIVED' end) as state,
       coalesce(e.holder, '') as holder, e.office as moved_to, e.answer, coalesce(e.reason, '') as reason,
       array(select t.office from engagement.note_event t
              where t.note = n.id and t.office is not null) as passed_to,
       n.level, n.captions, n.readers
  from engagement.note n
  left join engagement.note a on a.id = n.answers
  left join lateral (select v.state, v.holder, v.office, v.answer, v.reason
                       from engagement.note_event v
                      where v.note = n.id
                      order by v.id desc
                      limit 1) e on true
  left join lateral (select v.office
                       from engagement.note_event v
                      where v.note = n.id and v.office is not null
                      order by v.id desc
                      limit 1) m on true;
comment on view engagement.note_now is 'Notes with where they are now and every post they were passed to.';
