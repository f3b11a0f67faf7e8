-- Made up for Suluh: nobody bears these names and numbers.
create table contacts (m_id text primary key, server_name text, name text, addressbook_name text, custom_name text, status_msg text);
create table groups (id text primary key, name text, creator text);
create table membership (id text, m_id text, is_accepted integer);
create table chat_history (id integer primary key, server_id text, type integer, chat_id text, from_mid text, content text, created_time text, delivered_time text, status integer,
  attachement_type integer, attachement_local_uri text, location_name text, location_address text, parameter text);
create table sticker_packages (id integer primary key, name text);
insert into sticker_packages values (1, 'x');
insert into contacts values ('u0000000000000000000000000000000a', 'Tari', 'Tari', 'Tari Uji', null, 'halo'), ('u0000000000000000000000000000000b', 'Rudi', 'Rudi', null, null, null);
insert into groups values ('c0000000000000000000000000000000c', 'Arisan', 'u0000000000000000000000000000000a');
insert into membership values ('c0000000000000000000000000000000c', 'u0000000000000000000000000000000a', 1), ('c0000000000000000000000000000000c', 'u0000000000000000000000000000000b', 1);
insert into chat_history values (1, '101', 1, 'u0000000000000000000000000000000a', 'u0000000000000000000000000000000a', 'paket 40 file 50rb', '1767225600000', null, 1, 0, null, null, null, null);
insert into chat_history values (2, '102', 1, 'u0000000000000000000000000000000a', null, 'mau', '1767225660000', null, 3, 0, null, null, null, null);
insert into chat_history values (3, '103', 1, 'u0000000000000000000000000000000a', null, null, '1767225720000', null, 1, 1, '/storage/emulated/0/Android/data/jp.naver.line.android/files/chats/u/messages/103', null, null, 'x');
insert into chat_history values (4, '104', 1, 'c0000000000000000000000000000000c', 'u0000000000000000000000000000000b', null, '1767225780000', null, 1, 15, null, 'Alun-alun', 'Jalan Contoh 1', null);
insert into chat_history values (5, '105', 13, 'c0000000000000000000000000000000c', null, null, '1767225840000', null, 8, 0, null, null, null, null);
insert into chat_history values (6, '106', 1, 'c0000000000000000000000000000000c', null, 'siapa', '1767225900000', null, 8, 0, null, null, null, null);
insert into chat_history values (7, '107', 4, 'u0000000000000000000000000000000a', 'u0000000000000000000000000000000a', null, '1767225960000', null, 1, 6, null, null, null, null);
