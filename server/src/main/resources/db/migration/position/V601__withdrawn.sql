create table "position".withdrawn (
    entry uuid        not null,
    at    timestamptz not null,
    constraint withdrawn_pk primary key (entry),
    constraint withdrawn_entry_fk foreign key (entry) references "position".entry (id)
);
comment on table "position".withdrawn is 'Entries whose basis was taken back; they stay on record and no longer count.';
create trigger withdrawn_immutable before update or delete or truncate on "position".withdrawn
    for each statement execute function "position".refuse_change();

create or replace view "position".pub_entry as
select id, instruction, government, ask, lane, step, basis, basis_kind, basis_id, confidence, approach,
       state, as_of_first, as_of_last, as_of_text, recorded_at, reason, by_office, answers, level,
       captions, readers
  from "position".entry e
 where not exists (select 1 from "position".withdrawn w where w.entry = e.id);
