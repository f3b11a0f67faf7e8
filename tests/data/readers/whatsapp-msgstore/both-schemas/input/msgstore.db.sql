-- SPDX-License-Identifier: Apache-2.0
-- Made up: a phone while the app moved from the old tables to the new ones; one message stands in both.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, raw_string TEXT);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, subject TEXT);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT);
CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER, media_wa_type TEXT, media_size INTEGER, media_name TEXT, media_mime_type TEXT, media_hash TEXT, media_caption TEXT, remote_resource TEXT, thumb_image BLOB, forwarded INTEGER, quoted_row_id INTEGER);
CREATE TABLE chat_list (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT UNIQUE, subject TEXT);
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, timestamp INTEGER, video_call INTEGER, duration INTEGER, call_result INTEGER);
INSERT INTO jid VALUES (1, '628120000002', 's.whatsapp.net', '628120000002@s.whatsapp.net');
INSERT INTO chat VALUES (1, 1, NULL);
INSERT INTO chat_list VALUES (1, '628120000002@s.whatsapp.net', NULL), (2, '628110000001-1500000000@g.us', 'Keluarga');
INSERT INTO message VALUES (1, -1, 0, '-1', NULL, 0, -1, NULL), (5, 1, 0, 'AABBCCDDEEFF00112233', 1, 1609459200000, 0, 'Selamat tahun baru');
INSERT INTO messages VALUES
 (1, '-1', 0, '-1', -1, NULL, 0, '0', -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (5, '628120000002@s.whatsapp.net', 0, 'AABBCCDDEEFF00112233', 0, 'Selamat tahun baru', 1609459200000, '0', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0),
 (6, '628110000001-1500000000@g.us', 0, 'AABBCCDDEEFF00112244', 0, 'Apa kabar?', 1609459260000, '0', 0, NULL, NULL, NULL, NULL, '628130000003@s.whatsapp.net', NULL, 0, 0),
 (7, '628120000002@s.whatsapp.net', 1, 'AABBCCDDEEFF00112255', 13, 'Sama-sama', 1609459320000, '0', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0);
INSERT INTO call_log VALUES (1, 1, 1, 'call:0102030405060708', 1609459400000, 1, 0, 2);
