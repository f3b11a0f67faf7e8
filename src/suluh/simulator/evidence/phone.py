# SPDX-License-Identifier: Apache-2.0
"""Where chats lie on a device, in which format each."""

import io
import re
import zipfile
from collections.abc import Sequence

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.devices import Chat, Seizure
from suluh.simulator.evidence.pictures import Picture
from suluh.simulator.evidence.tree import Sheet, Tree
from suluh.simulator.world.people import Person
from suluh.simulator.writers import msgstore, telegram, wa_contacts, whatsapp_text, x_archive
from suluh.simulator.writers.whatsapp_text import ANDROID_ID, ANDROID_US, IOS_ID, Export, day_is_plain

DATABASES = "data/data/com.whatsapp/databases"
COMPUTER = "Users/made-up/Downloads"
GONE = 0.02
"""Share of pictures whose file is no longer there."""

_UNFIT = re.compile(r"[^\w .()+-]+")
STAMP = (2026, 1, 20, 12, 0, 0)
"""Time of every member of an archive."""


def write_talk(tree: Tree, seizure: Seizure, held: Sequence[Chat], dice: Dice) -> None:
    """Write every chat that the device holds."""
    by_service = {name: [chat for chat in held if chat.room.service == name] for name in ("whatsapp", "telegram", "x")}
    if seizure.talk == "msgstore":
        _phone_database(tree, seizure, by_service["whatsapp"], dice)
    else:
        _exports(tree, seizure, by_service["whatsapp"], dice)
    if seizure.talk == "telegram":
        _account_export(tree, seizure, by_service["telegram"], dice)
    else:
        _chat_exports(tree, seizure, by_service["telegram"], dice)
    if by_service["x"]:
        _x(tree, seizure, by_service["x"])


def _phone_database(tree: Tree, seizure: Seizure, held: Sequence[Chat], dice: Dice) -> None:
    """``msgstore.db`` with its log, ``wa.db``, and the media folder."""
    if not held:
        return
    pictures = sorted({one.picture.key for chat in held for one in chat.said if one.picture})
    gone = frozenset(key for key in pictures if dice.chance(GONE))
    store = msgstore.Writer(held, seizure, gone).store(with_log=seizure.noise)
    tree.sheet(f"{DATABASES}/msgstore.db", Sheet(store.data, store.records), "msgstore")
    if store.log is not None:
        tree.put(f"{DATABASES}/msgstore.db-wal", store.log, "log")
    tree.put(f"{DATABASES}/wa.db", wa_contacts.write(seizure, _met(held, seizure.holder)), "contacts")
    _beside(tree, "", store.media)


def _exports(tree: Tree, seizure: Seizure, held: Sequence[Chat], dice: Dice) -> None:
    """Exported texts: some beside their media, some in zips, some without media."""
    forms = (ANDROID_ID,) if seizure.talk == "telegram" else (ANDROID_ID, IOS_ID, ANDROID_US, ANDROID_ID)
    for number, chat in enumerate(held):
        form = forms[number % len(forms)]
        if form is ANDROID_US and not day_is_plain(chat, seizure):
            form = ANDROID_ID
        gone = frozenset(one.key for one in chat.said if one.picture and dice.chance(GONE))
        writer = whatsapp_text.Writer(chat, seizure, Export(form, media=form is not ANDROID_US, gone=gone))
        sheet = writer.sheet()
        zipped = form is IOS_ID or seizure.talk == "telegram" or (form is ANDROID_ID and number % 4 == 3)  # noqa: PLR2004 # the last form of four
        if zipped:
            _zip(
                tree, _free(tree, f"{_folder(seizure)}/{_fit(writer.title)}", ".zip"), writer.name, sheet, writer.media
            )
        else:
            folder = _free(tree, f"{_folder(seizure)}/{_fit(writer.title)}", "")
            tree.sheet(f"{folder}/{_fit(writer.name)}", sheet, "whatsapp-text")
            _beside(tree, f"{folder}/", writer.media)
    if held and seizure.talk == "text":
        tree.put(f"{DATABASES}/wa.db", wa_contacts.write(seizure, _met(held, seizure.holder)), "contacts")


