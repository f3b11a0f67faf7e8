-- Made up for Suluh: nobody bears these names and numbers.
create table ZWAZACCOUNT (Z_PK integer primary key, Z_ENT integer, Z_OPT integer, ZIDENTIFIER varchar, ZPHONENUMBER varchar, ZCREATEDAT timestamp);
insert into ZWAZACCOUNT values (1, 1, 1, '90000000000002@lid', '6281200000002', 780000000);
insert into ZWAZACCOUNT values (2, 1, 1, '90000000000004@lid', null, 780000000);
