-- Made up for Suluh: nobody bears these names and numbers.
create table ZWACHATSESSION (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZSESSIONTYPE integer, ZCONTACTABID integer,
  ZGROUPINFO integer, ZLASTMESSAGEDATE timestamp, ZCONTACTIDENTIFIER varchar, ZCONTACTJID varchar, ZPARTNERNAME varchar);
create table ZWAGROUPMEMBER (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZISADMIN integer, ZCHATSESSION integer, ZCONTACTNAME varchar, ZMEMBERJID varchar);
create table ZWAGROUPMEMBERSCHANGE (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZCHANGETYPE integer, ZCHANGEDATE timestamp, ZGROUPJID varchar, ZMEMBERJIDS varchar);
create table ZWAPROFILEPUSHNAME (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZJID varchar, ZPUSHNAME varchar);
create table ZWAMEDIAITEM (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZFILESIZE integer, ZMESSAGE integer, ZLATITUDE float, ZLONGITUDE float,
  ZMEDIALOCALPATH varchar, ZTITLE varchar, ZVCARDNAME varchar, ZVCARDSTRING varchar, ZTHUMBNAILLOCALPATH varchar, ZMEDIAKEY blob, ZMETADATA blob);
create table ZWAMESSAGEINFO (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZMESSAGE integer, ZRECEIPTINFO blob);
create table ZWAMESSAGE (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZGROUPEVENTTYPE integer, ZISFROMME integer, ZMESSAGETYPE integer, ZSORT integer,
  ZSTARRED integer, ZCHATSESSION integer, ZGROUPMEMBER integer, ZMEDIAITEM integer, ZMESSAGEDATE timestamp, ZFROMJID varchar, ZPUSHNAME varchar, ZSTANZAID varchar,
  ZTEXT varchar, ZTOJID varchar);
