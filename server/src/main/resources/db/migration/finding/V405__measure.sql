create table finding.vocabulary (
    subject    text        not null,
    version    int         not null,
    valid_from date        not null,
    source     text        not null,
    hash       text        not null,
    kept_by    text        not null,
    kept_at    timestamptz not null,
    constraint vocabulary_pk primary key (subject, version),
    constraint vocabulary_version check (version >= 1)
);
comment on table finding.vocabulary is 'Codebooks by subject: areas, tools, groups, names of directions. A version is never changed; what was coded names the version it was coded with.';
comment on column finding.vocabulary.source is 'The file as it was taken, YAML.';

create table finding.procedure_exception (
    jurisdiction text not null,
    earlier      text not null,
    later        text not null,
    reason       text not null,
    constraint procedure_exception_pk primary key (jurisdiction, earlier, later),
    constraint procedure_exception_government_fk foreign key (jurisdiction) references directory.government (code),
    constraint procedure_exception_reason check (reason <> '')
);
comment on table finding.procedure_exception is 'Where a jurisdiction’s procedure lets a stage come before one it usually follows (MEA-003).';

create table finding.measure (
    id           text        not null,
    government   text        not null,
    version      bigint      not null,
    family       text,
    subject      text        not null,
    area         text        not null,
    direction    text        not null,
    derived      text,
    coding_state text        not null,
    reported_by  text        not null,
    coded_by     text        not null,
    recorded_at  timestamptz not null,
    level        int         not null,
    captions     text[]      not null default '{}',
    readers      text[]      not null default '{}',
    constraint measure_pk primary key (id),
    constraint measure_government_fk foreign key (government) references directory.government (code),
    constraint measure_family_fk foreign key (family) references finding.measure (id),
    constraint measure_not_its_own_family check (family <> id),
    constraint measure_provision_not_mixed check (family is null or direction <> 'MIXED'),
    constraint measure_direction check
        (direction in ('MORE_RESTRICTIVE', 'LESS_RESTRICTIVE', 'NEUTRAL', 'MIXED', 'UNCLEAR')),
    constraint measure_coding_state check (coding_state in ('CODED_BY_POST', 'SECOND_CODED', 'RECONCILED'))
);
comment on table finding.measure is 'A rule or a package of rules of one jurisdiction; its steps are the findings that name it as their family. Holds what lists filter by, of the version in use.';
comment on column finding.measure.family is 'The package it is a provision of (MEA-004).';
comment on column finding.measure.derived is 'Direction of a package that has provisions, from theirs; null without any.';
comment on column finding.measure.reported_by is 'Office that reported it, empty where it came from a file.';
create index measure_provisions on finding.measure (family) where family is not null;

create table finding.measure_version (
    measure text        not null,
    version bigint      not null,
    kind    text        not null,
    reason  text        not null,
    coding  jsonb       not null,
    by_name text        not null,
    office  text        not null,
    made_at timestamptz not null,
    constraint measure_version_pk primary key (measure, version),
    constraint measure_version_measure_fk foreign key (measure) references finding.measure (id),
    constraint measure_version_kind check (kind in ('ENTERED', 'CORRECTED', 'RECONCILED')),
    constraint measure_version_reason check (kind = 'ENTERED' or reason <> '')
);
comment on table finding.measure_version is 'What was said of a measure when; a correction is a further version with its reason, the old one stays (MEA-007).';
create trigger measure_version_immutable before update or delete or truncate on finding.measure_version
    for each statement execute function finding.refuse_change();

create table finding.replaced_step (
    finding     uuid        not null,
    replaced_by uuid,
    measure     text        not null,
    reason      text        not null,
    by_name     text        not null,
    office      text        not null,
    replaced_at timestamptz not null,
    constraint replaced_step_pk primary key (finding),
    constraint replaced_step_finding_fk foreign key (finding) references finding.finding (id),
    constraint replaced_step_by_fk foreign key (replaced_by) references finding.finding (id),
    constraint replaced_step_measure_fk foreign key (measure) references finding.measure (id),
    constraint replaced_step_reason check (reason <> '')
);
comment on table finding.replaced_step is 'Steps that were recorded wrongly; the row stays, the history shows the one in its place (MEA-007).';
create trigger replaced_step_immutable before update or delete or truncate on finding.replaced_step
    for each statement execute function finding.refuse_change();

create table finding.document (
    id           uuid        not null,
    measure      text        not null,
    step         uuid,
    role         text        not null,
    language     text        not null,
    title        text        not null,
    uri          text        not null,
    dated        text        not null,
    retrieved_at timestamptz not null,
    sha256       text        not null,
    constraint document_pk primary key (id),
    constraint document_measure_fk foreign key (measure) references finding.measure (id),
    constraint document_step_fk foreign key (step) references finding.finding (id),
    constraint document_once unique (measure, sha256, title),
    constraint document_hash check (sha256 = '' or sha256 ~ '^[0-9a-f]{64}$'),
    constraint document_role check (role in
        ('ACT', 'BILL', 'EXPLANATORY', 'TRANSLATION', 'PRESS_RELEASE', 'JUDGMENT', 'STATISTICS'))
);
comment on table finding.document is 'Documents of a measure: where they are and what they were like, never their text.';
create index document_of on finding.document (measure, dated, id);

create table finding.second_coding (
    measure   text        not null,
    version   bigint      not null,
    area      text        not null,
    direction text        not null,
    magnitude text        not null,
    by_name   text        not null,
    office    text        not null,
    coded_at  timestamptz not null,
    constraint second_coding_pk primary key (measure, version),
    constraint second_coding_version_fk foreign key (measure, version)
        references finding.measure_version (measure, version)
);
comment on table finding.second_coding is 'The same version coded again, without sight of the first; both are kept.';

create table finding.import_mapping (
    fingerprint text        not null,
    header      text[]      not null,
    mapping     jsonb       not null,
    by_name     text        not null,
    kept_at     timestamptz not null,
    constraint import_mapping_pk primary key (fingerprint)
);
comment on table finding.import_mapping is 'Which column of a file says what, by the fingerprint of its header; the same header is understood the next time.';

create table finding.import_file (
    id       uuid        not null,
    name     text        not null,
    content  text        not null,
    by_name  text        not null,
    office   text        not null,
    taken_at timestamptz not null,
    constraint import_file_pk primary key (id)
);
comment on table finding.import_file is 'A table between its upload and its import; gone after a day.';

create table finding.law_version (
    measure   text        not null,
    dated     date        not null,
    origin    text        not null,
    sha256    text        not null,
    sections  jsonb       not null,
    step      uuid,
    loaded_at timestamptz not null,
    constraint law_version_pk primary key (measure, dated, sha256),
    constraint law_version_measure_fk foreign key (measure) references finding.measure (id),
    constraint law_version_step_fk foreign key (step) references finding.finding (id)
);
comment on table finding.law_version is 'Texts of a law over time by their fingerprints, section by section; the text itself is not kept.';
comment on column finding.law_version.step is 'The step it made; null where it reads like the one before.';

create index finding_steps on finding.finding (government, family, date_first desc) where family <> '';