def _account_export(tree: Tree, seizure: Seizure, held: Sequence[Chat], dice: Dice) -> None:
    """Telegram's export of a whole account."""
    if not held:
        return
    writer = telegram.Writer(seizure, telegram.account_numbers(seizure, held), gone=_gone(held, dice))
    folder = f"{COMPUTER}/Telegram Desktop/DataExport_2026-01-20"
    known = [person for person in _met(held, seizure.holder) if person.key in seizure.book]
    tree.sheet(f"{folder}/result.json", writer.account(held, known), "telegram")
    _beside(tree, f"{folder}/", writer.media)


def _chat_exports(tree: Tree, seizure: Seizure, held: Sequence[Chat], dice: Dice) -> None:
    """Telegram's exports of single chats, every third without media."""
    ids = telegram.account_numbers(seizure, held)
    for number, chat in enumerate(held, 1):
        writer = telegram.Writer(seizure, ids, media=bool(number % 3), gone=_gone([chat], dice))
        folder = f"Download/Telegram Desktop/ChatExport_2026-01-20 ({number})"
        tree.sheet(f"{folder}/result.json", writer.one_chat(chat), "telegram")
        _beside(tree, f"{folder}/", writer.media)


def _x(tree: Tree, seizure: Seizure, held: Sequence[Chat]) -> None:
    """An archive of X: unpacked on a computer, a zip on a phone."""
    files = x_archive.write(seizure, held)
    if seizure.talk == "telegram":
        for name, sheet in files.items():
            tree.sheet(f"{COMPUTER}/twitter-2026-01-20/{name}", sheet, "x")
        return
    path = "Download/twitter-2026-01-20.zip"
    tree.put(path, archive({name: sheet.data for name, sheet in files.items()}), "zip")
    for name, sheet in files.items():
        tree.adopt(tree.member(path, name, sheet.data, "x"), sheet)


def _zip(tree: Tree, path: str, name: str, sheet: Sheet, media: dict[str, Picture]) -> None:
    """An export with its media in one zip."""
    files = {name: sheet.data, **{called: picture.data for called, picture in media.items()}}
    tree.put(path, archive(files), "zip")
    for called, data in files.items():
        key = tree.member(path, called, data, "whatsapp-text" if called == name else media[called].form)
        if called == name:
            tree.adopt(key, sheet)


def archive(files: dict[str, bytes]) -> bytes:
    """A zip that is the same on every machine: stored, in order, with one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            packed.writestr(_member(name), files[name])
    return out.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, STAMP)
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member


def _beside(tree: Tree, folder: str, media: dict[str, Picture]) -> None:
    for name, picture in sorted(media.items()):
        tree.put(f"{folder}{name}", picture.data, picture.form)


def _gone(held: Sequence[Chat], dice: Dice) -> frozenset[str]:
    pictures = sorted({one.picture.sha256 for chat in held for one in chat.said if one.picture})
    return frozenset(digest for digest in pictures if dice.chance(GONE))


def _met(held: Sequence[Chat], holder: Person) -> list[Person]:
    met = {person.key: person for chat in held for person in chat.room.members if person != holder}
    return [met[key] for key in sorted(met)]


def _folder(seizure: Seizure) -> str:
    return f"{COMPUTER}/WhatsApp" if seizure.talk == "telegram" else "Documents/WhatsApp"


def _fit(name: str) -> str:
    return _UNFIT.sub("_", name)


def _free(tree: Tree, path: str, suffix: str) -> str:
    """A path that nothing has: a number is added as systems do."""
    number, free = 1, path + suffix
    while any(file.path == free or file.path.startswith(f"{free}/") for file in tree.files):
        number += 1
        free = f"{path} ({number}){suffix}"
    return free
