create table delivery.alert_roster (
    id          uuid        not null,
    office      text        not null,
    person      uuid        not null,
    position    int         not null,
    valid_from  timestamptz not null,
    valid_until timestamptz,
    constraint alert_roster_pk primary key (id),
    constraint alert_roster_office_fk foreign key (office) references directory.office (code),
    constraint alert_roster_person_fk foreign key (person) references directory.staff (id),
    constraint alert_roster_position check (position between 1 and 99),
    constraint alert_roster_period check (valid_until > valid_from)
);
comment on table delivery.alert_roster is 'Who of an office is woken first, second and so on, and when.';
create index alert_roster_office on delivery.alert_roster (office, position);

create table delivery.alert (
    cable     uuid        not null,
    office    text        not null,
    patience  interval    not null,
    opened_at timestamptz not null,
    next_at   timestamptz,
    closed_at timestamptz,
    constraint alert_pk primary key (cable, office),
    constraint alert_delivery_fk foreign key (cable, office) references delivery.delivery (cable, office)
);
comment on table delivery.alert is 'A copy that must wake somebody, until it is acknowledged.';
comment on column delivery.alert.patience is 'How long one step waits for an answer: half the handling time of the precedence.';
comment on column delivery.alert.next_at is 'When the next step is due; null when everybody has been told.';
create index alert_due on delivery.alert (next_at) where closed_at is null and next_at is not null;
create index alert_open on delivery.alert (office) where closed_at is null;

create table delivery.alert_event (
    id     bigint      not null generated always as identity,
    cable  uuid        not null,
    office text        not null,
    whom   text        not null,
    person uuid,
    at     timestamptz not null,
    constraint alert_event_pk primary key (id),
    constraint alert_event_alert_fk foreign key (cable, office) references delivery.alert (cable, office),
    constraint alert_event_person_fk foreign key (person) references directory.staff (id),
    constraint alert_event_whom check (whom in ('PERSON', 'OFFICE', 'DUTY', 'ENDED')),
    constraint alert_event_person check ((whom = 'PERSON') = (person is not null))
);
comment on table delivery.alert_event is 'Each step of an alert: whom it told. Never changed.';
create index alert_event_of on delivery.alert_event (cable, office, id);
create trigger alert_event_immutable before update or delete or truncate on delivery.alert_event
    for each statement execute function delivery.refuse_change();
