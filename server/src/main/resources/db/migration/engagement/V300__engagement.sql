create schema engagement;

create table engagement.plan (
    id          uuid        not null,
    instruction text        not null,
    office      text        not null,
    government  text        not null,
    meeting     jsonb       not null,
    by_name     text        not null,
    planned_at  timestamptz not null,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null,
    constraint plan_pk primary key (id),
    constraint plan_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint plan_office_fk foreign key (office) references directory.office (code),
    constraint plan_government_fk foreign key (government) references directory.government (code)
);
comment on table engagement.plan is 'Démarches to come, with the meeting that fills the form of delivery.';
create index plan_of on engagement.plan (instruction, government, planned_at desc);

create table engagement.plan_event (
    id      bigint      not null generated always as identity,
    plan    uuid        not null,
    state   text        not null,
    until   date,
    reason  text        not null default '',
    by_name text        not null,
    at      timestamptz not null,
    constraint plan_event_pk primary key (id),
    constraint plan_event_plan_fk foreign key (plan) references engagement.plan (id),
    constraint plan_event_state check (state in ('REQUESTED', 'DEFERRED', 'NOT_DELIVERED')),
    constraint plan_event_reason check (state = 'REQUESTED' or reason <> ''),
    constraint plan_event_until check ((state = 'DEFERRED') = (until is not null))
);
comment on table engagement.plan_event is 'What became of a plan; append-only. That it was delivered is told by the démarche that names it.';
create index plan_event_of on engagement.plan_event (plan, id desc);

create table engagement.demarche (
    id           uuid        not null,
    key          text        not null,
    instruction  text        not null,
    cable        text        not null,
    plan         uuid,
    office       text        not null,
    government   text        not null,
    delivered_at timestamptz not null,
    what         jsonb       not null,
    by_name      text        not null,
    recorded_at  timestamptz not null,
    level        int         not null,
    captions     text[]      not null default '{}',
    readers      text[]      not null,
    constraint demarche_pk primary key (id),
    constraint demarche_key_key unique (office, key),
    constraint demarche_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint demarche_plan_fk foreign key (plan) references engagement.plan (id),
    constraint demarche_office_fk foreign key (office) references directory.office (code),
    constraint demarche_government_fk foreign key (government) references directory.government (code)
);
comment on table engagement.demarche is 'What was said to a government and what it answered; append-only.';
create index demarche_of on engagement.demarche (instruction, government, delivered_at desc);
create index demarche_by on engagement.demarche (office, cable);
create index demarche_plan on engagement.demarche (plan) where plan is not null;

create table engagement.taken_back (
    demarche uuid        not null,
    at       timestamptz not null,
    by_name  text        not null,
    constraint taken_back_pk primary key (demarche),
    constraint taken_back_demarche_fk foreign key (demarche) references engagement.demarche (id)
);
comment on table engagement.taken_back is 'Records withdrawn within their ten minutes.';

create table engagement.demarche_event (
    id       bigint      not null generated always as identity,
    demarche uuid        not null,
    state    text        not null,
    cable    text        not null default '',
    closing  uuid,
    at       timestamptz not null,
    constraint demarche_event_pk primary key (id),
    constraint demarche_event_demarche_fk foreign key (demarche) references engagement.demarche (id),
    constraint demarche_event_closing_fk foreign key (closing) references engagement.demarche (id),
    constraint demarche_event_state check (state in ('REPORTED', 'ANSWERED')),
    constraint demarche_event_reported check ((state = 'REPORTED') = (cable <> '')),
    constraint demarche_event_answered check ((state = 'ANSWERED') = (closing is not null))
);
comment on table engagement.demarche_event is 'What became of a démarche after its delivery; append-only. An answer counts while the démarche that brought it stands.';
create index demarche_event_of on engagement.demarche_event (demarche);

create table engagement.source_name (
    demarche uuid   not null,
    names    text   not null,
    level    int    not null,
    captions text[] not null default '{}',
    readers  text[] not null,
    constraint source_name_pk primary key (demarche),
    constraint source_name_demarche_fk foreign key (demarche) references engagement.demarche (id)
);
comment on table engagement.source_name is 'Names of interlocutors, apart from every record; read one at a time, and each reading is in the audit (DEM-007).';

create table engagement.draft (
    person      text        not null,
    instruction text        not null,
    government  text        not null,
    key         text        not null,
    form        jsonb       not null,
    kept_at     timestamptz not null,
    constraint draft_pk primary key (person, instruction, government),
    constraint draft_instruction_fk foreign key (instruction) references instruction.instruction (id)
);
comment on table engagement.draft is 'Forms begun and not yet recorded, each for its writer alone; removed when the record is kept.';

create function engagement.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was said to a government is never changed' using errcode = 'check_violation';
end
$$;
create trigger plan_immutable before update or delete or truncate on engagement.plan
    for each statement execute function engagement.refuse_change();
create trigger plan_event_immutable before update or delete or truncate on engagement.plan_event
    for each statement execute function engagement.refuse_change();
create trigger demarche_immutable before update or delete or truncate on engagement.demarche
    for each statement execute function engagement.refuse_change();
create trigger taken_back_immutable before update or delete or truncate on engagement.taken_back
    for each statement execute function engagement.refuse_change();
create trigger demarche_event_immutable before update or delete or truncate on engagement.demarche_event
    for each statement execute function engagement.refuse_change();
create trigger source_name_immutable before update or delete or truncate on engagement.source_name
    for each statement execute function engagement.refuse_change();

create view engagement.standing as
select d.id, d.key, d.instruction, d.cable, d.plan, d.office, d.government, d.delivered_at, d.what,
       d.by_name, d.recorded_at, b.at as taken_back_at, coalesce(e.state, 'DELIVERED') as state,
       e.cable as told_by, e.closing as closed_by, d.level, d.captions, d.readers
  from engagement.demarche d
  left join engagement.taken_back b on b.demarche = d.id
  left join lateral (select v.state, v.cable, v.closing
                       from engagement.demarche_event v
                      where v.demarche = d.id
                        and not exists (select 1 from engagement.taken_back c
                                         where c.demarche = v.closing)
                      order by (v.state = 'ANSWERED') desc, v.id desc
                      limit 1) e on true;
comment on view engagement.standing is 'Démarches with their state: delivered, reported or answered, and whether taken back.';

create view engagement.planned as
select p.id, p.instruction, p.office, p.government, p.meeting, p.by_name, p.planned_at,
       case when exists (select 1 from engagement.demarche d
                          where d.plan = p.id
                            and not exists (select 1 from engagement.taken_back b
                                             where b.demarche = d.id))
            then 'DELIVERED' else coalesce(e.state, 'PLANNED') end as state,
       e.until, e.reason, e.by_name as moved_by, e.at as moved_at, p.level, p.captions, p.readers
  from engagement.plan p
  left join lateral (select v.state, v.until, v.reason, v.by_name, v.at
                       from engagement.plan_event v
                      where v.plan = p.id
                      order by v.id desc
                      limit 1) e on true;
comment on view engagement.planned is 'Plans with what became of them.';

create view engagement.pub_demarche as
select d.id, d.instruction, d.office, d.government, d.delivered_at, d.what, d.recorded_at, d.state,
       d.level, d.captions, d.readers
  from engagement.standing d
 where d.taken_back_at is null;
comment on view engagement.pub_demarche is 'For the picture: standing démarches.';
