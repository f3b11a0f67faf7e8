# SPDX-License-Identifier: Apache-2.0
"""Reads what property lists of iOS say of the device: of a backup, of its radio, of its pairing."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.apps.plists import BrokenPlist, loaded
from suluh.readers.apps.traits import Keys, trait
from suluh.readers.reader import Reader, Record, flaw

_BACKUP: Keys = {
    "Device Name": "device-name",
    "Product Name": "model",
    "Product Type": "model",
    "Product Version": "system",
    "Serial Number": "serial",
    "Unique Identifier": "identifier",
    "Phone Number": "number",
    "MEID": "meid",
    "IMEI": "imei",
    "IMEI 2": "imei",
    "ICCID": "iccid",
    "ICCID 2": "iccid",
}
_RADIO: Keys = {
    "ReportedPhoneNumber": "number",
    "PhoneNumber": "number",
    "SIMPhoneNumber": "number",
    "LastKnownICCID": "iccid",
    "ReportedSubscriberIdentity": "imsi",
    "kCTCurrentIMEI": "imei",
    "imei": "imei",
    "imeis": "imei",
    "meid": "meid",
    "cell_id": "identifier",
    "OperatorName": "operator",
    "iccid": "iccid",
    "phone-number": "number",
}
_PAIRING: Keys = {
    "-DeviceName": "device-name",
    "-TimeZone": "timezone",
    "-ProductVersion": "system",
    "-SerialNumber": "serial",
    "com.apple.international-Locale": "language",
    "-ProductType": "model",
    "-UniqueDeviceID": "identifier",
    "DeviceName": "device-name",
    "ProductType": "model",
    "ProductVersion": "system",
    "SerialNumber": "serial",
    "UniqueDeviceID": "identifier",
    "InternationalMobileEquipmentIdentity": "imei",
    "PhoneNumber": "number",
    "IntegratedCircuitCardIdentity": "iccid",
    "InternationalMobileSubscriberIdentity": "imsi",
}
_SIGNS: tuple[tuple[frozenset[bytes], Keys, str], ...] = (
    (frozenset({b"Device Name", b"Product Type", b"Last Backup Date"}), _BACKUP, "what a backup says of its device"),
    (frozenset({b"PersonalityID"}), _RADIO, "what the radio of iOS keeps"),
    (frozenset({b"ReportedPhoneNumber"}), _RADIO, "what the radio of iOS keeps"),
    (frozenset({b"LastKnownICCID"}), _RADIO, "what the radio of iOS keeps"),
    (frozenset({b"-DeviceName", b"-TimeZone"}), _PAIRING, "what iOS tells computers that it was paired with"),
    (frozenset({b"DeviceName", b"ProductType", b"UniqueDeviceID"}), _PAIRING, "what iOS tells computers"),
)
_LARGEST = 1 << 23
_DEEPEST = 6


class DeviceIos(Reader):
    """What property lists of iOS say of the device: `Info.plist` of a backup, CommCenter's lists, `data_ark.plist`.

    Both as XML and as Apple's binary form. Described by github.com/abrignoni/iLEAPP.
    """

    name = "device-ios"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust keys that stand in these lists alone."""
        found = _sign(source)
        return None if found is None else found[1]

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each fact of the device with the path of its entry."""
        found = _sign(source)
        with source.open() as file:
            raw = file.read(_LARGEST)
        try:
            whole = loaded(raw)
        except BrokenPlist as error:
            reason = f"this property list cannot be read: {error}"
            yield flaw(source, "broken", reason, source.place())
            return
        if found is not None:
            yield from _within(source, whole, found[0], "", _DEEPEST)


def _sign(source: Source) -> tuple[Keys, str] | None:
    head = source.head
    if not (head.startswith(b"bplist00") or b"<plist" in head[:600]):
        return None
    return next(((keys, reason) for signs, keys, reason in _SIGNS if all(one in head for one in signs)), None)


def _within(source: Source, value: object, keys: Keys, at: str, left: int) -> Iterator[Record]:
    """Every entry whose key is known, however deep; of a list each."""
    if not left:
        return
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _within(source, one, keys, f"{at}/{number}", left - 1)
    if not isinstance(value, Mapping):
        return
    for key, one in value.items():
        if not isinstance(key, str):
            continue
        pointer = f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
        for number, single in enumerate(one if isinstance(one, list) else [one]):
            if key in keys and isinstance(single, str | int):
                place = source.place(pointer=f"{pointer}/{number}" if isinstance(one, list) else pointer)
                yield from trait(place, keys[key], single, key)
        if isinstance(one, Mapping | list):
            yield from _within(source, one, keys, pointer, left - 1)
