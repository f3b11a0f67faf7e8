-- Made up for Suluh: nobody bears these names and numbers.
create table canonical_addresses (_id integer primary key, address text);
create table threads (_id integer primary key, date integer, message_count integer, recipient_ids text, snippet text);
create table sms (_id integer primary key, thread_id integer, address text, person integer, date integer, date_sent integer, protocol integer, read integer, status integer, type integer,
  subject text, body text, service_center text, sub_id integer, creator text);
create table pdu (_id integer primary key, thread_id integer, date integer, msg_box integer, m_id text, sub text, m_type integer);
create table addr (_id integer primary key, msg_id integer, contact_id integer, address text, type integer, charset integer);
create table part (_id integer primary key, mid integer, seq integer, ct text, name text, fn text, cl text, _data text, text text);
create table blocked_numbers (_id integer primary key, original_number text);
insert into canonical_addresses values (1, 'BANKUJI'), (2, '0812-0000-0002'), (3, '+6281200000003'), (4, '3300');
insert into threads values (1, 1767225600000, 1, '1', 'x'), (2, 1767225600000, 4, '2', 'x'), (3, 1767225600000, 2, '2 3', 'x'), (4, 1767225600000, 1, '4', null);
insert into sms values (1, 1, 'BANKUJI', null, 1767225600000, 1767225599000, 0, 1, -1, 1, null, 'Trx berhasil. Dana masuk Rp50.000 dari BUDI UJI pada 01/01/2026 07:00. Ref 20260101000123', '+62811000000', 1, 'com.contoh.sms');
insert into sms values (2, 2, '+6281200000002', null, 1767225660000, 0, 0, 1, -1, 1, null, 'paket 40 file 50rb', null, 1, null);
insert into sms values (3, 2, '081200000002', null, 1767225720000, 0, null, 1, 0, 2, null, 'mau', null, 1, null);
insert into sms values (4, 2, '081200000002', null, 1767225780000, 0, null, 1, -1, 3, null, 'belum dikirim', null, 1, null);
insert into sms values (5, 2, '081200000002', null, 1767225840000, 0, null, 1, 64, 5, null, 'gagal', null, 1, null);
insert into sms values (6, 4, '3300', null, 1767225900000, 0, null, 1, -1, 1, 'Info', 'Sisa pulsa Rp1.500', null, 1, null);
insert into sms values (7, 9, null, null, 1767225960000, 0, null, 1, -1, 1, null, 'tanpa nomor', null, 1, null);
insert into sms values (8, 8, '+6281200000005', null, 1767226020000, 0, null, 1, -1, 1, null, 'utas hilang', null, 1, null);
insert into pdu values (1, 3, 1767226080, 1, 'm-1', null, 132);
insert into pdu values (2, 3, 1767226140, 2, 'm-2', 'Judul', 128);
insert into addr values (1, 1, null, '+6281200000003', 137, 106), (2, 1, null, '+6281100000001', 151, 106), (3, 2, null, 'insert-address-token', 137, 106), (4, 2, null, '+6281200000002', 151, 106), (5, 2, null, '+6281200000003', 151, 106);
insert into part values (1, 1, -1, 'application/smil', 'smil.xml', null, 'smil.xml', null, '<smil/>'), (2, 1, 0, 'image/jpeg', 'gradient.jpg', null, 'gradient.jpg', '/data/user_de/0/com.android.providers.telephony/app_parts/PART_1.jpg', null), (3, 1, 0, 'text/plain', null, null, null, null, 'lihat ini'), (4, 2, 0, 'text/plain', null, null, null, null, 'baik');
insert into blocked_numbers values (1, '+6281200000009');
