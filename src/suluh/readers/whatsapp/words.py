# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 # words of other scripts
"""The phrases that WhatsApp itself writes into an exported chat, by language, and the forms that need no language."""

import re

from suluh.readers.whatsapp.headers import M

_ATTACHED = "file attached|file terlampir|Datei angehängt|arquivo anexado|archivo adjunto|الملف مرفق|fichier joint"
_NAMED = "attached|terlampir|Anhang|anexado|adjunto|pièce jointe|مرفق"

ATTACHED = re.compile(rf"{M}(?P<name>[^\n]*?\.\w{{0,10}}) [(<]{M}(?:{_ATTACHED}|{_NAMED}){M}[)>]{M}")
"""Android: the whole first line of a message with a file."""

NAMED = re.compile(rf"{M}<{M}(?:{_NAMED}): {M}(?P<name>[^<>\n]+?){M}>{M}$")
"""iOS: the end of the first line of a message with a file."""

BESIDE_A_FILE = re.compile(
    r"attach|lampir|\bekli\b|ekt?lendi|angehängt|adjunt|anexad|\bjoint|allegat|bijgevoeg|прикреп|добавлен|вложен|"
    r"долучен|додано|załączon|přilož|prilož|připojen|pripojen|прикач|منسلک|இணைக்க|bifogad|vedlagt|vedhæft|liitet|csatol|atașat|συνημμ|添付|附件|附加|"
    r"첨부|แนบ|đính kèm|"
    r"מצורף|צורף|مرفق|پیوست|ضمیمه|संलग्न|সংযুক্ত|naka-attach|disertakan",
    re.IGNORECASE,
)
"""Stems of what is said beside a file that came along, in further languages."""

FILE_FIRST = re.compile(rf"{M}(?P<name>[^\n<>()]{{1,200}}\.\w{{1,10}}) [(<]{M}(?P<words>[^\n()<>]{{2,60}}){M}[)>]{M}")
FILE_LAST = re.compile(rf"{M}<{M}(?P<words>[^\n<>:.]{{2,40}}) ?: ?{M}(?P<name>[^<>\n]+?\.\w{{1,10}}){M}>{M}$")
"""The same in any language: a file's name with words beside it. It counts where the name is WhatsApp's own, or lies
beside the chat."""

OWN_NAME = re.compile(
    r"(?:IMG|VID|AUD|PTT|STK|DOC|GIF|VN|PTV)-20\d{6}-WA\d{4,6}(?:\(\d+\))?\.\w{1,10}"
    r"|\d{5,12}-[A-Z_]{3,12}-20\d\d-\d\d-\d\d(?:-\d\d){0,3}\.\w{1,10}"
    r"|20\d\d-\d\d-\d\d-[A-Z]{3,12}-\d{3,10}\.\w{1,10}"
)
"""Names that WhatsApp gives to files."""

OMITTED = re.compile(
    r"<(?:Media tidak disertakan|Media omitted|Multimedia omitido|Medien ausgeschlossen|Mídia oculta|"
    r"Media disingkirkan|Media dikeluarkan|Arquivo de mídia oculto|تم استبعاد الوسائط|"
    r"Médias omis|Media omessi|[^<>\n]{1,60} (?:tidak disertakan|omitted))>"
)
"""Android: the whole text of a message whose file was left out."""

BRACKETED = re.compile(r"<[^\W\d_][^<>\n:./=\"@]{3,58}(?:[^\W_]|[\u0300-\u036f\u0591-\u06ff\u0900-\u0eff])>")
"""The form of that in any language: the whole message in angle brackets, words alone."""

TAG = re.compile(r"<[a-z]{1,10}>")
"""What a person types who writes of web pages."""

