-- Made up for Suluh in the form of LEAPP's output: nobody bears these names and numbers.
create table _artifact_search_patterns (id integer primary key, module_name text, artifact_name text, regex text);
create table _lava_media_items (id text primary key, source_path text, extraction_path text, type text, metadata text, created_at integer, updated_at integer, is_embedded integer);
create table _lava_media_references (id text primary key, media_item_id text, module_name text, artifact_name text, name text);
create table telegram_messages ("timestamp" integer, direction text, sender text, chat_name text, chat_id text, message text, attachment text, views text);
create table whatsappmessages ("timestamp" integer, direction text, sender_name text, message text, attachment_file text, chat_id text);
create table get_sms_mms ("date" integer, type text, address text, body text, thread_id text);
create table get_calllogs (from_id text, to_id text, start_date integer, end_date integer, direction text, call_type text, number text, name text);
create table addressbook (display_name text, phone_number text, notes text);
create table installed_apps (name text, version text);
insert into _artifact_search_patterns values (1, 'm', 'a', 'r');
insert into _lava_media_items values ('item-00000000000000001', 'private/var/mobile/gradient.jpg', 'data/gradient.jpg', 'image/jpeg', null, 1, 1, 0);
insert into _lava_media_references values ('ref-000000000000000001', 'item-00000000000000001', 'm', 'a', 'gradient.jpg');
insert into telegram_messages values (1767225600, 'Incoming', '123456789', 'Arisan', '777', 'paket 40 file 50rb', '', '3'), (1767225660, 'Incoming', 'Cici Uji', 'Arisan', '777', 'berapa?', '["ref-000000000000000001"]', null), (1767225720, 'Outgoing', null, 'Arisan', '777', 'tetap', null, null), (null, 'Incoming', null, 'Arisan', '777', 'siapa', null, null);
insert into whatsappmessages values (1767225600, 'Incoming', '6281200000002@s.whatsapp.net', 'halo', '', '6281200000002@s.whatsapp.net'), (1767225660, 'Outgoing', 'Local User', 'ya', '', '6281200000002@s.whatsapp.net');
insert into get_sms_mms values (1767225600, 'Received', 'BANKUJI', 'Trx berhasil. Dana masuk Rp50.000 dari BUDI UJI pada 01/01/2026 07:00. Ref 20260101000123', '1'), (1767225660, 'Sent', '081200000002', 'mau', '2');
insert into get_calllogs values ('+6281200000002', '', 1767225600, 1767225660, 'Incoming', 'Audio', '+6281200000002', 'Budi Uji'), ('', '+6281200000003', 1767225700, 1767225700, 'Outgoing', 'Audio', '+6281200000003', null);
insert into addressbook values ('Budi Uji', '0812-0000-0002, +6281200000012', 'x'), (null, '3300', null), ('Tanpa Nomor', null, null);
insert into installed_apps values ('app', '1');
