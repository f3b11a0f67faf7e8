-- Made up for Suluh: nobody bears these names and numbers.
create table handle (ROWID integer primary key, id text, country text, service text, uncanonicalized_id text);
create table chat (ROWID integer primary key, guid text, style integer, state integer, chat_identifier text, service_name text, room_name text, display_name text);
create table chat_handle_join (chat_id integer, handle_id integer);
create table chat_message_join (chat_id integer, message_id integer, message_date integer);
create table chat_recoverable_message_join (chat_id integer, message_id integer, delete_date integer);
create table attachment (ROWID integer primary key, guid text, filename text, uti text, mime_type text, transfer_name text, total_bytes integer);
create table message_attachment_join (message_id integer, attachment_id integer);
create table message (ROWID integer primary key, guid text, text text, attributedBody blob, handle_id integer, subject text, service text, account text, date integer, is_from_me integer,
  item_type integer, group_title text, associated_message_guid text, associated_message_type integer, destination_caller_id text, date_edited integer, date_retracted integer,
  thread_originator_guid text, other_handle integer, expressive_send_style_id text);
insert into handle values (1, '+6281200000002', 'id', 'iMessage', null), (2, 'cici@contoh.invalid', 'id', 'iMessage', null), (3, 'BANKUJI', 'id', 'SMS', null);
insert into chat values (1, 'g1', 45, 3, '+6281200000002', 'iMessage', null, null), (2, 'g2', 43, 3, 'chat123', 'iMessage', 'chat123', 'Arisan'), (3, 'g3', 45, 3, 'BANKUJI', 'SMS', null, null);
insert into chat_handle_join values (1, 1), (2, 1), (2, 2), (3, 3);
insert into chat_message_join values (1, 1, 0), (1, 2, 0), (2, 3, 0), (2, 4, 0), (2, 5, 0), (3, 6, 0), (1, 7, 0), (1, 8, 0);
insert into chat_recoverable_message_join values (1, 9, 789004800000000000);
insert into attachment values (1, 'a1', '~/Library/SMS/Attachments/0a/10/gradient.jpg', 'public.jpeg', 'image/jpeg', 'gradient.jpg', 4096), (2, 'a2', null, null, null, 'hilang.pdf', 0);
insert into message_attachment_join values (3, 1), (3, 2);
insert into message values (1, 'M-1', 'paket 40 file 50rb', null, 1, null, 'iMessage', 'P:+6281100000001', 788918400000000000, 0, 0, null, null, 0, '+6281100000001', 0, 0, null, 0, null);
insert into message values (2, 'M-2', null, x'040b73747265616d747970656481e803840140848484124e5341747472696275746564537472696e67008484084e534f626a656374008592848484084e53537472696e67019484012b8199006d61752c207472616e73666572206b65206d616e613f20787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878788684026949017f928686', 1, null, 'iMessage', 'P:+6281100000001', 788918460000000000, 1, 0, null, null, 0, '+6281100000001', 788918470000000000, 0, 'M-1', 0, null);
insert into message values (3, 'M-3', '￼', null, 2, null, 'iMessage', 'P:+6281100000001', 788918520000000000, 0, 0, null, null, 0, '+6281100000001', 0, 0, null, 0, null);
insert into message values (4, 'M-4', 'Menyukai gambar', null, 1, null, 'iMessage', 'P:+6281100000001', 788918580000000000, 0, 0, null, 'p:0/M-3', 2001, '+6281100000001', 0, 0, null, 0, null);
insert into message values (5, 'M-5', null, null, 2, null, 'iMessage', 'P:+6281100000001', 788918640000000000, 0, 2, 'Arisan', null, 0, '+6281100000001', 0, 0, null, 0, null);
insert into message values (6, 'M-6', 'Trx berhasil. Dana masuk Rp50.000 dari BUDI UJI pada 01/01/2026 07:00. Ref 20260101000123', null, 3, null, 'SMS', 'P:+6281100000001', 788918700000000000, 0, 0, null, null, 0, '+6281100000001', 0, 0, null, 0, null);
insert into message values (7, 'M-7', null, null, 1, null, 'iMessage', 'P:+6281100000001', 788918760000000000, 1, 0, null, null, 0, '+6281100000001', 0, 788918770000000000, null, 0, 'com.apple.x');
insert into message values (8, 'M-8', null, x'040b73747265616d747970656481e803840140848484124e5341747472696275746564537472696e67008484084e534f626a656374008592848484084e53537472696e67019484012b0f68616c6f20646172692061727369708684026949010f928686', 0, null, 'iMessage', null, 788918820000000000, 0, 0, null, null, 0, null, 0, 0, null, 0, null);
insert into message values (9, 'M-9', 'yang dihapus', null, 1, 'Judul', 'iMessage', null, 788918880000000000, 0, 0, null, null, 0, null, 0, 0, null, 0, null);
