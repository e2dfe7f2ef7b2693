create schema cable;

create table cable.series (
    office text not null,
    year   int  not null,
    last   int  not null,
    constraint series_pk primary key (office, year)
);
comment on table cable.series is 'Last number given per series and year; locked by each release (MSG-029).';

create table cable.cable (
    id          uuid        not null,
    mrn_year    int         not null,
    mrn_office  text        not null,
    mrn_serial  int         not null,
    number      text        not null,
    draft       uuid        not null,
    from_office text        not null,
    type        text        not null,
    subject     text        not null,
    exercise    text        not null,
    precedence  text        not null,
    topics      text[]      not null,
    attachments int         not null,
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
    constraint cable_office_fk foreign key (from_office) references directory.office (code)
);
comment on table cable.cable is 'Released cables. Never changed, never deleted (MSG-001).';
comment on column cable.cable.number is 'As the office''s template prints it; a system-wide or pair series may repeat a text in another year.';
create index cable_newest on cable.cable (released_at desc, id desc);
create index cable_from on cable.cable (from_office, released_at desc, id desc);
create index cable_number on cable.cable (number);

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

create table cable.addressee (
    cable      uuid not null,
    office     text not null,
    role       text not null,
    precedence text not null,
    via        text not null,
    constraint addressee_pk primary key (cable, office),
    constraint addressee_cable_fk foreign key (cable) references cable.cable (id),
    constraint addressee_office_fk foreign key (office) references directory.office (code),
    constraint addressee_role check (role in ('ACTION', 'INFO'))
);
comment on table cable.addressee is 'Whom it goes to, collectives opened on the day of release (MSG-031).';

create table cable.reference (
    cable    uuid not null,
    position int  not null,
    number   text not null,
    relation text not null,
    target   uuid,
    constraint reference_pk primary key (cable, position),
    constraint reference_cable_fk foreign key (cable) references cable.cable (id),
    constraint reference_target_fk foreign key (target) references cable.cable (id),
    constraint reference_relation check
        (relation in ('REFERS', 'ANSWERS', 'SUPPLEMENTS', 'CORRECTS', 'CANCELS', 'READDRESSES'))
);
comment on table cable.reference is 'What a cable refers to; target is null where the number is not in this archive (MSG-022).';
create index reference_target on cable.reference (target);

create function cable.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A released cable is never changed (MSG-001)' using errcode = 'check_violation';
end
$$;
create trigger cable_immutable before update or delete or truncate on cable.cable
    for each statement execute function cable.refuse_change();
create trigger paragraph_immutable before update or delete or truncate on cable.paragraph
    for each statement execute function cable.refuse_change();
create trigger addressee_immutable before update or delete or truncate on cable.addressee
    for each statement execute function cable.refuse_change();
create trigger reference_immutable before update or delete or truncate on cable.reference
    for each statement execute function cable.refuse_change();

create view cable.pub_cable as
select id, mrn_year, mrn_office, mrn_serial,
       case when mrn_year between 2000 and 2099 then lpad((mrn_year % 100)::text, 2, '0')
            else mrn_year::text end || ' ' || mrn_office || ' ' || mrn_serial as mrn,
       number, from_office, type, subject, exercise, precedence,
       topics, attachments, content, released_at, level, captions, readers
  from cable.cable;
comment on view cable.pub_cable is 'What delivery and search may read of released cables; the reader''s scope applies.';
comment on column cable.pub_cable.mrn is 'As Mrn prints it: two digits of the year from 2000 on, all four before.';
