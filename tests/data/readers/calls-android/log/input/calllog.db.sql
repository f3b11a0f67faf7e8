-- Made up for Suluh: nobody bears these names and numbers.
create table calls (_id integer primary key, number text, date integer, duration integer, type integer, countryiso text, name text, via_number text);
insert into calls values (1, '+6281200000002', 1767225600000, 95, 1, 'ID', 'Budi Uji', ''), (2, '081200000002', 1767225700000, 0, 2, 'ID', null, ''), (3, '+6281200000003', 1767225800000, 0, 3, 'ID', null, '+6281100000001'),
  (4, '', 1767225900000, 12, 1, null, null, ''), (5, '+6281200000003', 1767226000000, 0, 9, 'ID', null, '');
