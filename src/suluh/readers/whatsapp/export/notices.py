# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001, SIM905 # words of other scripts, many on a line
"""Lines that WhatsApp itself wrote: what tells them from a person's words."""

import re
from collections.abc import Iterator

_YOU = (
    r"Anda|Kamu|You|You're|You've|Du|Ihr|Sie|Tú|Usted|Vous|Tu|Você|Je|U|Jij|Hai|Ti|Sen|Siz|Вы|Ви|Ty|Jste|Та|أنت|"
    r"لقد|شما|Bạn|你|您|คุณ|あなた"
)
_DONE = (
    r"menambahkan|ditambahkan|mengeluarkan|dikeluarkan|mengundang|bergabung|keluar|membuat|mengubah|mengganti|"
    r"menghapus|menyematkan|mengaktifkan|menonaktifkan|memblokir|menjadi|sekarang|dihapus|menambah|menukar|menyertai|"
    r"added|removed|created|changed|left|joined|pinned|turned|invited|deleted|blocked|unblocked|now|reset|updated|"
    r"hast|hat|haben|wurde|wurdest|bist|hinzugefügt|entfernt|verlassen|erstellt|geändert|beigetreten|"
    r"añadió|añadiste|agregó|agregaste|eliminó|eliminaste|creó|creaste|cambió|cambiaste|salió|saliste|unió|uniste|"
    r"adicionou|removeu|criou|mudou|alterou|saiu|entrou|fixou|"
    r"ajouté|ajoutée?s?|supprimé|créé|modifié|quitté|rejoint|épinglé|"
    r"toegevoegd|verwijderd|gemaakt|gewijzigd|verlaten|aggiunto|rimosso|creato|cambiato|abbandonato|modificato|"
    r"ekledi|ekledin|ekledininiz|çıkardı|oluşturdu|oluşturdunuz|değiştirdi|ayrıldı|katıldı|"
    r"добавил[аи]?|добавили|удалил[аи]?|создал[аи]?|изменил[аи]?|вышел|вышла|покинул[аи]?|присоединил\w*|"
    r"أضاف|غادر|أنشأ|غيّر|انضم"
)
ABOUT_YOU = re.compile(rf"(?:{_YOU}) (?:[^:\n]{{0,120}} )?(?:{_DONE})\b")
"""A sentence to the phone's holder about an act in the chat."""

SENTENCES = re.compile(
    r"(?:Your|The) security code|Kode keamanan|Kod keselamatan|Deine Sicherheitsnummer|Sicherheitsnummer|"
    r"(?:Tu|El|Se cambió (?:tu|el)) código de seguridad|O (?:seu )?código de segurança|"
    r"(?:Le|Votre) code de sécurité|Il (?:tuo )?codice di sicurezza|(?:De|Je|Uw) beveiligingscode|"
    r"Güvenlik kodu|Код безопасности|Ваш код безопасности|رمز الأمان|"
    r"Messages and calls|Pesan dan panggilan|Mesej dan panggilan|Nachrichten und Anrufe|Los mensajes y las llamadas|"
    r"As mensagens e (?:as )?(?:ligações|chamadas)|Les messages et (?:les )?appels|"
    r"Berichten en (?:oproepen|gesprekken)|"
    r"I messaggi e le chiamate|Mesajlar ve aramalar|Сообщения и звонки|الرسائل والمكالمات|"
    r"Disappearing messages|Pesan sementara|Mesej hilang|Selbstlöschende Nachrichten|Los mensajes temporales|"
    r"Waiting for this message|Menunggu pesan ini|This (?:chat|business|group)|Chat ini|Bisnis ini|Grup ini|"
    r"Kumpulan ini|"
    r"Tap to learn more|Ketuk untuk"
)
"""How other sentences of WhatsApp's own begin."""

