create schema finding;

create table finding.finding (
    id           uuid        not null,
    key          text,
    kind         text        not null,
    government   text        not null,
    title        text        not null,
    summary      text        not null,
    date_first   date        not null,
    date_last    date        not null,
    date_text    text        not null,
    source_title text        not null,
    source_uri   text        not null,
    source_date  text        not null,
    source_kind  text        not null default 'NOT_SAID',
    source_readers text[]    not null default '{}',
    confidence   text        not null,
    note         text        not null,
    family       text        not null,
    terms        jsonb       not null,
    reported_in  text        not null,
    recorded_at  timestamptz not null,
    level        int         not null,
    captions     text[]      not null default '{}',
    readers      text[]      not null default '{}',
    constraint finding_pk primary key (id),
    constraint finding_key_key unique (key),
    constraint finding_government_fk foreign key (government) references directory.government (code),
    constraint finding_kind check (kind in ('MEASURE', 'STATEMENT', 'STATISTIC', 'EVENT')),
    constraint finding_confidence check (confidence in ('HIGH', 'MODERATE', 'LOW')),
    constraint finding_source check (source_title <> '' or source_uri <> ''),
    constraint finding_dates check (date_first <= date_last)
);
comment on table finding.finding is 'Measures, statements, statistics and events of governments, each with its source; append-only.';
comment on column finding.finding.source_readers is 'Offices that may read the source; empty where it is not protected.';
comment on column finding.finding.family is 'Groups the steps of one rule; empty where a finding is no step of a rule.';
create index finding_of on finding.finding (government, date_first desc, id desc);
create index finding_newest on finding.finding (date_first desc, id desc);

create function finding.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A finding is never changed; record what is right beside it (MEA-007)' using errcode = 'check_violation';
end
$$;
create trigger finding_immutable before update or delete or truncate on finding.finding
    for each statement execute function finding.refuse_change();

create table finding.report (
    id          uuid        not null,
    task        uuid        not null,
    instruction text        not null,
    requirement text        not null,
    office      text        not null,
    government  text        not null,
    state       text        not null,
    draft       uuid,
    drafted     bigint      not null,
    state_by    text        not null default '',
    state_at    timestamptz,
    state_text  text        not null default '',
    content     jsonb       not null,
    stands      jsonb       not null default '[]',
    by_name     text        not null,
    filed_at    timestamptz not null,
    level       int         not null,
    captions    text[]      not null default '{}',
    readers     text[]      not null,
    constraint report_pk primary key (id),
    constraint report_task_fk foreign key (task) references task.task (id),
    constraint report_draft_fk foreign key (draft) references draft.draft (id),
    constraint report_state check (state in ('FILED', 'SENT_BACK', 'WITHDRAWN', 'RELEASED', 'NIL')),
    constraint report_moved check (state in ('FILED', 'NIL') or state_at is not null)
);
comment on column finding.report.drafted is 'Version of the draft as it was written from the record; a higher one was changed by hand.';
comment on column finding.report.state_text is 'Number of the cable once released, else the reason.';
comment on column finding.report.stands is 'Words that look like data on a person and stay, with the reason of the head of mission.';
comment on table finding.report is 'What a post answers to a requirement; its findings stand on record once the reporting cable is released.';
create index report_of on finding.report (instruction, office);
create unique index report_draft on finding.report (draft) where draft is not null;

create view finding.pub_finding as
select id, kind, government, title, summary, date_first, date_last, date_text,
       case when source_readers = '{}' then source_title else '' end as source_title,
       case when source_readers = '{}' then source_uri else '' end as source_uri,
       confidence, note, family, terms, reported_in, recorded_at, level, captions, readers
  from finding.finding;
comment on view finding.pub_finding is 'For picture and search; the reader''s scope applies. A protected source is left out.';
