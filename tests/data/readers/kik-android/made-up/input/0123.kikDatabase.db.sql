-- Made up for Suluh: nobody bears these names.
create table messagesTable (_id integer primary key, body text, partner_jid text, was_me integer, read_state integer, uid text, length integer, timestamp integer, bin_id text, sys_msg text, stat_msg text, stat_user_jid text, content_id text, app_id text);
create table KIKcontactsTable (_id integer primary key, jid text, display_name text, user_name text, local_name text, is_group integer, photo_url text);
create table memberTable (_id integer primary key, group_id text, member_id text, is_admin integer);
create table KIKContentTable (_id integer primary key, content_id text, content_type integer, content_name text, content_string text);
create table chatMetaInfTable (_id integer primary key, bin_id text, chat_end_time integer);
insert into chatMetaInfTable values (1, 'tari_abc@talk.kik.com', 1767225600000);
insert into KIKcontactsTable values (1, 'tari_abc@talk.kik.com', 'Tari', 'tari', 'Tari Uji', 0, null), (2, 'rudi_def@talk.kik.com', 'Rudi', 'rudi', null, 0, null), (3, '1100000000001_g@groups.kik.com', 'Arisan', null, null, 1, null);
insert into memberTable values (1, '1100000000001_g@groups.kik.com', 'tari_abc@talk.kik.com', 0), (2, '1100000000001_g@groups.kik.com', 'rudi_def@talk.kik.com', 1);
insert into messagesTable values (1, 'paket 40 file 50rb', 'tari_abc@talk.kik.com', 0, 500, 'uid-1', 20, 1767225600000, 'tari_abc@talk.kik.com', null, null, null, null, null);
insert into messagesTable values (2, 'mau', 'tari_abc@talk.kik.com', 1, 500, 'uid-2', 3, 1767225660000, 'tari_abc@talk.kik.com', null, null, null, null, null);
insert into messagesTable values (3, null, 'tari_abc@talk.kik.com', 0, 500, 'uid-3', 0, 1767225720000, 'tari_abc@talk.kik.com', null, null, null, '11111111-2222-3333-4444-555555555555', 'com.kik.ext.gallery');
insert into KIKContentTable values (1, '11111111-2222-3333-4444-555555555555', 1, 'file-name', 'contoh.jpg'), (2, '11111111-2222-3333-4444-555555555555', 1, 'file-size', '1234');
insert into messagesTable values (4, 'halo semua', 'rudi_def@talk.kik.com', 0, 500, 'uid-4', 10, 1767225780000, '1100000000001_g@groups.kik.com', null, null, null, null, null);
insert into messagesTable values (5, null, '1100000000001_g@groups.kik.com', 0, 500, 'uid-5', 0, 1767225840000, '1100000000001_g@groups.kik.com', 'Rudi has left the chat', null, null, null, null);
insert into messagesTable values (6, 'tanpa nama', '1100000000001_g@groups.kik.com', 0, 500, 'uid-6', 0, 1767225900000, '1100000000001_g@groups.kik.com', null, null, null, null, null);
