# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 # words of other scripts
"""Lines about an act in a group, in many languages, told from an author's by what stands before the first colon.

Who acted stands there with the verb, or, where the verb ends the sentence, with what ties the two names together: no
name of a person has either. So has none an opening quotation mark that closes only behind the colon.
"""

import re

_WHO = r"[^:\n]{1,80}?"
_VERBS = (
    r"ha (?:aggiunto|rimosso)|a (?:ajouté|retiré|supprimé|adăugat|eliminat)|ha (?:añadido|agregado|eliminado) a|"
    r"(?:añadió|agregó|eliminó|sacó) a|adicionou|removeu|"
    r"menambah(?:kan)?|mengeluarkan|mengundang|mengalih keluar|menyingkirkan|"
    r"(?:do|w)dał(?:\(a\)|a)?|usun(?:ął|ęła|ął\(ęła\))|zaprosił(?:\(a\)|a)?|přidal(?:\(a\)|a)?|odebral(?:\(a\)|a)?|"
    r"добавил(?:\(-?а\)|а)?|удалил(?:\(-?а\)|а)?|исключил(?:\(-?а\)|а)?|дода(?:в|ла)|вилучи(?:в|ла)|видали(?:в|ла)|"
    r"добави|премахна|πρόσθεσε|αφαίρεσε|"
    r"la(?:de)? till|tog bort|tilføjede|fjerne(?:de|t)|la til|lisäsi|poisti|hozzáadta|eltávolította|"
    r"đã (?:thêm|xóa|xoá|mời)|ได้(?:เพิ่ม|ลบ|นำ|เชิญ)|הוסי[פף](?:/ה|ה)?|הסירה?(?:/ה)?|dodao|dodala|uklonio|uklonila"
)
_VERB_SECOND = re.compile(rf"{_WHO} (?:{_VERBS}) [^\n]{{1,200}}")
_VERB_FIRST = re.compile(r"(?:قام )?(?:أضاف|أضافت|أزال|أزالت|أخرج|دعا)\s[^\n]{1,200}")
_NO_BLANKS = re.compile(rf"{_WHO}(?:已?(?:添加|新增|移除|邀请|邀請|加入)了|將|将)[^:：\n][^\n]{{0,200}}")
_TO = re.compile("[群組组聊社]")
_VERB_LAST = re.compile(
    rf"{_WHO}(?:"
    r", [^\n]{1,200} (?:kişi(?:sini|lerini|yi)|adlı kişiyi) (?:ekledi|çıkardı|davet etti)"
    r"| ने [^\n]{1,200} को (?:जोड़ा|हटाया|निकाला|आमंत्रित किया)"
    r"|が[^\n]{1,200}さんを(?:追加|削除|退出|招待)\w{0,8}"
    r"|님이 [^\n]{1,200}님을 (?:추가|내보냈|초대|삭제)\w{0,8}"
    r"|(?: heeft| hebben) [^\n]{1,200} (?:toegevoegd|verwijderd|uitgenodigd)"
    r"|(?: hat| haben) [^\n]{1,200} (?:hinzugefügt|entfernt|eingeladen)"
    r"|، [^\n]{1,200} را (?:اضافه|حذف|دعوت) کرد"
    r"| [^\n]{1,200}[- ]?কে যোগ করেছেন"
    r")[.。।]?"
)
_OPENED = re.compile(r"[^:\n]*(?:[“«„「『](?=[^”»“」』:\n]*:)|(?<= )\"(?=[^\":\n]+:))")
_CLOSED = re.compile('[”»“」』"]')


def is_about_somebody(rest: str) -> bool:
    """Whether what stands behind a header is such a line; its first colon then ends no name."""
    head, colon, tail = rest.partition(":")
    if not colon:
        return False
    if _OPENED.match(rest) is not None and head.count('"') % 2 == ('"' in head) and _CLOSED.search(tail):
        return True
    if _VERB_SECOND.match(rest) is not None and _VERB_SECOND.match(head + " ") is not None:
        return True
    if _VERB_FIRST.fullmatch(rest) is not None or _VERB_LAST.fullmatch(rest) is not None:
        return True
    return _NO_BLANKS.fullmatch(rest) is not None and _NO_BLANKS.match(head) is not None
