-- Made up for Suluh: nobody bears these names and numbers.
create table raw_contacts (_id integer primary key, display_name text, deleted integer, account_id integer);
create table mimetypes (_id integer primary key, mimetype text);
create table data (_id integer primary key, raw_contact_id integer, mimetype_id integer, data1 text, data2 text, data15 blob);
create table accounts (_id integer primary key, account_name text, account_type text);
create table groups (_id integer primary key, title text);
insert into accounts values (1, 'ani@contoh.invalid', 'com.google');
insert into groups values (1, 'Arisan');
insert into mimetypes values (1, 'vnd.android.cursor.item/name'), (2, 'vnd.android.cursor.item/phone_v2'), (3, 'vnd.android.cursor.item/email_v2'), (4, 'vnd.android.cursor.item/vnd.com.whatsapp.profile'), (5, 'vnd.android.cursor.item/note'), (6, 'vnd.android.cursor.item/photo');
insert into raw_contacts values (1, 'Budi Uji', 0, 1), (2, 'Cici Uji', 0, 1), (3, 'Tanpa Nomor', 0, 1), (4, null, 0, 1), (5, 'Kosong', 1, 1);
insert into data values (1, 1, 1, 'Budi Uji', null, null), (2, 1, 2, '0812-0000-0002', '2', null), (3, 1, 2, '+62 812 0000 0012', '1', null), (4, 2, 1, 'Cici Uji', null, null), (5, 2, 3, 'Cici@Contoh.invalid', null, null),
  (6, 2, 4, '6281200000003@s.whatsapp.net', null, null), (7, 2, 5, 'arisan', null, null), (8, 2, 6, null, null, x'00'), (9, 3, 1, 'Tanpa Nomor', null, null), (10, 4, 2, '3300', null, null);
