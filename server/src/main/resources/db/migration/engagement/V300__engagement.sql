create schema engagement;

create table engagement.demarche (
    id           uuid        not null,
    key          text        not null,
    instruction  text        not null,
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
    constraint demarche_key_key unique (key),
    constraint demarche_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint demarche_office_fk foreign key (office) references directory.office (code),
    constraint demarche_government_fk foreign key (government) references directory.government (code)
);
comment on table engagement.demarche is 'What was said to a government and what it answered; append-only.';
create index demarche_of on engagement.demarche (instruction, government, delivered_at desc);

create table engagement.taken_back (
    demarche uuid        not null,
    at       timestamptz not null,
    by_name  text        not null,
    constraint taken_back_pk primary key (demarche),
    constraint taken_back_demarche_fk foreign key (demarche) references engagement.demarche (id)
);
comment on table engagement.taken_back is 'Records withdrawn within their ten minutes.';

create function engagement.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A démarche is never changed' using errcode = 'check_violation';
end
$$;
create trigger demarche_immutable before update or delete or truncate on engagement.demarche
    for each statement execute function engagement.refuse_change();
create trigger taken_back_immutable before update or delete or truncate on engagement.taken_back
    for each statement execute function engagement.refuse_change();

create view engagement.pub_demarche as
select d.id, d.instruction, d.office, d.government, d.delivered_at, d.what, d.recorded_at,
       d.level, d.captions, d.readers
  from engagement.demarche d
 where not exists (select 1 from engagement.taken_back b where b.demarche = d.id);
comment on view engagement.pub_demarche is 'For the picture: standing démarches.';
