-- SPDX-License-Identifier: Apache-2.0
-- Made up: a phone whose direct chat with Budi is split between his phone and his lid.
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
CREATE TABLE jid_map (lid_row_id INTEGER PRIMARY KEY NOT NULL, jid_row_id INTEGER NOT NULL, sort_id INTEGER);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT);
CREATE TABLE group_participant_user (_id INTEGER PRIMARY KEY AUTOINCREMENT, group_jid_row_id INTEGER, user_jid_row_id INTEGER, rank INTEGER);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, status INTEGER, broadcast INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT, sort_id INTEGER NOT NULL DEFAULT 0);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, file_path TEXT, media_key BLOB, mime_type TEXT, file_length INTEGER, media_name TEXT, file_hash TEXT, media_caption TEXT);
CREATE TABLE message_thumbnail (message_row_id INTEGER PRIMARY KEY, thumbnail BLOB);
CREATE TABLE message_system (message_row_id INTEGER PRIMARY KEY, action_type INTEGER NOT NULL);
CREATE TABLE message_system_chat_participant (message_row_id INTEGER, user_jid_row_id INTEGER);
CREATE TABLE message_system_number_change (message_row_id INTEGER PRIMARY KEY, old_jid_row_id INTEGER, new_jid_row_id INTEGER);
CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, parent_message_chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, sender_jid_row_id INTEGER, key_id TEXT NOT NULL, text_data TEXT);
CREATE TABLE message_forwarded (message_row_id INTEGER PRIMARY KEY, forward_score INTEGER);
CREATE TABLE message_revoked (message_row_id INTEGER PRIMARY KEY, revoked_key_id TEXT NOT NULL, admin_jid_row_id INTEGER, revoke_timestamp INTEGER);
CREATE TABLE message_edit_info (message_row_id INTEGER PRIMARY KEY, original_key_id TEXT NOT NULL, edited_timestamp INTEGER NOT NULL, sender_timestamp INTEGER NOT NULL);
CREATE TABLE message_vcard (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, vcard TEXT);
CREATE TABLE message_location (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, latitude REAL, longitude REAL, place_name TEXT, place_address TEXT, url TEXT);
CREATE TABLE message_call_log (message_row_id INTEGER PRIMARY KEY, call_log_row_id INTEGER NOT NULL);
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, timestamp INTEGER, video_call INTEGER, duration INTEGER, call_result INTEGER, group_jid_row_id INTEGER NOT NULL DEFAULT 0);

INSERT INTO jid VALUES
 (1, '628110000001', 's.whatsapp.net', 0, 0, 0, '628110000001@s.whatsapp.net'),
 (2, '628120000002', 's.whatsapp.net', 0, 0, 0, '628120000002@s.whatsapp.net'),
 (3, '90000000000002', 'lid', 0, 0, 18, '90000000000002@lid'),
 (4, '120363000000000001', 'g.us', 0, 0, 1, '120363000000000001@g.us'),
 (5, '628130000003', 's.whatsapp.net', 0, 7, 17, '628130000003.0:7@s.whatsapp.net'),
 (6, '90000000000004', 'lid', 0, 0, 18, '90000000000004@lid'),
 (7, 'status', 'broadcast', 0, 0, 5, 'status@broadcast'),
 (8, '628130000009', 's.whatsapp.net', 0, 0, 0, '628130000009@s.whatsapp.net');
INSERT INTO jid_map VALUES (3, 2, 1);
INSERT INTO chat VALUES (10, 2, 0, NULL), (11, 3, 0, NULL), (12, 4, 0, 'Arisan RT 05'), (13, 7, 0, NULL), (14, 6, 0, NULL);
INSERT INTO group_participant_user VALUES (1, 4, 1, 2), (2, 4, 5, 0), (3, 4, 6, 0);

