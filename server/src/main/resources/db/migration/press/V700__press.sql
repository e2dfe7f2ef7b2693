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