_WHAT_ID = "gambar|video|audio|stiker|GIF|dokumen|kartu kontak|pesan video|catatan video|media"
_WHAT_EN = "image|video|audio|sticker|GIF|document|Contact card|video note|media"
_WHAT_DE = "Bild|Video|Audio|Sticker|GIF|Dokument|Kontaktkarte|Videonachricht"
_WHAT_ES = "imagen|[Vv]ideo|audio|sticker|GIF|documento|Tarjeta de contacto"
_WHAT_PT = "imagem|vídeo|áudio|figurinha|GIF|documento|Cartão do contato"
_WHAT_TR = "görüntü|video|ses|Çıkartma|GIF|belge|Kişi kartı"
_WHAT_NL = "afbeelding|video|audio|sticker|GIF|document|Contactkaart"
_WHAT_IT = "immagine|video|audio|sticker|GIF|documento|Scheda contatto"
_WHAT_FR = "image|vidéo|audio|sticker|GIF|document|Fiche contact"
_WHAT_MS = "imej|video|audio|pelekat|GIF|dokumen|Kad kenalan|media"
LEFT_OUT = re.compile(
    rf"(?P<what>(?:{_WHAT_ID}) tidak disertakan|(?:{_WHAT_EN}) omitted|(?:{_WHAT_DE}) weggelassen|"
    rf"(?:{_WHAT_ES}) omitid[oa]|(?:{_WHAT_PT}) (?:ocultad[oa]|omitid[oa])|(?:{_WHAT_TR}) dahil edilmedi|"
    rf"(?:{_WHAT_NL}) weggelaten|(?:{_WHAT_IT}) omess[oa]|(?:{_WHAT_FR}) (?:omise?|absente?)|"
    rf"(?:{_WHAT_MS}) (?:disingkirkan|dikeluarkan|tidak disertakan))$"
)
"""iOS: the end of the first line of a message whose file was left out."""

_STEMS_LEFT_OUT = (
    r"omit|omess|omis[eă]?|weggela|отсутств|відсутн|пропущен|pominięt|utelämn|udeladt|utelatt|vynech|kihagy|izostavl|"
    r"استبعاد|محذوف|הושמט|省略|略去|含まれて|생략|제외|bỏ qua|ไม่รวม|ละเว้น|jätet|disertakan|disingkirkan|dikeluarkan|"
    r"ditinggal|ditiadakan|忽略|略過|inalis|বাদ দেওয়া|சேர்க்கப்பட|παραλε|छोड़|ocult|dahil edilme|حذف شده|نشده"
)
MARKED_LEFT_OUT = re.compile(rf"\u200e(?P<what>(?=[^\n]{{0,40}}(?:{_STEMS_LEFT_OUT}))[^\n@?!,]{{4,60}})", re.IGNORECASE)
"""The same in further languages by the stem of its verb; it counts only behind the mark, as the whole message."""

SAYS_LEFT_OUT = re.compile(
    rf"<(?=[^<>\n:./=\"@]{{5,60}}>)(?=[^<>\n]{{0,58}}(?:{_STEMS_LEFT_OUT}))[^<>]{{5,60}}>", re.IGNORECASE
)
"""The whole message on Android by the same stems: no other program writes so."""

_STEMS_DELETED = (
    r"delet|dihapus|menghapus|dipadam|gelöscht|elimin|apagad|apagou|удал|видален|silindi|sildiniz|smaz|odstran|usuni|"
    r"supprim|verwijder|slettet|radera|tagits bort|poistet|șters|törölve|törölt|διαγρ|削除|刪除|删除|삭제|xóa|ลบ|נמחק|"
    r"حذف|हटा|मिटा|डिलीट|изтрит|избриса|suprimi|odstrán|izbrisan|ulifutwa"
)
MARKED_DELETED = re.compile(rf"\u200e(?=[^\n]{{0,60}}(?:{_STEMS_DELETED}))[^\n@?!,:]{{4,80}}", re.IGNORECASE)
"""The same for what was deleted."""