_GROUP_ACT = (
    r"\bgroup\b|\badded\b|\bremoved\b|\bleft\b|\bjoined\b|\bgrup\b|\bkumpulan\b|menambahkan|ditambahkan|mengeluarkan|"
    r"\bkeluar\b|bergabung|menyertai|\bGruppe\b|hinzugefügt|\bgrupo\b|\bgroupe\b|\bgroep\b|\bgruppo\b|المجموعة|"
    r"\bгрупп[уыае]\b|\bgrubu?\b|\bgruba\b|\badmin\b"
)
_GROUP = re.compile(_GROUP_ACT)
_NUMBER = re.compile(
    r"(?:nomor|nombor|number|Nummer|Telefonnummer|número|numéro|numero|nummer|numaras|номер|رقم)", re.IGNORECASE
)
"""What is said of somebody's new number tells to add it, and adds nobody to a group."""

ACT = re.compile(
    r"(?:created|changed|membuat|mengubah|mengganti|menukar|telah mengubah|hat|cambió|alterou|mudou|criou|creó|créé|"
    r"modifié|gewijzigd|cambiato|değiştirdi|изменил[аи]?) [^\n\"“«„]{0,150}+[\"“«„]"
    r"|(?:menyematkan pesan|pinned a message|unpinned a message)\b"
    r"|(?:created group|changed the (?:subject|group name)|membuat grup|(?:mengubah|mengganti) (?:subjek|nama grup))"
)
"""An act with a name in it: a colon after this ends no author's name."""

_NEW_NUMBER = re.compile(
    r"[^\n]{1,80}? (?:changed|mengganti|menukar|hat|cambió|ha cambiado|mudou|alterou|a changé|heeft|ha cambiato|"
    r"сменил[аи]?|изменил[аи]?) [^\n]{0,25}?(?:phone number|nomor telepon|nombor telefon|Telefonnummer|"
    r"número de (?:teléfono|telefone)|numéro de téléphone|telefoonnummer|numero di telefono|номер телефона)"
)
"""What WhatsApp says of somebody who goes on under another number."""

AFTER_NAME = re.compile(
    rf"(?:telah |has |a |est |se |baru saja )?(?:{_DONE}|pinned|unpinned|keluar|is|ist|sind|was|requested|meminta)\b"
)
"""How WhatsApp goes on after somebody's name."""

ENDS = re.compile(
    r"(?:keluar|left|telah keluar|hat die Gruppe verlassen|salió(?: del grupo)?|saiu(?: do grupo)?|"
    r"(?:a quitté|a quitté le groupe|est parti(?:e|\(e\))?)|heeft de groep verlaten|"
    r"(?:è uscit[oa]|ha abbandonato(?: il gruppo)?)|"
    r"(?:gruptan )?ayrıldı|(?:вышел|вышла|вышел\(-а\)|покинул\(?а?\)?)(?: (?:из группы|группу))?|"
    r"opuścił\(?a?\)? grupę|غادر(?: المجموعة)?|"
    r"bergabung (?:menggunakan|dengan|melalui) [^\n]{3,80}|joined using [^\n]{3,80}|"
    r"turned (?:on|off) disappearing messages[^\n]{0,200}|"
    r"(?:mengaktifkan|menonaktifkan) pesan sementara[^\n]{0,200})\.?"
)
"""The rest of a line after a name that is certain."""

_NAMED = re.compile(
    r"(?:Anda|Kamu|You) (?:menambahkan|mengeluarkan|mengundang|added|removed|invited) (?P<one>[^\n]{1,120})$|"
    r"(?:Kode keamanan Anda dengan|Kode keamanan) (?P<two>[^\n]{1,120}?) (?:telah )?(?:berubah|diganti)\b|"
    r"Your security code with (?P<three>[^\n]{1,120}?) (?:has )?changed\b|"
    r"Du hast (?P<four>[^\n]{1,120}?) (?:hinzugefügt|entfernt)\b|"
    r"(?:Añadiste|Agregaste|Eliminaste) a (?P<five>[^\n]{1,120})$|Você (?:adicionou|removeu) (?P<six>[^\n]{1,120})$|"
    r"Anda (?:menambah|mengalih keluar) (?P<seven>[^\n]{1,120})$|"
    r"Vous avez (?:ajouté|supprimé) (?P<eight>[^\n]{1,120})$|"
    r"(?:U|Je) hebt (?P<nine>[^\n]{1,120}?) (?:toegevoegd|verwijderd)\b"
)


