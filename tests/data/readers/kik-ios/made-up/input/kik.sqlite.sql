-- Made up for Suluh: nobody bears these names. What was sent names whom it went to, as in the app.
create table ZKIKUSER (Z_PK integer primary key, ZTYPE integer, ZJID text, ZDISPLAYNAME text, ZUSERNAME text, ZGROUPTAG text, ZPPURL text);
create table ZKIKCHAT (Z_PK integer primary key, ZUSER integer, ZDRAFTMESSAGE integer, ZDATEUPDATED real);
create table ZKIKMESSAGE (Z_PK integer primary key, ZTYPE integer, ZSTATE integer, ZUSER integer, ZDRAFTMESSAGECHAT integer, ZTIMESTAMP real, ZRECEIVEDTIMESTAMP real, ZBODY text, ZSTANZAID text);
create table ZKIKATTACHMENT (Z_PK integer primary key, ZMESSAGE integer, ZTYPE integer, ZSTATE integer, ZTIMESTAMP real, ZCONTENT text);
create table Z_3MESSAGES (Z_3CHAT integer, Z_5MESSAGES integer);
create table Z_6MEMBERS (Z_6MEMBERSINVERSE integer, Z_6MEMBERS integer);
create table ZKIKCHATEXTRA (Z_PK integer primary key, ZMUTEDTIMESTAMP real);
insert into ZKIKCHATEXTRA values (1, 788918400.0);
insert into ZKIKUSER values (1, 1, 'tari_abc@talk.kik.com', 'Tari', 'tari', null, 'x'), (2, 1, 'rudi_def@talk.kik.com', 'Rudi', 'rudi', null, null), (3, 1, '1100000000001_g@groups.kik.com', 'Arisan', '', null, null);
insert into Z_6MEMBERS values (3, 1), (3, 2);
insert into ZKIKCHAT values (1, 3, null, 788918400.0), (2, 1, null, 788918400.0);
insert into ZKIKMESSAGE values (1, 1, 16, 1, null, 788918400.5, 788918401.0, 'paket 40 file 50rb', 'stanza-1'), (2, 2, 30, 1, null, 788918460.0, 788918460.0, 'mau', 'stanza-2'), (3, 1, 16, 1, null, 788918520.0, 788918520.0, '11111111-2222-3333-4444-555555555555', 'stanza-3');
insert into ZKIKMESSAGE values (4, 1, 16, 2, null, 788918580.0, 788918580.0, 'halo semua', 'stanza-4'), (5, 2, 30, 3, null, 788918640.0, 788918640.0, 'hai', 'stanza-5'), (6, 3, 0, 3, null, 788918700.0, 788918700.0, 'You have added Rudi', 'stanza-6'), (7, 2, 78, 1, null, 788918760.0, 788918760.0, 'gagal', 'stanza-7'), (8, 1, 16, 3, null, 788918820.0, 788918820.0, 'grup tidak menulis', 'stanza-8');
insert into Z_3MESSAGES values (2, 1), (1, 2), (2, 2), (2, 3), (1, 4), (1, 5), (1, 6), (2, 7), (1, 8);
insert into ZKIKATTACHMENT values (1, 3, 0, 6, 788918520.0, '11111111-2222-3333-4444-555555555555');
insert into ZKIKMESSAGE values (9, 2, 2, 1, null, 788918880.0, 788918880.0, 'tidak terkirim', 'stanza-9'), (10, 2, 0, null, 2, 788918940.0, 788918940.0, 'belum jadi', null);
update ZKIKCHAT set ZDRAFTMESSAGE = 10 where Z_PK = 2;
update ZKIKUSER set ZGROUPTAG = '#arisan' where Z_PK = 3;
