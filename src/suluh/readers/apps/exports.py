# SPDX-License-Identifier: Apache-2.0
"""Downloads and exports of chats that no reader takes yet, told by how they begin, and what stands once a message.

The forms are those that public readers of them describe; each is told by what its writer puts there and not by a name.
"""

import re
from typing import NamedTuple


class Words(NamedTuple):
    """A text by its first words, and what stands once for each record."""

    what: str
    begins: re.Pattern[bytes]
    record: re.Pattern[bytes]


_AT = rb"(?s)(?:\xef\xbb\xbf)?\s{0,64}+"
_HTML = rb"<(?:!DOCTYPE|html|\?xml).{0,60000}?"
EXPORTS = (
    Words(
        "a chat of LINE",
        re.compile(_AT + rb"\[LINE\] "),
        re.compile(rb"(?m)^\d{1,2}:\d\d[\t ]"),
    ),
    Words(
        "a chat of LINE as its program for computers writes it, where nothing parts names from texts",
        re.compile(_AT + rb"(?:\[LINE\][^\n]{0,200}\n\s{0,8})?\d{4}\.\d\d\.\d\d [^\d\n]{2,60}\r?\n\d\d:\d\d [^\s]"),
        re.compile(rb"(?m)^\d\d:\d\d "),
    ),
    Words(
        "an answer of X to a request, of a form that is not known",
        re.compile(
            _AT + rb"-----BEGIN PGP SIGNED MESSAGE-----.{0,600}\{\s{0,8}+\"(?:tweet|dmConversation|account|dmDetails)"
        ),
        re.compile(rb"\"(?:tweet|messageCreate|account)\"\s{0,8}+:"),
    ),
    Words(
        "messages of Teams",
        re.compile(_AT + rb"[{\[].{0,2000}?\"messageType\".{0,800}?\"createdDateTime\""),
        re.compile(rb"\"createdDateTime\""),
    ),
    Words(
        "a conversation of Facebook or Instagram as a web page (the same download as JSON is read)",
        re.compile(_AT + _HTML + rb"class=\"[^\"]{0,80}_a6-[gh]\b"),
        re.compile(rb"class=\"[^\"]{0,80}_a6-h\b"),
    ),
    Words(
        "conversations of Instagram, of a download before 2020",
        re.compile(_AT + rb"\[\s*\{\s*\"participants\":\s*\[[^\]]{0,4000}\],\s*\"conversation\":"),
        re.compile(rb"\"created_at\""),
    ),
    Words(
        "a chat of KakaoTalk",
        re.compile(_AT + rb"[^\n]{0,200}(?:\xec\xb9\xb4\xec\xb9\xb4\xec\x98\xa4\xed\x86\xa1|KakaoTalk)"),
        re.compile(rb"(?m)^.{0,40}\d\d?:\d\d"),
    ),
    Words(
        "a chat of Viber",
        re.compile(_AT + rb"\d\d/\d\d/\d{4},\s?\d\d:\d\d:\d\d,[^,\n]{0,80},(?:\+\d+)?,"),
        re.compile(rb"(?m)^\d\d/\d\d/\d{4},"),
    ),
    Words(
        "a chat as programs for WeChat and QQ write it",
        re.compile(
            _AT
            + rb"\d{4}-\d\d-\d\d \d{1,2}:\d\d:\d\d [^\s:\[{<|-][^\n:]{0,40}\r?\n(?!\d{4}-\d\d-\d\d \d)[^\n]{1,2000}"
            + rb"\n\s*\d{4}-\d\d-\d\d \d"
        ),
        re.compile(rb"(?m)^\d{4}-\d\d-\d\d \d{1,2}:\d\d:\d\d "),
    ),
    Words(
        "a log of IRC",
        re.compile(
            _AT
            + rb"(?:--- Log opened |\*{4} [A-Z ]{4,40}(?:LOG|LOGGING)(?: \w{2,4})? \w{3} \w{3} |Session Start: "
            + rb"|T \d{9,10} (?:\d{2}\*|<|[^\n]{0,80}\nT \d{9,10} )"
            + rb"|\[?\d\d:\d\d(?::\d\d)?\]? (?:-!-|<[ @+~&%]?[^\s>]{1,30}>))"
        ),
        re.compile(rb"(?m)^(?:[^\n<]{0,16}\d\d:\d\d(?::\d\d)?|T \d{9,10})\b[^\n<]{0,20}<"),
    ),
    Words(
        "a room of Matrix as a web page of the program Element (the same room as JSON is read)",
        re.compile(_AT + _HTML + rb"class=\"[^\"]{0,80}mx_(?:MessagePanel|RoomView|MainSplit|Export|EventTile)"),
        re.compile(rb"mx_Export_EventWrapper"),
    ),
    Words(
        "messages of Rocket.Chat",
        re.compile(_AT + rb"[{\[].{0,200}?\"_id\"\s{0,8}:.{0,200}?\"rid\"\s{0,8}:.{0,8000}?\"u\"\s{0,8}:\s{0,8}\{"),
        re.compile(rb"\"rid\"\s{0,8}:"),
    ),
    Words(
        "a channel of Slack as the program slackdump writes it (Slack's own export is read)",
        re.compile(
            _AT
            + rb"\{\"channel_id\":\"[A-Z0-9]{6,20}\".{0,400}?\"messages\":|\{\"t\":\d{1,2},\"ts\":\d{15,20},\"id\":\""
        ),
        re.compile(rb"\"(?:client_msg_id|bot_id)\":"),
    ),
    Words(
        "messages of HipChat",
        re.compile(_AT + rb"\{\"items\":.{0,4000}?\"mention_name\":"),
        re.compile(rb"\"mention_name\":"),
    ),
    Words(
        "a conversation of VK as a web page",
        re.compile(_AT + _HTML + rb"class=\"msg_item\""),
        re.compile(rb"class=\"msg_item\""),
    ),
    Words(
        "calls or SMS as XML of the app Super Backup",
        re.compile(_AT + rb"<\?xml[^>]{0,200}>\s{0,64}+<all(?:logs|sms)\b"),
        re.compile(rb"<(?:log|sms) "),
    ),
    Words(
        "messages of Mattermost",
        re.compile(
            _AT
            + rb"\{\"type\":\s{0,4}\"version\",.{0,8000}?"
            + rb"\"type\":\s{0,4}\"(?:team|channel|user|(?:direct_)?post|emoji)\""
        ),
        re.compile(rb"\"type\":\s{0,4}\"(?:direct_)?post\""),
    ),
    Words(
        "a chat of Zoom",
        re.compile(_AT + rb"\d\d:\d\d:\d\d\s{1,3}From [^\n]{1,80} [Tt]o "),
        re.compile(rb"(?m)^\d\d:\d\d:\d\d\s{1,3}From "),
    ),
    Words(
        "a table of LEAPP as text (its whole output, with the files whose names begin with _lava, is read)",
        re.compile(
            _AT + rb"[^\n\t]{1,40}Timestamp[^\n\t]{0,20}\t[^\n]{0,400}(?:Message|Sender|Direction|From|Participant)"
        ),
        re.compile(rb"(?m)^\d{4}-\d\d-\d\d"),
    ),
)
"""The first that begins so says what a text is."""