_WITHOUT_YOU = re.compile(
    r"(?:Añadiste|Agregaste|Eliminaste|Creaste|Cambiaste|Saliste|Te uniste|Fijaste|Activaste|Desactivaste|"
    r"Adicionaste|Removeste|Criaste|Mudaste|Saíste) [^:\n]{0,120}"
)
"""The same in languages that need no word for "you": a verb stands first."""


_WHOM = re.compile(
    r"\b(?:added|removed|invited|menambahkan|mengeluarkan|mengundang|menambah|adicionou|removeu|añadió a|agregó a|"
    r"eliminó a|a ajouté|a supprimé|ha aggiunto|ha rimosso|добавил[аи]?|удалил[аи]?) (?P<whom>[^\n]{1,200})"
)


def whom(line: str) -> re.Match[str] | None:
    """The verb of a line that may say whom a member added or removed, and whom."""
    return _WHOM.search(line)


def each_of(names: str) -> Iterator[str]:
    """Single names with a colon in them, of a list such as ``Andi, Toko: Jaya dan Budi``."""
    for one in re.split(r", | (?:and|dan|e|y|et|и) ", names):
        if ": " in one:
            yield one.strip()


def tells_act(said: str) -> bool:
    """Whether what stands behind a name that is certain is an act in a group, or a new number."""
    acts = AFTER_NAME.match(said) is not None
    return acts and (_GROUP.search(said) is not None or _NUMBER.search(said) is not None)


def has_group(line: str) -> bool:
    """Whether a line of WhatsApp's own is one that only a group has."""
    return _GROUP.search(line) is not None and _NUMBER.search(line) is None


def names_in(notice: str) -> str | None:
    """The name that a sentence of WhatsApp's own says in full, where its form is known."""
    found = _NAMED.match(notice)
    return next((one for one in found.groups() if one), None) if found else None


def is_sentence(line: str) -> bool:
    """Whether a line begins as one of WhatsApp's own sentences, whatever colon stands in it."""
    if not may_be_sentence(line):
        return False
    return any(one.match(line) is not None for one in (SENTENCES, ABOUT_YOU, _NAMED, _WITHOUT_YOU))


def may_be_sentence(line: str) -> bool:
    """Whether a line begins with a word with which any of these sentences begins: most are passed over by this."""
    return line.partition(" ")[0] in _FIRST_WORDS


_FIRST_WORDS = frozenset(
    [
        *_YOU.split("|"),
        *("Your The Kode Kod Deine Sicherheitsnummer Tu El Se O Le Votre Il De Je Uw Güvenlik Код Ваш رمز").split(),
        *("Messages Pesan Mesej Nachrichten Los As Les Berichten I Mesajlar Сообщения الرسائل Disappearing").split(),
        *("Selbstlöschende Waiting Menunggu This Chat Bisnis Grup Kumpulan Tap Ketuk Vous Añadiste Agregaste").split(),
        *("Eliminaste Creaste Cambiaste Saliste Te Fijaste Activaste Desactivaste Adicionaste Removeste").split(),
        *("Criaste Mudaste Saíste").split(),
    ]
)


def is_act(text: str) -> bool:
    """Whether a text can be what WhatsApp says of somebody in a group: a name, and what they did."""
    head = text.partition(":")[0]
    names = [place for place, sign in enumerate(head[:_LONGEST_NAME]) if sign == " "][:_MOST_WORDS]
    return any(AFTER_NAME.match(head, place + 1) for place in names) and has_group(head)


_LONGEST_NAME, _MOST_WORDS = 80, 6
"""Characters and blanks of a name within which a verb is looked for."""


def tells_of(text: str, name: str) -> bool:
    """Whether a text begins with a name and goes on as WhatsApp does: ``Budi keluar``."""
    if not name or not text.startswith(name + " "):
        return False
    rest = text[len(name) + 1 :]
    return AFTER_NAME.match(rest) is not None


def tells_new_number(text: str) -> bool:
    """Whether a text says that somebody has another number."""
    return _NEW_NUMBER.match(text) is not None
