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

create function instruction.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An instruction is never changed (TSK-010)' using errcode = 'check_violation';
end
$$;
create trigger instruction_immutable before update or delete or truncate on instruction.instruction
    for each statement execute function instruction.refuse_change();

create view instruction.pub_instruction as
select id, mrn, subject, from_office, level, captions, readers
  from instruction.instruction;
comment on view instruction.pub_instruction is 'For tasks, which are read by whoever may read their instruction.';
