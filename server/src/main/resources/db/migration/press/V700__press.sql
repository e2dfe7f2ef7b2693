create schema press;

create table press.item (
    id      text  not null,
    cluster text  not null,
    item    jsonb not null,
    constraint item_pk primary key (id)
);
comment on table press.item is 'Articles as they were seen, with whom they go back to.';

create view press.pub_item as
select id, cluster, item, 0 as level, cast('{}' as text[]) as captions,
       cast('{}' as text[]) as readers
  from press.item;
comment on view press.pub_item is 'For search; published articles are open to every reader.';

create table press.article_text (
    id      bigint      generated always as identity,
    item    text        not null,
    raw     text        not null,
    sha256  text        not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint article_text_pk primary key (id),
    constraint article_text_item_fk foreign key (item) references press.item (id),
    constraint article_text_raw check (raw <> '')
);
comment on table press.article_text is 'Texts of articles as people took them from the page; append-only, the newest counts.';
create index article_text_of on press.article_text (item, at desc, id desc);

create function press.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A kept text is never changed; keep it again' using errcode = 'check_violation';
end
$$;
create trigger article_text_immutable before update or delete or truncate on press.article_text
    for each statement execute function press.refuse_change();
