-- Made up for Suluh: nobody bears these names and numbers.
create table ZWAAGGREGATECALLEVENT (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZINCOMING integer, ZMISSED integer, ZMISSEDREASON integer, ZVIDEO integer, ZFIRSTDATE timestamp, ZLINKTOKEN varchar);
create table ZWACDCALLEVENT (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZBYTESSENT integer, ZOUTCOME integer, Z1CALLEVENTS integer, Z_FOK_1CALLEVENTS integer, ZDATE timestamp,
  ZDURATION float, ZGROUPCALLCREATORUSERJIDSTRING varchar, ZGROUPJIDSTRING varchar);
create table ZWACDCALLEVENTPARTICIPANT (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZOUTCOME integer, Z1PARTICIPANTS integer, Z_FOK_1PARTICIPANTS integer, ZJIDSTRING varchar);
insert into ZWAAGGREGATECALLEVENT values (1, 1, 1, 0, 0, 1, 0, 780000000, null);
insert into ZWAAGGREGATECALLEVENT values (2, 1, 1, 1, 1, 1, 1, 780001000, null);
insert into ZWAAGGREGATECALLEVENT values (3, 1, 1, 1, 0, 1, 0, 780002000, null);
insert into ZWACDCALLEVENT values (1, 2, 1, 39611, 0, 1, 2048, 780000000.5, 95.1, '6281100000001@s.whatsapp.net', null);
insert into ZWACDCALLEVENT values (2, 2, 1, 0, 1, 2, 2048, 780001000, 0, null, null);
insert into ZWACDCALLEVENT values (3, 2, 1, 500, 0, 3, 2048, 780002000, 60, '6281200000003@s.whatsapp.net', '120363000000000001@g.us');
insert into ZWACDCALLEVENT values (4, 2, 1, 0, 4, 8, 2048, 780003000, 0, null, null);
insert into ZWACDCALLEVENTPARTICIPANT values (1, 3, 1, 0, 1, 2048, '6281200000002@s.whatsapp.net');
insert into ZWACDCALLEVENTPARTICIPANT values (2, 3, 1, 0, 2, 2048, '6281200000002@s.whatsapp.net');
insert into ZWACDCALLEVENTPARTICIPANT values (3, 3, 1, 0, 3, 2048, '6281200000003@s.whatsapp.net');
insert into ZWACDCALLEVENTPARTICIPANT values (4, 3, 1, 0, 3, 2048, '90000000000004@lid');
