-- Made up for Suluh: nobody bears these names and numbers.
create table ZWAADDRESSBOOKCONTACT (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZSORT integer, ZABOUTTEXT varchar, ZFULLNAME varchar, ZGIVENNAME varchar,
  ZPHONENUMBER varchar, ZWHATSAPPID varchar, ZLID varchar, ZUSERNAME varchar);
insert into ZWAADDRESSBOOKCONTACT values (1, 1, 1, 1000, 'sibuk', 'Budi Uji', 'Budi', '0812-0000-0002', '6281200000002@s.whatsapp.net', '90000000000002@lid', null);
insert into ZWAADDRESSBOOKCONTACT values (2, 1, 1, 2000, null, 'Cici Uji', 'Cici', '0812 0000 0003', null, null, null);
insert into ZWAADDRESSBOOKCONTACT values (3, 1, 1, 3000, null, 'Tanpa Nomor', 'Tanpa', null, null, null, null);
insert into ZWAADDRESSBOOKCONTACT values (4, 1, 1, 4000, null, null, null, null, '90000000000004@lid', null, 'dodi.uji');
