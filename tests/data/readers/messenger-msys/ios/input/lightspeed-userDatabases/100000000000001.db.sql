-- Made up for Suluh: nobody bears these names and numbers.
create table _user_info (facebook_user_id integer primary key);
create table contacts (id integer primary key, name text, phone_number text, email_address text);
create table thread_participant_detail (thread_key integer, contact_id integer, name text);
create table threads (thread_key integer primary key, thread_name text, last_activity_timestamp_ms integer);
create table thread_messages (thread_key integer, timestamp_ms integer, message_id text, sender_id integer, text text, has_attachment integer);
create table attachment_items (message_id text, title_text text, subtitle_text text);
create table attachments (message_id text, filename text, filesize integer, title_text text);
create table client_messages (pk integer primary key, thread_pk integer, display_ts_ms integer, sender_contact_pk integer, text text, message_type integer);
insert into _user_info values (100000000000001);
insert into contacts values (100000000000001, 'Pemilik Uji', null, null), (100000000000002, 'Tari Uji', null, null);
insert into thread_participant_detail values (100000000000002, 100000000000002, 'Tari Uji');
insert into threads values (100000000000002, null, 1767225600000);
insert into thread_messages values (100000000000002, 1767225600000, 'mid.$1', 100000000000002, 'paket 40 file 50rb', null), (100000000000002, 1767225660000, 'mid.$2', 100000000000001, null, 1);
insert into attachments values ('mid.$2', 'bukti.jpg', 99, null);
insert into client_messages values (1, 3, 1767225720000, 100000000000002, 'rahasia', 1), (2, 3, 1767225780000, 100000000000001, 'ya', 1);
