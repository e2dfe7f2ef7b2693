create schema delivery;

create table delivery.delivery (
    cable        uuid        not null,
    office       text        not null,
    role         text        not null,
    precedence   text        not null,
    via          text        not null,
    delivered_at timestamptz not null,
    due_at       timestamptz,
    opened_at    timestamptz,
    opened_by    text,
    constraint delivery_pk primary key (cable, office),
    constraint delivery_cable_fk foreign key (cable) references cable.cable (id),
    constraint delivery_office_fk foreign key (office) references directory.office (code),
    constraint delivery_role check (role in ('ACTION', 'INFO'))
);
comment on table delivery.delivery is 'What became of each addressee''s copy.';
create index delivery_inbox on delivery.delivery (office, delivered_at desc, cable desc);
create index delivery_unread on delivery.delivery (office) where opened_at is null;

create function delivery.allow_first_opening() returns trigger language plpgsql as $$
begin
    if (new.cable, new.office, new.role, new.precedence, new.via, new.delivered_at)
       is distinct from (old.cable, old.office, old.role, old.precedence, old.via, old.delivered_at)
       or new.due_at is distinct from old.due_at or old.opened_at is not null then
        raise exception 'A delivery is never changed (MSG-001)' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger delivery_forward before update on delivery.delivery
    for each row execute function delivery.allow_first_opening();
create function delivery.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A delivery is never changed (MSG-001)' using errcode = 'check_violation';
end
$$;
create trigger delivery_no_delete before delete or truncate on delivery.delivery
    for each statement execute function delivery.refuse_change();
