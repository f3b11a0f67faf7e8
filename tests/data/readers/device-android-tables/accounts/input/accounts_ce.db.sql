CREATE TABLE accounts ( _id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, type TEXT NOT NULL, password TEXT, UNIQUE(name,type));
CREATE TABLE authtokens (  _id INTEGER PRIMARY KEY AUTOINCREMENT,  accounts_id INTEGER NOT NULL, type TEXT NOT NULL,  authtoken TEXT,  UNIQUE (accounts_id,type));
CREATE TABLE extras ( _id INTEGER PRIMARY KEY AUTOINCREMENT, accounts_id INTEGER, key TEXT NOT NULL, value TEXT, UNIQUE(accounts_id,key));
INSERT INTO accounts VALUES (1,'rina@contoh.invalid','com.google','rahasia');
INSERT INTO accounts VALUES (2,'WhatsApp','com.whatsapp',NULL);
INSERT INTO authtokens VALUES (1,1,'oauth','token');
INSERT INTO extras VALUES (1,1,'services','hosted');
