-- Made up for Suluh: nobody bears these names and numbers.
create table ABPerson (ROWID integer primary key, First text, Last text, Middle text, Organization text, Note text, Nickname text, Prefix text, Suffix text, DisplayName text, ImageURI text);
create table ABMultiValue (UID integer primary key, record_id integer, property integer, identifier integer, label integer, value text);
create table ABMultiValueLabel (value text);
insert into ABPerson values (1, 'Budi', 'Uji', null, null, 'arisan', null, null, null, null, null), (2, null, null, null, 'Toko Uji', null, null, null, null, null, null), (3, 'Tanpa', 'Nomor', null, null, null, null, null, null, null, null), (4, null, null, null, null, null, null, null, null, null, null);
insert into ABMultiValueLabel values ('iPhone');
insert into ABMultiValue values (1, 1, 3, 0, 1, '0812-0000-0002'), (2, 1, 4, 0, 1, 'budi@contoh.invalid'), (3, 2, 3, 0, 1, '+62 21 0000 0001'), (4, 2, 22, 0, 1, 'https://contoh.invalid'), (5, 4, 3, 0, 1, '+6281200000007');
