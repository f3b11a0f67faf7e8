-- Made up for Suluh: nobody bears these names and numbers.
create table conversations (_id integer primary key, conversation_type integer, group_id integer, recipient_number text, name text, message_draft text, date integer);
create table participants (_id integer primary key, conversation_id integer, participant_info_id integer, active integer);
create table participants_info (_id integer primary key, number text, display_name text, contact_name text, viber_name text, viber_image text, participant_type integer, member_id text, encrypted_member_id text);
create table messages (_id integer primary key, conversation_id integer, participant_id integer, msg_date integer, send_type integer, body text, token integer, order_key integer, deleted integer, extra_mime integer, extra_uri text, description text, unread integer, msg_info text);
create table stickers (_id integer primary key, pkg integer);
insert into stickers values (1, 400);
insert into participants_info values (1, '+6281200000001', null, null, null, null, 0, 'AAA=', 'em:AAA'), (2, '+6281200000002', 'Tari Uji', 'Tari Uji', 'tari_shop', 'x', 1, 'BBB=', 'em:BBB'), (3, null, 'Rudi', null, 'Rudi', null, 1, 'CCC=', 'em:CCC');
insert into conversations values (10, 0, 0, null, null, 'belum jadi', 1767225600000), (20, 1, 5777027480664824042, null, 'Arisan', null, 1767225600000);
insert into participants values (100, 10, 2, 0), (101, 10, 1, 0), (200, 20, 3, 0), (201, 20, 1, 0), (202, 20, 2, 0);
insert into messages values (1, 10, 100, 1767225600000, 0, 'paket 40 file 50rb', 6001, 1, 0, 0, null, null, 0, null);
insert into messages values (2, 10, 101, 1767225660000, 1, 'mau', 6002, 2, 0, 0, null, null, 0, null);
insert into messages values (3, 10, 100, 1767225720000, 0, null, 6003, 3, 0, 1, 'file:///storage/emulated/0/viber/media/Viber Images/IMG-1.jpg', 'contoh', 0, null);
insert into messages values (4, 20, 200, 1767225780000, 0, 'halo semua', 6004, 4, 0, 0, null, null, 0, null);
insert into messages values (5, 20, null, 1767225840000, 0, 'added/6281200000002', 6005, 5, 0, 1000, null, null, 0, null);
insert into messages values (6, 10, 100, 1767225900000, 0, 'message_deleted/id', 6006, 6, 0, 1008, null, null, 0, null);
insert into messages values (7, 10, 100, 1767225960000, 0, 'dihapus di sini saja', 6007, 7, 1, 0, null, null, 0, null);
insert into messages values (8, 10, 101, 1767226020000, 0, 'masuk atas nama pemilik', 6008, 8, 0, 0, null, null, 0, null);
insert into messages values (9, 20, 200, 1767226080000, 0, '{}', 6009, 9, 0, 777, null, null, 0, '{"Text":"x"}');
