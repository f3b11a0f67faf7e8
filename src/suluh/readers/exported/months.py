# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: ISC004, RUF001 # the words of one month over two lines, in other scripts as well
"""Names of months as exports write them, in full and shortened, in the languages of phones."""

_NAMES = (
    "january jan januari januar janvier janv enero ene janeiro gennaio gen ocak oca ianuarie styczeń stycznia ledna "
    "января янв січня január januára ιανουαρίου ιαν",
    "february feb februari pebruari februar février févr fév febrero fevereiro fev febbraio şubat şub februarie luty "
    "lutego února февраля февр фев лютого február φεβρουαρίου φεβ",
    "march mar maret mac mrt märz mär mars marzo março maart mart martie marzec marca března марта березня március "
    "μαρτίου μαρ",
    "april apr avril avr abril abr aprile nisan nis aprilie kwiecień kwietnia dubna апреля апр квітня április απριλίου "
    "απρ",
    "may mei mai mayo maio maggio mag mayıs maj maja května мая травня május μαΐου",
    "june jun juni juin junio junho giugno giu haziran haz iunie czerwiec czerwca června июня червня június ιουνίου",
    "july jul juli julai juillet juil julio julho luglio lug temmuz tem iulie lipiec lipca července июля липня július "
    "ιουλίου",
    "august aug agustus agu agt ogos ags août agosto ago augustus augusti ağustos ağu sierpień sierpnia srpna августа "
    "авг серпня augusztus αυγούστου",
    "september sep sept septembre septiembre setiembre setembro settembre set eylül eyl septembrie wrzesień września "
    "září сентября сент сен вересня szeptember σεπτεμβρίου",
    "october oct oktober okt octobre octubre outubro out ottobre ott ekim eki octombrie październik października října "
    "октября окт жовтня október οκτωβρίου",
    "november nov nopember novembre noviembre novembro kasım kas noiembrie listopadu ноября нояб ноя νοεμβρίου",
    "december dec desember des disember dis dezember dez décembre déc diciembre dic dezembro dicembre aralık ara "
    "decembrie grudzień grudnia prosince декабря дек грудня δεκεμβρίου",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The number of a month by its name in small letters."""

_SIGNS = (
    "มกราคม ม.ค. يناير जनवरी",
    "กุมภาพันธ์ ก.พ. فبراير फ़रवरी फरवरी",
    "มีนาคม มี.ค. مارس मार्च",
    "เมษายน เม.ย. أبريل अप्रैल",
    "พฤษภาคม พ.ค. مايو मई",
    "มิถุนายน มิ.ย. يونيو जून",
    "กรกฎาคม ก.ค. يوليو जुलाई",
    "สิงหาคม ส.ค. أغسطس अगस्त",
    "กันยายน ก.ย. سبتمبر सितंबर सितम्बर",
    "ตุลาคม ต.ค. أكتوبر अक्टूबर अक्तूबर",
    "พฤศจิกายน พ.ย. نوفمبر नवंबर नवम्बर",
    "ธันวาคม ธ.ค. ديسمبر दिसंबर दिसम्बर",
)
_BY_SIGN = {name: number for number, names in enumerate(_SIGNS, 1) for name in names.split()}


def month_in(written: str) -> int | None:
    """The one month that a text names in a script whose words are not told apart by letters; null for none or two."""
    found = {number for name, number in _BY_SIGN.items() if name in written}
    return found.pop() if len(found) == 1 else None
