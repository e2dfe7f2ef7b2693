create schema evidence;

create table evidence.claim (
    id              text not null,
    parent          text,
    text            text not null,
    claimant        text not null,
    type            text not null,
    no_data_offered date,
    constraint claim_pk primary key (id),
    constraint claim_parent_fk foreign key (parent) references evidence.claim (id),
    constraint claim_type check (type in ('CAUSAL', 'COMPARATIVE', 'DESCRIPTIVE', 'NORMATIVE', 'PREDICTION'))
);
comment on table evidence.claim is 'Sentences that somebody holds to be true.';

create table evidence.line (
    id       uuid   not null,
    claim    text   not null,
    position bigint not null,
    line     jsonb  not null,
    constraint line_pk primary key (id),
    constraint line_claim_fk foreign key (claim) references evidence.claim (id)
);
comment on table evidence.line is 'Evidence for and against, with denominator, population, period and design.';

create table evidence.assessment (
    id      uuid        not null,
    claim   text        not null,
    place   text        not null,
    status  text        not null,
    reason  text        not null,
    flags   text[]      not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint assessment_pk primary key (id),
    constraint assessment_claim_fk foreign key (claim) references evidence.claim (id),
    constraint assessment_status check (status in
        ('SUPPORTED', 'CONTESTED', 'CONTRADICTED', 'UNSUPPORTED', 'NOT_ASSESSED', 'NOT_CHECKABLE'))
);
comment on table evidence.assessment is 'What was found of a claim; followed, never overwritten.';
create index assessment_current on evidence.assessment (claim, place, at desc, id desc);

create table evidence.site (
    claim      text not null,
    paragraph  uuid not null,
    draft      uuid not null,
    mrn        text not null default '',
    at_release text,
    constraint site_pk primary key (paragraph),
    constraint site_claim_fk foreign key (claim) references evidence.claim (id),
    constraint site_draft_fk foreign key (draft) references draft.draft (id)
);
comment on table evidence.site is 'Which row of a draft or cable rests on which claim; the status is fixed at release (CLM-006).';

create table evidence.indicator (
    id       text not null,
    title    text not null,
    metric   text not null,
    unit     text not null,
    calendar text not null,
    constraint indicator_pk primary key (id)
);
comment on table evidence.indicator is 'Series of numbers of one kind; the kind guards comparisons (IND-003).';

create table evidence.observation (
    position    bigint generated always as identity,
    series      text not null,
    country     text not null,
    period      text not null,
    value       text not null,
    number      numeric,
    unit        text not null,
    status      text not null,
    denominator text not null,
    method      text not null,
    source      text not null,
    uri         text not null,
    source_date text not null,
    confidence  text not null,
    constraint observation_pk primary key (position),
    constraint observation_series_fk foreign key (series) references evidence.indicator (id),
    constraint observation_key unique (series, country, period, value, status, source, uri)
);
comment on table evidence.observation is 'Values with period, status and source (IND-001); two of one period may differ.';

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An assessment is never changed, only followed' using errcode = 'check_violation';
end
$$;
create trigger assessment_immutable before update or delete or truncate on evidence.assessment
    for each statement execute function evidence.refuse_change();
