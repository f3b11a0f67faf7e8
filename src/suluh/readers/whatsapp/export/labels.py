# SPDX-License-Identifier: Apache-2.0
"""What stands before the lines of minutes, hearings and interviews where a chat has a name."""

import re

_WORDS = (
    "acara acta action actions acuerdo agenda apologies attendee attendees aufgabe bendahara beschluss besluit caller "
    "catatan chair chairman chairperson chairwoman closing counsel decision decisions decisión décision discussion "
    "facilitator follow-up hadir hasil host interviewee interviewer item items jawab judge keputusan kesimpulan ketua "
    "minutes moderator motion narasumber next-step next-steps note notes notulen notulis opening operator pembahasan "
    "pembicara pembukaan penutup penutupan peserta pimpinan present presenter presidente protokoll président question "
    "answer resolution resolutions resolved saran scribe secretaria secretario secretary secrétaire sekretaris speaker "
    "summary tanya tindak-lanjut topic topics treasurer usul usulan vorsitz vorzitter vote wakil witness"
)
_LABEL = re.compile(
    rf"(?:{'|'.join(_WORDS.split())})".replace("-", "[- ]")
    + r"(?: (?:items?|ketua|meeting|rapat|sidang|taker|[ivx]{1,4}|[a-z]|\d{1,2}))?\.?",
    re.IGNORECASE,
)


def is_label(name: str) -> bool:
    """Whether a name is what minutes are divided by, or an office alone."""
    return _LABEL.fullmatch(name) is not None
