create index instruction_supplements on instruction.instruction (supplements) where supplements is not null;

create table instruction.adapted_wording (
    id          bigint generated always as identity,
    instruction text        not null,
    point       text        not null,
    office      text        not null,
    text        text        not null,
    by_name     text        not null,
    at          timestamptz not null,
    readers     text[]      not null,
    constraint adapted_wording_pk primary key (id),
    constraint adapted_wording_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint adapted_wording_office_fk foreign key (office) references directory.office (code),
    constraint adapted_wording_text check (text <> '' and length(text) <= 2000)
);
comment on table instruction.adapted_wording is 'How a post words a point, beside the original in the instruction; the newest counts (DEM-005). Read by the post and by the offices above the instruction.';
create index adapted_wording_newest on instruction.adapted_wording (instruction, office, point, id desc);

create table instruction.question (
    id          uuid        not null,
    instruction text        not null,
    office      text        not null,
    by_name     text        not null,
    text        text        not null,
    at          timestamptz not null,
    insiders    text[]      not null,
    constraint question_pk primary key (id),
    constraint question_instruction_fk foreign key (instruction) references instruction.instruction (id),
    constraint question_office_fk foreign key (office) references directory.office (code),
    constraint question_text check (text <> '' and length(text) <= 2000)
);
comment on table instruction.question is 'What a post asked about an instruction.';
comment on column instruction.question.insiders is 'Offices that read it before it is answered, and know who asked.';
create index question_instruction on instruction.question (instruction, at);

create table instruction.answer (
    id          bigint generated always as identity,
    question    uuid        not null,
    office      text        not null,
    by_name     text        not null,
    text        text        not null,
    names_asker boolean     not null,
    at          timestamptz not null,
    constraint answer_pk primary key (id),
    constraint answer_question_fk foreign key (question) references instruction.question (id),
    constraint answer_office_fk foreign key (office) references directory.office (code),
    constraint answer_text check (text <> '' and length(text) <= 2000)
);
comment on table instruction.answer is 'What the desk told all addressees; a better answer is a further row.';
create index answer_question on instruction.answer (question, id);

create function instruction.refuse_change_of_record() returns trigger language plpgsql as $$
begin
    raise exception 'What was asked, answered or worded is never changed' using errcode = 'check_violation';
end
$$;
create trigger adapted_wording_immutable before update or delete or truncate on instruction.adapted_wording
    for each statement execute function instruction.refuse_change_of_record();
create trigger question_immutable before update or delete or truncate on instruction.question
    for each statement execute function instruction.refuse_change_of_record();
create trigger answer_immutable before update or delete or truncate on instruction.answer
    for each statement execute function instruction.refuse_change_of_record();
