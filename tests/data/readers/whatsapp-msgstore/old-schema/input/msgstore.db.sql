-- SPDX-License-Identifier: Apache-2.0
-- Made up: the schema before 2021, with its picture column, which is never read.
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER, media_url TEXT, media_mime_type TEXT, media_wa_type TEXT, media_size INTEGER, media_name TEXT, media_caption TEXT, media_hash TEXT, remote_resource TEXT, thumb_image BLOB, forwarded INTEGER, quoted_row_id INTEGER, edit_version INTEGER);
CREATE TABLE messages_quotes (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, data TEXT);
CREATE TABLE message_thumbnails (thumbnail BLOB, timestamp DATETIME, key_remote_jid TEXT, key_from_me INTEGER, key_id TEXT);
CREATE TABLE chat_list (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT UNIQUE, subject TEXT);
CREATE TABLE group_participants (_id INTEGER PRIMARY KEY AUTOINCREMENT, gjid TEXT NOT NULL, jid TEXT NOT NULL, admin INTEGER);
INSERT INTO chat_list VALUES (1, '628120000002@s.whatsapp.net', NULL), (2, '628110000001-1500000000@g.us', 'Jual Beli Sepeda');
INSERT INTO group_participants VALUES (1, '628110000001-1500000000@g.us', '628130000003@s.whatsapp.net', 0), (2, '628110000001-1500000000@g.us', '', 1);
INSERT INTO messages_quotes VALUES (1, '628120000002@s.whatsapp.net', 0, '3EB0000000000000AA01', 'Sepeda masih ada?');
INSERT INTO messages VALUES
 (1, '-1', 0, '-1', -1, NULL, 0, NULL, NULL, '0', -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (2, '628120000002@s.whatsapp.net', 0, '3EB0000000000000AA01', 0, 'Sepeda masih ada?', 1577836800000, NULL, NULL, '0', 0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0),
 (3, '628120000002@s.whatsapp.net', 1, '3EB0000000000000AA02', 13, 'Masih', 1577836860000, NULL, NULL, '0', 0, NULL, NULL, NULL, NULL, NULL, 0, 1, 0),
 (4, '628120000002@s.whatsapp.net', 1, '3EB0000000000000AA03', 13, NULL, 1577836920000, NULL, 'image/jpeg', '1', 3072, 'IMG-20200101-WA0000.jpg', 'ini fotonya', 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=', NULL, x'FFD8FFE0', 0, 0, 0),
 (5, '628110000001-1500000000@g.us', 1, '3EB0000000000000AA04', 6, 'Jual Beli Sepeda', 1577836980000, NULL, NULL, '0', 11, NULL, NULL, NULL, '628130000003@s.whatsapp.net', NULL, 0, 0, 0),
 (6, '628110000001-1500000000@g.us', 0, '3EB0000000000000AA05', 0, NULL, 1577837040000, NULL, NULL, '15', 0, NULL, NULL, NULL, '628130000003@s.whatsapp.net', NULL, 0, 0, 7),
 (7, '628110000001-1500000000@g.us', 0, '3EB0000000000000AA06', 0, 'Dijual cepat', 1577837100000, NULL, NULL, '0', 0, NULL, NULL, NULL, '628130000003@s.whatsapp.net', NULL, 1, 0, 0);