_DELETED = (
    r"Pesan ini (?:telah )?dihapus|Anda (?:telah )?menghapus pesan ini|Mesej ini telah dipadam(?:kan)?|"
    r"Anda telah memadamkan mesej ini|This message was deleted|You deleted this message|"
    r"Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|Se eliminó este mensaje|"
    r"Este mensaje fue eliminado|Eliminaste este mensaje|(?:Esta )?[Mm]ensagem (?:foi )?apagada|"
    r"Você apagou esta mensagem|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|Dit bericht is verwijderd|"
    r"U hebt dit bericht verwijderd|Je hebt dit bericht verwijderd|Данное сообщение удалено|Сообщение удалено|"
    r"Вы удалили данное сообщение|Bu mesaj silindi|Bu mesajı sildiniz|Tato zpráva byla (?:smazána|odstraněna)|"
    r"Smazali jste tuto zprávu|Ta wiadomość została usunięta|Wiadomość usunięta|Usunięto tę wiadomość|"
    r"Questo messaggio è stato eliminato|Hai eliminato questo messaggio|Ce message a été supprimé|"
    r"Vous avez supprimé ce message|این پیام حذف شد(?:ه است)?|شما این پیام را حذف کردید|"
    r"Det här meddelandet (?:raderades|togs bort)|Du raderade det här meddelandet|Denne besked blev slettet|"
    r"Denne meldingen ble slettet|Tämä viesti poistettiin|Acest mesaj a fost șters|Ez az üzenet törölve lett|"
    r"Αυτό το μήνυμα διαγράφηκε|Це повідомлення видалено|Ви видалили це повідомлення|यह मैसेज मिटाया गया(?: था)?|"
    r"यह संदेश हटाया गया था|ข้อความนี้ถูกลบ(?:แล้ว)?|Tin nhắn này đã bị xóa|Bạn đã xóa tin nhắn này|"
    r"このメッセージは削除されました|삭제된 메시지입니다|此(?:消息|訊息)已(?:删除|刪除)|您删除了此消息|הודעה זו נמחקה|"
    r"Na-delete ang mensaheng ito|Binura mo ang mensaheng ito|Ujumbe huu ulifutwa|"
    r"Ova (?:je poruka|poruka je) (?:izbrisana|obrisana)|Aquest missatge s'ha suprimit"
)
REVOKED = re.compile(
    rf"(?:{_DELETED})(?: (?:oleh|by|von|por|par|da|door)(?: \w+)? [^\n]{{1,120}}| (?:as|sebagai) admin)?\.?"
)
"""The whole text of a message that was deleted, by its sender or by an administrator."""

_THIS_MESSAGE = (
    r"ezt? az üzenet|táto správa|aquest missatge|това съобщение|ова (?:порука|је порука)|یہ پیغام|"
    r"이 메시지|삭제된 메시지|메시지를 삭제했습니다|(?:这条|此|该|這則|這則)(?:消息|信息|訊息)|"
    r"[你您](?:已)?[删刪]除(?:了)?(?:此|这条|這則)|"
    r"הודעה|यह (?:मैसेज|संदेश|मेसेज)|आपने यह|هذه الرسالة|لقد حذفت|این پیام|شما این|このメッセージ|ข้อความนี้|คุณ(?:ได้)?ลบข้อความ|"
    r"(?:данное|это|ваше) сообщение|(?:це|дане) повідомлення|αυτό το μήνυμα|এই (?:মেসেজ|বার্তা)|আপনি এই|"
    r"இந்த(?:ச்)? (?:செய்தி|மெசேஜ்)"
)
SAYS_DELETED = re.compile(
    rf"(?=[^\n]{{0,50}}(?:{_THIS_MESSAGE}))(?=[^\n]{{0,50}}(?:{_STEMS_DELETED}|মুছে|நீக்க))[^\n\d?!:/]{{4,60}}",
    re.IGNORECASE,
)
"""The same by the words for this message and for deleting, in scripts whose words nobody lists in full."""

OWN_DELETED = re.compile(
    r"Anda (?:telah )?(?:menghapus pesan ini|memadamkan mesej ini)|You deleted this message|"
    r"Du hast diese Nachricht gelöscht|Eliminaste este mensaje|Você apagou esta mensagem|لقد حذفت هذه الرسالة|"
    r"(?:U|Je) hebt dit bericht verwijderd|Вы удалили данное сообщение|Bu mesajı sildiniz|Smazali jste tuto zprávu|"
    r"Hai eliminato questo messaggio|Vous avez supprimé ce message"
)
"""Only the exporting phone's own side is told so."""