create table ZWABLACKLISTITEM (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZJID varchar);
insert into ZWABLACKLISTITEM values (1, 1, 1, '6281200000009@s.whatsapp.net');
insert into ZWACHATSESSION values (1, 4, 1, 0, 0, null, 780000000, 'AB-1', '6281200000002@s.whatsapp.net', 'Budi Uji');
insert into ZWACHATSESSION values (2, 4, 1, 1, 0, 1, 780000000, null, '120363000000000001@g.us', 'Arisan Gambar');
insert into ZWACHATSESSION values (3, 4, 1, 3, 0, null, 780000000, null, '6281200000003@status', '+62 812-0000-0003');
insert into ZWACHATSESSION values (4, 4, 1, 0, 0, null, null, null, null, null);
insert into ZWAGROUPMEMBER values (1, 6, 1, 1, 2, null, '6281200000003@s.whatsapp.net');
insert into ZWAGROUPMEMBER values (2, 6, 1, 0, 2, null, '90000000000004@lid');
insert into ZWAGROUPMEMBER values (3, 6, 1, 0, 2, null, '6281100000001@s.whatsapp.net');
insert into ZWAGROUPMEMBERSCHANGE values (1, 7, 1, 2, 780000050, '120363000000000001@g.us', '90000000000004@lid,6281200000005@s.whatsapp.net');
insert into ZWAPROFILEPUSHNAME values (1, 13, 1, '6281200000003@s.whatsapp.net', 'Cici');
insert into ZWAMESSAGE values (1, 9, 1, 2, 0, 10, 1, 0, 1, null, null, 779999000, '6281200000002@s.whatsapp.net', 'CO/kxKIGIAA=', '3A00000000000000A000', null, '6281100000001@s.whatsapp.net');
insert into ZWAMESSAGE values (2, 9, 1, 2, 0, 0, 2, 0, 1, null, null, 780000000, '6281200000002@s.whatsapp.net', 'COrlxKIGIABIAQ==', '3A00000000000000A001', 'paket 40 file 50rb', null);
insert into ZWAMESSAGE values (3, 9, 1, 0, 1, 0, 3, 1, 1, null, 1, 780000060.5, null, 'CL/lxKIGGhoxOTE5NTc5NDY3NEBzLndoYXRzYXBwLm5ldCAB', '3A00000000000000A002', 'mau, transfer ke mana?', '6281200000002@s.whatsapp.net');
insert into ZWAMESSAGE values (4, 9, 1, 2, 0, 1, 4, 0, 1, null, 2, 780000120, '6281200000002@s.whatsapp.net', null, '3A00000000000000A003', null, null);
insert into ZWAMESSAGE values (5, 9, 1, 2, 0, 8, 5, 0, 1, null, 3, 780000180, '6281200000002@s.whatsapp.net', null, '3A00000000000000A004', null, null);
insert into ZWAMESSAGE values (6, 9, 1, 0, 1, 14, 6, 0, 1, null, null, 780000240, null, null, '3A00000000000000A005', null, '6281200000002@s.whatsapp.net');
insert into ZWAMESSAGE values (7, 9, 1, 12, 0, 6, 1, 0, 2, 1, null, 779990000, '120363000000000001@g.us', null, '3A00000000000000B000', 'Arisan Gambar', '6281100000001@s.whatsapp.net');
insert into ZWAMESSAGE values (8, 9, 1, 0, 0, 0, 2, 0, 2, 1, null, 780000300, '120363000000000001@g.us', null, '3A00000000000000B001', 'harga tetap, 50rb', null);
insert into ZWAMESSAGE values (9, 9, 1, 0, 0, 0, 3, 0, 2, 2, null, 780000360, '120363000000000001@g.us', 'Dodi', '3A00000000000000B002', 'oke', null);
insert into ZWAMESSAGE values (10, 9, 1, 0, 0, 5, 4, 0, 2, 1, 4, 780000420, '120363000000000001@g.us', null, '3A00000000000000B003', null, null);
insert into ZWAMESSAGE values (11, 9, 1, 0, 0, 4, 5, 0, 2, 1, 5, 780000480, '120363000000000001@g.us', null, '3A00000000000000B004', null, null);
insert into ZWAMESSAGE values (12, 9, 1, 0, 0, 0, 6, 0, 2, null, null, 780000540, '120363000000000001@g.us', null, '3A00000000000000B005', 'siapa ini', null);
insert into ZWAMESSAGE values (13, 9, 1, 0, 0, 99, 7, 0, 2, 1, null, 780000600, '120363000000000001@g.us', null, '3A00000000000000B006', 'bentuk baru', null);
insert into ZWAMESSAGE values (14, 9, 1, 0, 0, 1, 1, 0, 3, null, null, 780000660, null, null, '3A00000000000000C001', null, null);
insert into ZWAMESSAGE values (15, 9, 1, 0, 0, 0, 1, 0, 9, null, null, 780000720, '6281200000002@s.whatsapp.net', null, '3A00000000000000D001', 'percakapannya hilang', null);
insert into ZWAMESSAGE values (16, 9, 1, 0, 1, 2, 7, 0, 1, null, 6, 780000780, null, null, '3A00000000000000A006', null, '6281200000002@s.whatsapp.net');
insert into ZWAMEDIAITEM values (1, 8, 1, 0, 3, 0, 0, null, null, null, null, null, null, x'2a143341303030303030303030303030303041303031321c3632383132303030303030303240732e77686174736170702e6e65749a01140a1270616b65742034302066696c652035307262');
insert into ZWAMEDIAITEM values (2, 8, 1, 4096, 4, 452, 603, 'Media/6281200000002@s.whatsapp.net/a/b/gradient.jpg', 'contoh', 'G2o0Q/MKitwIwSSQ1bEsvpqFkPbHa3OhXNs6yIDrfMQ=', 'image/jpeg', 'Media/t/gradient.thumb', x'00', x'880103');
insert into ZWAMEDIAITEM values (3, 8, 1, 2048, 5, 0, 0, 'Media/6281200000002@s.whatsapp.net/a/c/daftar.pdf', 'daftar.pdf', 'bukan hash', 'application/pdf', null, null, null);
insert into ZWAMEDIAITEM values (4, 8, 1, 0, 10, -6.2, 106.8, null, null, null, null, null, null, null);
insert into ZWAMEDIAITEM values (5, 8, 1, 0, 11, 0, 0, null, null, 'Toko Uji', 'BEGIN:VCARD
FN:Toko Uji
TEL;waid=6281200000006:+62 812-0000-0006
PHOTO:AAAA
END:VCARD', null, null, null);
insert into ZWAMEDIAITEM values (6, 8, 1, 0, 16, 0, 0, null, null, null, null, null, null, x'ff');
insert into ZWAMEDIAITEM values (7, 8, 1, 0, 77, 0, 0, 'Media/hilang.jpg', null, null, null, null, null, null);
insert into ZWAMESSAGEINFO values (1, 10, 1, 8, x'3a430a410a143341303030303030303030303030303042303031121c3632383132303030303030303340732e77686174736170702e6e65741a04f09f918d208080b3c19c33');
insert into ZWAMESSAGEINFO values (2, 10, 1, 9, x'3a2712250a1433413030303030303030303030303030423030321204f09f998f188080b3c19c332001');
insert into ZWAMESSAGEINFO values (3, 10, 1, 2, null);
