create table "position".government_change (
    id          uuid        not null,
    government  text        not null,
    first_day   date        not null,
    day_text    text        not null,
    label       text        not null,
    source      text        not null,
    source_uri  text        not null,
    by_office   text        not null,
    recorded_at timestamptz not null,
    constraint government_change_pk primary key (id),
    constraint government_change_fk foreign key (government) references directory.government (code),
    constraint government_change_source check (source <> '')
);
comment on table "position".government_change is 'Public changes of government; they flag earlier entries and delete none (POS-006).';
create index government_change_of on "position".government_change (government, first_day desc);
create trigger government_change_immutable before update or delete or truncate on "position".government_change
    for each statement execute function "position".refuse_change();

create view "position".pub_government_change as
select government, first_day, day_text, label, source, source_uri, recorded_at
  from "position".government_change;
comment on view "position".pub_government_change is 'For the picture; public facts.';

create table "position".staleness (
    instruction text        not null,
    days        int         not null,
    by_office   text        not null,
    at          timestamptz not null,
    constraint staleness_pk primary key (instruction, at),
    constraint staleness_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint staleness_days check (days between 1 and 3650)
);
comment on table "position".staleness is 'After how many days an entry on an instruction is stale; the latest row holds.';
create trigger staleness_immutable before update or delete or truncate on "position".staleness
    for each statement execute function "position".refuse_change();

create view "position".pub_staleness as
select instruction, days, at
  from "position".staleness;
comment on view "position".pub_staleness is 'For the picture; asked only for an instruction the reader has read.';

create table "position".joint_text (
    id          uuid        not null,
    title       text        not null,
    first_day   date        not null,
    day_text    text        not null,
    source      text        not null,
    source_uri  text        not null,
    by_office   text        not null,
    recorded_at timestamptz not null,
    constraint joint_text_pk primary key (id),
    constraint joint_text_source check (title <> '' and source <> '')
);
comment on table "position".joint_text is 'Public texts that several governments signed.';
create trigger joint_text_immutable before update or delete or truncate on "position".joint_text
    for each statement execute function "position".refuse_change();

create table "position".signature (
    text       uuid not null,
    government text not null,
    constraint signature_pk primary key (text, government),
    constraint signature_text_fk foreign key (text) references "position".joint_text (id),
    constraint signature_government_fk foreign key (government) references directory.government (code)
);
comment on table "position".signature is 'One statement for each signatory; answers no ask until a person links it (POS-007).';
create trigger signature_immutable before update or delete or truncate on "position".signature
    for each statement execute function "position".refuse_change();