EDITED = re.compile(
    rf" ?{M}<(?:This message was edited|Pesan ini diedit|Diese Nachricht wurde bearbeitet|Mesej ini telah diedit|"
    rf"Se editó este mensaje\.?|Mensagem editada|Ce message a été modifié|Dit bericht is bewerkt|"
    rf"Bu mesaj düzenlendi|Данное сообщение изменено|Questo messaggio è stato modificato)>$"
)

_STEMS_EDITED = (
    r"edit|bearbeit|modif|измен|відредаг|редактир|düzenle|bewerkt|edytow|redig|muokat|szerkeszt|upraven|uređen|zmienion|"
    r"diedit|disunting|編輯|编辑|編集|수정|แก้ไข|संपादित|एडिट|সম্পাদ|এডিট|திருத்த|تعديل|ویرایش|נערכ|chỉnh sửa|επεξεργ"
)
_SEVERAL = r"(?=[^<>\n]{0,60}(?: [^<>\n ]{1,40} |[^\x00-\x7f]))"
EDITED_BY_FORM = re.compile(
    rf"(?P<mark>\u200e?)<(?=(?P<stem>{_SEVERAL}[^<>\n]{{0,60}}?(?:{_STEMS_EDITED}))?)[^<>\n:/=]{{4,60}}>",
    re.IGNORECASE,
)
"""The same in any language at the end of a line: behind the mark of iOS, elsewhere by the stem of its verb."""

CALL = re.compile(
    r"(?:Missed |Silenced |Declined )?(?:(?:group )?(?:[Vv]oice|[Vv]ideo) call)\b|"
    r"Panggilan (?:suara|video)|(?:Verpasster )?(?:Sprach|Video)anruf|(?:Llamada|Videollamada) perdida|"
    r"Panggilan (?:suara|video) (?:tidak dijawab|terlepas)",
)

FROM_A_PERSON = re.compile(
    r"(?:Location|Lokasi|Standort|POLL|POLLING|JAJAK PENDAPAT|UMFRAGE|Live location|Lokasi terkini|ENQUETE|ENCUESTA|"
    r"SONDAGE|SONDAGGIO|ANKET|PEILING|UNDIAN|ОПРОС|Localização|Ubicación|Localisation|Posizione|Locatie|Konum|"
    r"Местоположение)\b"
)
"""What iOS marks like its own words though somebody sent it."""

ENCRYPTED = re.compile(
    r"end-to-end encrypted|terenkripsi (?:secara )?(?:end-to-end|hujung ke hujung)|disulitkan hujung.ke.hujung|"
    r"Ende-zu-Ende-verschlüsselt|cifrad[oa]s? de extremo a extremo|criptografia de ponta a ponta|"
    r"مشفرة تمامًا بين الطرفين|chiffrés de bout en bout|uçtan uca şifreli|end-to-end versleuteld|"
    r"end-to-end gekrypteret|端對端加密|เข้ารหัส\w*จาก|एन्क्रिप्ट|מוצפנ\w+ מקצה לקצה|"
    r"crittografat[ie] end-to-end|сквозн\w{1,5} шифровани|szyfrowan\w{1,5} (?:metodą )?end-to-end|"
    r"رمزگذاری سرتاسر|端到端加密|"
    r"エンドツーエンド|종단간 암호화|mã hóa đầu cuối"
)
"""The line that opens a chat. On iOS, and on Android since 2025, its author is the chat's own title."""

_PLAIN_SEEDS = ("end-to-end", "hujung", "extremo a", "de ponta", "bout en bout", "terenkripsi")
_SEEDS = (
    *_PLAIN_SEEDS,
    "Ende-zu",
    "تمامًا",
    "uçtan",
    "сквозн",
    "szyfr",
    "رمزگذاری",
    "端到端",
    "エンド",
    "종단간",
    "mã hóa",
    "端對端",
    "เข้ารหัส",
    "एन्क्रिप्ट",
    "מקצה",
)


def is_encryption(text: str) -> bool:
    """Whether a text is the line that opens a chat; most are passed over by a part that each such line has."""
    seeds = _PLAIN_SEEDS if text.isascii() else _SEEDS
    for seed in seeds:
        if seed in text:
            return ENCRYPTED.search(text) is not None
    return False


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
