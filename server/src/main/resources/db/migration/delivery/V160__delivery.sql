create schema delivery;

create function delivery.step(state text) returns int language sql immutable parallel safe as $$
    select case state when 'QUEUED' then 1 when 'SENT' then 2 when 'RELAYED' then 3
                      when 'DELIVERED' then 4 when 'OPENED' then 5 when 'ACKNOWLEDGED' then 6
                      else 9 end
$$;
comment on function delivery.step is 'A copy only moves to a higher step; FAILED and EXPIRED are final.';

create table delivery.delivery (
    cable        uuid        not null,
    office       text        not null,
    role         text        not null,
    precedence   text        not null,
    via          text        not null,
    due_at       timestamptz,
    state        text        not null,
    state_at     timestamptz not null,
    state_by     text        not null default '',
    state_note   text        not null default '',
    delivered_at timestamptz,
    opened_at    timestamptz,
    opened_by    text,
    assigned_to  uuid,
    handled_at   timestamptz,
    handled_by   text,
    sort_at      timestamptz not null generated always as (
        case when handled_at is not null then timestamptz '9999-01-03 00:00:00+00'
             when state = 'ACKNOWLEDGED' then timestamptz '9999-01-02 00:00:00+00'
             else coalesce(due_at, timestamptz '9999-01-01 00:00:00+00') end) stored,
    constraint delivery_pk primary key (cable, office),
    constraint delivery_cable_fk foreign key (cable) references cable.cable (id),
    constraint delivery_office_fk foreign key (office) references directory.office (code),
    constraint delivery_assigned_fk foreign key (assigned_to) references directory.staff (id),
    constraint delivery_role check (role in ('ACTION', 'INFO')),
    constraint delivery_info_owes_nothing check (role = 'ACTION' or due_at is null),
    constraint delivery_state check (state in ('QUEUED', 'SENT', 'RELAYED', 'DELIVERED', 'OPENED',
                                               'ACKNOWLEDGED', 'FAILED', 'EXPIRED')),
    constraint delivery_arrived check
        (state not in ('DELIVERED', 'OPENED', 'ACKNOWLEDGED') or delivered_at is not null),
    constraint delivery_opened check
        (state <> 'OPENED' or (opened_at is not null and opened_by is not null)),
    constraint delivery_handled check ((handled_at is null) = (handled_by is null))
);
comment on table delivery.delivery is 'What became of each addressee''s copy; where it stands now. How it got there is in delivery.event.';
comment on column delivery.delivery.due_at is 'Null for information copies (TSK-001) and for offices outside.';
comment on column delivery.delivery.sort_at is 'Place in a list by due time: what is open by due time, then without, acknowledged, done.';
create index delivery_inbox on delivery.delivery (office, delivered_at desc, cable desc);
create index delivery_due on delivery.delivery (office, sort_at, delivered_at desc, cable desc);
create index delivery_unread on delivery.delivery (office) where opened_at is null;
create index delivery_assigned on delivery.delivery (assigned_to) where handled_at is null;

create function delivery.only_forward() returns trigger language plpgsql as $$
begin
    if (new.cable, new.office, new.role, new.precedence, new.via)
       is distinct from (old.cable, old.office, old.role, old.precedence, old.via)
       or new.due_at is distinct from old.due_at
       or (old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at)
       or (old.opened_at is not null and (new.opened_at, new.opened_by)
           is distinct from (old.opened_at, old.opened_by))
       or (old.handled_at is not null and (new.handled_at, new.handled_by)
           is distinct from (old.handled_at, old.handled_by))
       or ((new.state, new.state_at, new.state_by, new.state_note)
           is distinct from (old.state, old.state_at, old.state_by, old.state_note)
           and delivery.step(new.state) <= delivery.step(old.state))
       or (new.state in ('FAILED', 'EXPIRED') and delivery.step(old.state) between 4 and 6) then
        raise exception 'A delivery only moves forward (MSG-001)' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger delivery_forward before update on delivery.delivery
    for each row execute function delivery.only_forward();

create function delivery.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was delivered is on record and never changed (MSG-001)'
        using errcode = 'check_violation';
end
$$;
create trigger delivery_no_delete before delete or truncate on delivery.delivery
    for each statement execute function delivery.refuse_change();

create table delivery.event (
    id     bigint      not null generated always as identity,
    cable  uuid        not null,
    office text        not null,
    state  text        not null,
    at     timestamptz not null,
    by     text        not null,
    note   text        not null,
    constraint event_pk primary key (id),
    constraint event_delivery_fk foreign key (cable, office) references delivery.delivery (cable, office),
    constraint event_state check (state in ('QUEUED', 'SENT', 'RELAYED', 'DELIVERED', 'OPENED',
                                            'ACKNOWLEDGED', 'FAILED', 'EXPIRED',
                                            'ASSIGNED', 'DISTRIBUTED', 'HANDLED'))
);
comment on table delivery.event is 'History of each copy. Appended to, never changed.';
create index event_of_copy on delivery.event (cable, office, id);
create trigger event_immutable before update or delete or truncate on delivery.event
    for each statement execute function delivery.refuse_change();

create table delivery.reading (
    cable    uuid        not null,
    office   text        not null,
    person   uuid        not null,
    first_at timestamptz not null,
    constraint reading_pk primary key (cable, person, office),
    constraint reading_cable_fk foreign key (cable) references cable.cable (id),
    constraint reading_office_fk foreign key (office) references directory.office (code),
    constraint reading_person_fk foreign key (person) references directory.staff (id)
);
comment on table delivery.reading is 'Who opened a cable, and when first, acting for which office. Never changed.';
create trigger reading_immutable before update or delete or truncate on delivery.reading
    for each statement execute function delivery.refuse_change();
