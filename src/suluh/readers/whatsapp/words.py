# SPDX-License-Identifier: Apache-2.0
"""The phrases that WhatsApp itself writes into an exported chat, by language."""

import re

from suluh.readers.whatsapp.headers import M

_ATTACHED = "file attached|file terlampir|Datei angehängt|arquivo anexado|archivo adjunto|الملف مرفق|fichier joint"
_NAMED = "attached|terlampir|Anhang|anexado|adjunto|pièce jointe|مرفق"

ATTACHED = re.compile(rf"{M}(?P<name>[^\n]*?\.\w{{1,10}}) \((?:{_ATTACHED})\){M}")
"""Android: the whole first line of a message with a file."""

NAMED = re.compile(rf"{M}<{M}(?:{_NAMED}): (?P<name>[^<>\n]+)>{M}$")
"""iOS: the end of the first line of a message with a file."""

OMITTED = re.compile(
    r"<(?:Media tidak disertakan|Media omitted|Multimedia omitido|Medien ausgeschlossen|Mídia oculta|"
    r"Arquivo de mídia oculto|تم استبعاد الوسائط|Médias omis|Media omessi|[^<>\n]{1,60} (?:tidak disertakan|omitted))>"
)
"""Android: the whole text of a message whose file was left out."""

_WHAT_ID = "gambar|video|audio|stiker|GIF|dokumen|kartu kontak|pesan video|catatan video|media"
_WHAT_EN = "image|video|audio|sticker|GIF|document|Contact card|video note|media"
_WHAT_DE = "Bild|Video|Audio|Sticker|GIF|Dokument|Kontaktkarte|Videonachricht"
_WHAT_ES = "imagen|[Vv]ideo|audio|sticker|GIF|documento|Tarjeta de contacto"
_WHAT_PT = "imagem|vídeo|áudio|figurinha|GIF|documento|Cartão do contato"
LEFT_OUT = re.compile(
    rf"(?P<what>(?:{_WHAT_ID}) tidak disertakan|(?:{_WHAT_EN}) omitted|(?:{_WHAT_DE}) weggelassen|"
    rf"(?:{_WHAT_ES}) omitid[oa]|(?:{_WHAT_PT}) (?:ocultad[oa]|omitid[oa]))$"
)
"""iOS: the end of the first line of a message whose file was left out."""

REVOKED = re.compile(
    r"(?:Pesan ini (?:telah )?dihapus|Anda (?:telah )?menghapus pesan ini|This message was deleted|"
    r"You deleted this message|This message was deleted by admin [^\n]+|Diese Nachricht wurde gelöscht|"
    r"Du hast diese Nachricht gelöscht|Se eliminó este mensaje|Eliminaste este mensaje|"
    r"(?:Esta )?[Mm]ensagem (?:foi )?apagada|Você apagou esta mensagem|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة)\.?"
)

OWN_DELETED = re.compile(
    r"Anda (?:telah )?menghapus pesan ini|You deleted this message|Du hast diese Nachricht gelöscht"
)
"""Only the exporting phone's own side is told so."""

EDITED = re.compile(rf" ?{M}<(?:This message was edited|Pesan ini diedit|Diese Nachricht wurde bearbeitet)>$")

CALL = re.compile(
    r"(?:Missed |Silenced |Declined )?(?:(?:group )?(?:[Vv]oice|[Vv]ideo) call)\b|"
    r"Panggilan (?:suara|video)|(?:Verpasster )?(?:Sprach|Video)anruf",
)

FROM_A_PERSON = re.compile(
    r"(?:Location|Lokasi|Standort|POLL|POLLING|JAJAK PENDAPAT|UMFRAGE|Live location|Lokasi terkini)\b"
)
"""What iOS marks like its own words though somebody sent it."""

ENCRYPTED = re.compile(
    r"end-to-end encrypted|terenkripsi (?:secara )?end-to-end|Ende-zu-Ende-verschlüsselt|cifrados de extremo a extremo|"
    r"criptografia de ponta a ponta|مشفرة تمامًا بين الطرفين|chiffrés de bout en bout"
)
"""The line that opens a chat. On iOS its author is the chat's own title."""

DAY_FIRST = re.compile(
    r"terenkripsi|tidak disertakan|Pesan ini|Anda |menambahkan|mengubah|keluar|"
    r"verschlüsselt|ausgeschlossen|weggelassen|criptografia de ponta|oculta|"
    r"مشفرة|استبعاد|chiffrés|Médias omis|Media omessi"
)
"""Words of languages whose every country writes the day first. English and Spanish are not among them: some do not."""

DAY_FIRST_FILE = re.compile(
    r"\((?:file terlampir|Datei angehängt|arquivo anexado|الملف مرفق|fichier joint)\)|"
    r"<[^<:]{0,3}(?:terlampir|Anhang|anexado): "
)
"""The same for the words beside a file's name."""

GROUP = re.compile(
    r"\bgroup\b|\badded\b|\bremoved\b|\bleft\b|\bjoined\b|\bgrup\b|menambahkan|ditambahkan|mengeluarkan|\bkeluar\b|bergabung|"
    r"\bGruppe\b|hinzugefügt|\bgrupo\b|المجموعة"
)
"""System lines that only a group has."""

ACT = re.compile(
    r"(?:created|changed|membuat|mengubah|telah mengubah|hat|cambió|alterou|mudou|criou|creó) [^\n\"“«]{0,150}+[\"“«]"
    r"|(?:created group|changed the (?:subject|group name)|membuat grup|mengubah (?:subjek|nama grup))"
)
"""An act with a name in it: a colon after this ends no author's name."""
