-- Made up for Suluh: nobody bears these names and numbers.
create table conversations (id text primary key, json text, active_at integer, type text, members text, name text, profileFullName text, e164 text, serviceId text, groupId text);
create table messages (rowid integer primary key, id text, json text, conversationId text, type text, body text, source text, sourceServiceId text, sent_at integer, isErased integer, hasAttachments integer);
create table callsHistory (callId text primary key, peerId text, type text, direction text, status text, mode text);
create table items (id text primary key, json text);
create table stickers (id text, packId text);
insert into stickers values ('1', 'p');
insert into items values ('number_id', '{"id": "number_id", "value": "+6281100000001.2"}'), ('uuid_id', '{"id": "uuid_id", "value": "a0000000-0000-0000-0000-000000000001.2"}');
insert into conversations values ('c1', '{}', 1, 'private', null, 'Budi', 'Budi Uji', '+6281200000002', 'a0000000-0000-0000-0000-000000000002', null);
insert into conversations values ('c2', '{"name": "Arisan"}', 1, 'group', 'a0000000-0000-0000-0000-000000000001 a0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000003', null, null, null, null, 'R1JPVVA=');
insert into conversations values ('c3', 'rusak', 1, 'private', null, null, null, null, 'a0000000-0000-0000-0000-000000000003', null);
insert into messages values (1, 'm1', '{"quote": {"id": 1767225500000, "authorAci": "a0000000-0000-0000-0000-000000000001", "text": "berapa?"}, "reactions": [{"emoji": "👍", "fromId": "c1"}]}', 'c1', 'incoming', 'paket 40 file 50rb', '+6281200000002', 'a0000000-0000-0000-0000-000000000002', 1767225600000, 0, 0);
insert into messages values (2, 'm2', '{}', 'c1', 'outgoing', 'mau', null, null, 1767225660000, 0, 0);
insert into messages values (3, 'm3', '{"deletedForEveryone": true}', 'c2', 'incoming', '', null, 'a0000000-0000-0000-0000-000000000003', 1767225720000, 1, 0);
insert into messages values (4, 'm4', 'rusak', 'c2', 'incoming', 'tanpa pengirim', null, null, 1767225780000, 0, 0);
insert into messages values (5, 'm5', '{"callId": "77"}', 'c1', 'call-history', null, null, null, 1767225840000, 0, 0);
insert into messages values (6, 'm6', '{}', 'c2', 'group-v2-change', null, null, null, 1767225900000, 0, 0);
insert into messages values (7, 'm7', '{}', 'c9', 'incoming', 'percakapan hilang', '+6281200000002', 'a0000000-0000-0000-0000-000000000002', 1767225960000, 0, 0);
insert into callsHistory values ('77', 'c1', 'Audio', 'Incoming', 'Missed', 'Direct');
