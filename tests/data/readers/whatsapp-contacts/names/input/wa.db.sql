-- SPDX-License-Identifier: Apache-2.0
-- Made up: contacts by phone and by lid, a business, a group, and one whom the holder gave no name.
CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL, is_whatsapp_user BOOLEAN NOT NULL, number TEXT, display_name TEXT, wa_name TEXT, nickname TEXT);
CREATE TABLE wa_vnames (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL, serial INTEGER NOT NULL, verified_name TEXT NOT NULL);
INSERT INTO wa_contacts VALUES
 (1, '628120000002@s.whatsapp.net', 1, '+628120000002', 'Budi Pulsa', 'budi', NULL),
 (2, '90000000000004@lid', 1, '+62 814-0000-004', 'Citra', NULL, NULL),
 (3, '628150000005@s.whatsapp.net', 1, NULL, NULL, '~dewi', NULL),
 (4, '628160000006@s.whatsapp.net', 1, '+628160000006', 'Toko Sepeda', NULL, NULL),
 (5, '120363000000000001@g.us', 0, NULL, 'Arisan RT 05', NULL, NULL);
INSERT INTO wa_vnames VALUES (1, '628160000006@s.whatsapp.net', 1, 'Sepeda Jaya');
