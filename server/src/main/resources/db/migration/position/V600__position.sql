create schema "position";

create table "position".entry (
    id          uuid        not null,
    instruction text        not null,
    government  text        not null,
    ask         text        not null,
    lane        text        not null,
    step        text        not null,
    basis       text        not null,
    basis_kind  text        not null,
    basis_id    text        not null,
    as_of_first date        not null,
    as_of_last  date        not null,
    as_of_text  text        not null,
    confidence  text        not null,
    confidence_reason text  not null default '',
    written     boolean     not null default false,
    items       int         not null default 0,
    origins     int         not null default 0,
    salience    text        not null default '',
    post_step   text,
    approach    text        not null,
    reason      jsonb       not null,
    state       text        not null,
    by_office   text        not null,
    recorded_at timestamptz not null,
    answers     uuid,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null default '{}',
    constraint entry_pk primary key (id),
    constraint entry_answers_key unique (answers),
    constraint entry_answers_fk foreign key (answers) references "position".entry (id),
    constraint entry_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint entry_government_fk foreign key (government) references directory.government (code),
    constraint entry_lane check (lane in ('WORD', 'DEED')),
    constraint entry_state check (state in ('PROPOSED', 'CONFIRMED')),
    constraint entry_basis check (basis_kind in ('FINDING', 'DEMARCHE', 'JOINT_TEXT', 'COVERAGE', 'ASSESSMENT')
        and basis_id <> ''),
    constraint entry_firm_basis check (step not in ('SUPPORTS', 'OPPOSES')
        or basis in ('OFFICIAL_ACT', 'VOTE_OR_SIGNATURE', 'ON_RECORD')
        or basis = 'PRIVATE_RESPONSE' and written),
    constraint entry_origins check (basis <> 'REPORTED'
        or (origins > 1 or confidence = 'LOW') and (origins > 2 or confidence <> 'HIGH'))
);
comment on table "position".entry is 'Where a government stands on an ask, with basis; entries supersede, never overwrite (POS-004).';
comment on column "position".entry.post_step is 'What the post proposed, where this is the desk''s view of it.';
comment on column "position".entry.origins is 'Independent origins of what is reported; 0 where nothing is counted (POS-005).';
create index entry_cell on "position".entry (government, instruction, ask, lane, as_of_last desc, recorded_at desc, id);

create function "position".refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A position entry is never changed (POS-004)' using errcode = 'check_violation';
end
$$;
create trigger entry_immutable before update or delete or truncate on "position".entry
    for each statement execute function "position".refuse_change();


create table "position".withdrawn (
    entry     uuid        not null,
    at        timestamptz not null,
    by_office text        not null,
    reason    text        not null,
    constraint withdrawn_pk primary key (entry),
    constraint withdrawn_entry_fk foreign key (entry) references "position".entry (id),
    constraint withdrawn_reason check (reason <> '')
);
comment on table "position".withdrawn is 'Entries that no longer count, from that moment on; they stay on record.';
create trigger withdrawn_immutable before update or delete or truncate on "position".withdrawn
    for each statement execute function "position".refuse_change();

create view "position".pub_entry as
select id, instruction, government, ask, lane, step, basis, basis_kind, basis_id, written, items,
       origins, confidence, confidence_reason, approach, salience, post_step, state, as_of_first,
       as_of_last, as_of_text, recorded_at, reason, by_office, answers, level, captions, readers
  from "position".entry;
comment on view "position".pub_entry is 'For the picture; the reader''s scope and pub_withdrawn apply.';
create view "position".pub_withdrawn as
select entry, at, by_office, reason
  from "position".withdrawn;
comment on view "position".pub_withdrawn is 'Entries that no longer count, and since when; whoever reads the entry may read it.';
create index entry_basis on "position".entry (basis_kind, basis_id);