-- The row that the app writes first; a chat that is gone; a type of 2026; a shorter and older key.
INSERT INTO message VALUES (1, -1, 0, '-1', NULL, NULL, 0, 0, -1, NULL, 0);
INSERT INTO message VALUES
 (2, 11, 0, '3EB0A1B2C3D4E5F60001', 3, 0, 0, 1767225600000, 0, 'Halo kak, paket 40 file masih ada? 50rb ya', 2),
 (3, 10, 1, '3EB0A1B2C3D4E5F60002', 0, 13, 0, 1767225660123, 0, 'Ada, transfer dulu', 3),
 (4, 11, 0, '3EB0A1B2C3D4E5F60003', 3, 0, 0, 1767225720000, 1, 'bukti', 4),
 (5, 10, 1, 'AC7F00112233445566778899AABBCCDD', 0, 13, 0, 1767225780000, 9, NULL, 5),
 (6, 12, 0, '3A00112233445566AA01', 5, 0, 0, 1767225840000, 0, 'Besok kumpul jam 7', 6),
 (7, 12, 1, '3A00112233445566AA02', 5, 6, 0, 1767225841000, 7, '', 7),
 (8, 12, 0, '3A00112233445566AA03', 6, 0, 0, 1767225900000, 15, NULL, 8),
 (9, 12, 1, '3EB0A1B2C3D4E5F60009', 0, 13, 0, 1767225960000, 0, 'Jam 8 saja', 9),
 (10, 10, 1, '1767225970-7', 0, 13, 0, 1767225970000, 0, 'kunci lama', 10),
 (11, 10, 1, '3EB0A1B2C3D4E5F6000B', 0, 13, 1, 1767225980000, 0, 'promo untuk semua', 11),
 (12, 14, 0, '3EB0A1B2C3D4E5F6000C', 6, 0, 0, 1767226000000, 85, NULL, 12),
 (13, 14, 0, '3EB0A1B2C3D4E5F6000D', 6, 0, 0, 1767226010000, 4, 'Citra', 13),
 (14, 14, 0, '3EB0A1B2C3D4E5F6000E', 6, 0, 0, 1767226020000, 5, NULL, 14),
 (15, 99, 0, '3EB0A1B2C3D4E5F6000F', 2, 0, 0, 1767226030000, 0, 'percakapan ini sudah dihapus', 15),
 (16, 10, 0, 'call:00112233445566778899AABBCCDDEEFF', 0, 0, 0, 1767226040000, 90, NULL, 16),
 (17, 13, 0, '3EB0A1B2C3D4E5F60011', 5, 0, 0, 1767226050000, 1, NULL, 17),
 (18, 10, 0, '3EB0A1B2C3D4E5F60012', 0, 0, 0, 1767226060000, 42, NULL, 18),
 (19, 12, 0, '3EB0A1B2C3D4E5F60013', 5, 6, 0, 1767226070000, 7, NULL, 19);
INSERT INTO message_media VALUES
 (4, 11, 'Media/WhatsApp Images/IMG-20260101-WA0001.jpg', x'00', 'image/jpeg', 2048, NULL, 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=', NULL),
 (5, 10, NULL, NULL, 'application/zip', 90210, 'paket.zip', 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=', 'paket 40 file'),
 (17, 13, NULL, NULL, 'image/jpeg', NULL, NULL, 'not base64', NULL),
 (404, 10, 'Media/WhatsApp Images/IMG-20251231-WA0009.jpg', NULL, 'image/jpeg', 1024, NULL, 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=', NULL);
INSERT INTO message_thumbnail VALUES (4, x'FFD8FFE0CAFE');
INSERT INTO message_system VALUES (7, 12), (19, 28);
INSERT INTO message_system_chat_participant VALUES (7, 6), (7, 1);
INSERT INTO message_system_number_change VALUES (19, 5, 8);
INSERT INTO message_quoted VALUES (3, 10, 11, 0, 3, '3EB0A1B2C3D4E5F60001', 'Halo kak, paket 40 file masih ada? 50rb ya'), (9, 12, 12, 0, 5, '3A00112233445566AA01', 'Besok kumpul jam 7');
INSERT INTO message_forwarded VALUES (5, 1);
INSERT INTO message_revoked VALUES (8, '3A00112233445566AAFF', NULL, 1767225905000);
INSERT INTO message_edit_info VALUES (9, '3EB0A1B2C3D4E5F600FF', 1767225970000, 1767225970000);
INSERT INTO message_vcard VALUES (1, 13, 'BEGIN:VCARD
VERSION:3.0
N:;Citra;;;
FN:Citra
item1.TEL;waid=628140000004:+62 814-0000-004
PHOTO;BASE64:/9j/4AAQSkZJRg==
END:VCARD');
INSERT INTO message_location VALUES (14, 14, -6.2, 106.8, 'Warung Sudut', 'Jl. Contoh 1, Jakarta', NULL);
INSERT INTO message_call_log VALUES (16, 1);
INSERT INTO call_log VALUES (1, 2, 0, 'call:00112233445566778899AABBCCDDEEFF', 1767226040000, 0, 33, 5, 0);
