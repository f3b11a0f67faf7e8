-- Made up for Suluh: nobody bears these names and numbers.
create table ZCALLRECORD (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZANSWERED integer, ZCALLTYPE integer, ZORIGINATED integer, ZDATE timestamp, ZDURATION float, ZADDRESS varchar,
  ZISO_COUNTRY_CODE varchar, ZSERVICE_PROVIDER varchar, ZNAME varchar);
create table ZHANDLE (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZTYPE integer, ZVALUE varchar, ZNORMALIZEDVALUE varchar);
create table Z_2REMOTEPARTICIPANTHANDLES (Z_2REMOTEPARTICIPANTCALLS integer, Z_4REMOTEPARTICIPANTHANDLES integer);
create table ZCALLDBPROPERTIES (Z_PK integer primary key, ZTIMERALL float);
insert into ZCALLDBPROPERTIES values (1, 100.0);
insert into ZHANDLE values (1, 4, 1, 2, '+6281200000002', '+6281200000002'), (2, 4, 1, 2, '+6281200000003', '+6281200000003');
insert into Z_2REMOTEPARTICIPANTHANDLES values (3, 1), (3, 2);
insert into ZCALLRECORD values (1, 2, 1, 1, 1, 0, 788918400.25, 95.4, x'2b36323831323030303030303032', 'id', 'com.apple.Telephony', null), (2, 2, 1, 0, 1, 1, 788918500, 0, '081200000002', 'id', 'com.apple.Telephony', 'Budi Uji'),
  (3, 2, 1, 1, 8, 1, 788918600, 60, null, 'id', 'com.apple.FaceTime', null), (4, 2, 1, 1, 1, 0, 788918700, 30, '+6281200000003', 'id', 'net.whatsapp.WhatsApp', null), (5, 2, 1, 0, 1, 0, 788918800, 0, null, null, 'com.apple.Telephony', null);
