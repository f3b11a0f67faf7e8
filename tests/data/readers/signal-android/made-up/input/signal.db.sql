-- Made up for Suluh: nobody bears these names and numbers.
create table recipient (_id integer primary key, e164 text, aci text, group_id text, system_joined_name text, profile_joined_name text, username text);
create table thread (_id integer primary key, date integer, recipient_id integer, snippet text);
create table groups (_id integer primary key, group_id text, recipient_id integer, title text);
create table group_membership (_id integer primary key, group_id text, recipient_id integer);
create table message (_id integer primary key, date_sent integer, date_received integer, thread_id integer, from_recipient_id integer, to_recipient_id integer, type integer, body text,
  remote_deleted integer, quote_id integer, quote_author integer, quote_body text, original_message_id integer, view_once integer);
create table attachment (_id integer primary key, message_id integer, content_type text, file_name text, data_file text, data_size integer, data_random blob);
create table reaction (_id integer primary key, message_id integer, author_id integer, emoji text, date_sent integer);
create table sticker (_id integer primary key, pack_id text);
insert into sticker values (1, 'p');
insert into recipient values (1, '+6281100000001', 'a0000000-0000-0000-0000-000000000001', null, null, 'Ani Uji', null), (2, '+6281200000002', 'a0000000-0000-0000-0000-000000000002', null, 'Budi', 'Budi Uji', 'budi.01'),
  (3, null, 'a0000000-0000-0000-0000-000000000003', null, null, 'Cici', null), (4, null, null, '__signal_group__v2__!00ff', null, null, null);
insert into thread values (1, 1, 2, null), (2, 1, 4, null);
insert into groups values (1, '__signal_group__v2__!00ff', 4, 'Arisan');
insert into group_membership values (1, '__signal_group__v2__!00ff', 1), (2, '__signal_group__v2__!00ff', 3);
insert into message values (1, 1767225600000, 1767225600500, 1, 2, 1, 10485780, 'paket 40 file 50rb', 0, 0, 0, null, null, 0);
insert into message values (2, 1767225660000, 1767225660500, 1, 1, 2, 10485783, 'mau', 0, 1767225600000, 2, 'paket 40 file 50rb', null, 0);
insert into message values (3, 1767225720000, 1767225720500, 1, 2, 1, 10485780, null, 0, 0, 0, null, null, 1);
insert into message values (4, 1767225780000, 1767225780500, 2, 3, 4, 10485780, null, 1, 0, 0, null, null, 0);
insert into message values (5, 1767225840000, 1767225840500, 2, 3, 4, 10551316, 'AAAA', 0, 0, 0, null, null, 0);
insert into message values (6, 1767225900000, 1767225900500, 1, 2, 1, 3, null, 0, 0, 0, null, null, 0);
insert into message values (7, 1767225960000, 1767225960500, 2, 9, 4, 10485780, 'siapa', 0, 0, 0, null, null, 0);
insert into message values (8, 1767226020000, 1767226020500, 1, 1, 2, 10485784, 'gagal', 0, 0, 0, null, 2, 0);
insert into message values (9, 1767226080000, 1767226080500, 9, 2, 1, 10485780, 'utas hilang', 0, 0, 0, null, null, 0);
insert into attachment values (1, 3, 'image/jpeg', 'gradient.jpg', '/data/user/0/org.thoughtcrime.securesms/app_parts/part1.mms', 4096, x'00');
insert into reaction values (1, 1, 1, '👍', 1767225610000);
