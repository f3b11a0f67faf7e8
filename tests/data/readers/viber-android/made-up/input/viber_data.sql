-- Made up for Suluh: nobody bears these names and numbers.
create table calls (_id integer primary key, call_id integer, aggregate_hash integer, number text, canonized_number text, viber_call boolean, viber_call_type integer, date integer, duration integer, type integer, end_reason integer, token integer);
create table vibernumbers (_id integer primary key, canonized_number text, photo text, viber_name text, member_id text);
create table phonebookcontact (_id integer primary key, native_id integer, display_name text, viber boolean);
create table phonebookdata (_id integer primary key, contact_id integer, raw_id integer, data1 text, data2 text, data3 text, mime_type integer);
insert into calls values (1, -1, 11, '0812-0000-0002', '+6281200000002', 1, 1, 1767225600000, 98, 1, 3, 7001), (2, -1, 11, '+6281200000002', '+6281200000002', 1, 4, 1767225700000, 0, 2, 3, 7002), (3, -1, 12, '', '', 1, 1, 1767225800000, 0, 3, 3, 7003);
insert into vibernumbers values (1, '+6281200000002', '', 'tari_shop', 'BBB=');
insert into phonebookcontact values (5, 5, 'Tari Uji', 1);
insert into phonebookdata values (9, 5, 4, '081200000002', '+6281200000002', '0812-0000-0002', 0);
