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


_PAGE = rb"<(?:!DOCTYPE|html|\?xml)"
_HTML = _PAGE + rb".{0,60000}?"
_IRC = (
    rb"(?:--- Log opened |\*{4} [A-Z ]{4,40}(?:LOG|LOGGING)(?: \w{2,4})? \w{3} \w{3} |Session Start: "
    rb"|T \d{9,10} (?:\d{2}\*|<|[^\n]{0,80}\nT \d{9,10} )|\[?\d\d:\d\d(?::\d\d)?\]? (?:-!-|<[ @+~&%]?[^\s>]{1,30}>))"
)
_TENCENT = (
    rb"\d{4}-\d\d-\d\d \d{1,2}:\d\d:\d\d [^\s:\[{<|-][^\n:]{0,40}\r?\n(?!\d{4}-\d\d-\d\d \d)[^\n]{1,2000}"
    rb"\n\s*\d{4}-\d\d-\d\d \d"
)
_OF_TEAMS = (
    rb"(?:message-pane-list-\w{1,20}|channel-pane-runway|c(?:hat|hannel)-pane-(?:message|item)|messageBodyContent"
    rb"|message-author-name)\b"
)
_FORMS: tuple[tuple[str, bytes, bytes], ...] = (
    (
        "a chat of LINE",
        rb"(?:\[LINE\] |[^\n\t]{6,40}\n\d{1,2}:\d\d\t[^\n\t]{1,60}\t[^\n]{1,4000}\n)",
        rb"(?m)^\d{1,2}:\d\d[\t ]",
    ),
    (
        "a chat of LINE as its program for computers writes it, where nothing parts names from texts",
        rb"(?:\[LINE\][^\n]{0,200}\n\s{0,8})?\d{4}\.\d\d\.\d\d [^\d\n]{2,60}\r?\n\d\d:\d\d [^\s]",
        rb"(?m)^\d\d:\d\d ",
    ),
    (
        "an answer of X to a request, of a form that is not known",
        rb"-----BEGIN PGP SIGNED MESSAGE-----.{0,600}\{\s{0,8}+\"(?:tweet|dmConversation|account|dmDetails)",
        rb"\"(?:tweet|messageCreate|account)\"\s{0,8}+:",
    ),
    ("messages of Teams", rb"[{\[](?>.{0,2000}?\"messageType\").{0,800}?\"createdDateTime\"", rb"\"createdDateTime\""),
    (
        "a conversation of Facebook or Instagram as a web page (the same download as JSON is read)",
        _HTML + rb"class=\"[^\"]{0,80}_a6-[gh]\b",
        rb"class=\"[^\"]{0,80}_a6-h\b",
    ),
    (
        "conversations of Instagram, of a download before 2020",
        rb"\[\s*\{\s*\"participants\":\s*\[[^\]]{0,4000}\],\s*\"conversation\":",
        rb"\"created_at\"",
    ),
    (
        "a chat of KakaoTalk",
        rb"[^\n]{0,200}(?:\xec\xb9\xb4\xec\xb9\xb4\xec\x98\xa4\xed\x86\xa1|KakaoTalk)",
        rb"(?m)^.{0,40}\d\d?:\d\d",
    ),
    (
        "a chat of Viber",
        rb"\d\d/\d\d/\d{4},\s?\d\d:\d\d:\d\d,[^,\n]{0,80},(?:\+\d+)?,",
        rb"(?m)^\d\d/\d\d/\d{4},",
    ),
    ("a chat as programs for WeChat and QQ write it", _TENCENT, rb"(?m)^\d{4}-\d\d-\d\d \d{1,2}:\d\d:\d\d "),
    ("a log of IRC", _IRC, rb"(?m)^(?:[^\n<]{0,16}\d\d:\d\d(?::\d\d)?|T \d{9,10})\b[^\n<]{0,20}<"),
    (
        "a room of Matrix as a web page of the program Element (the same room as JSON is read)",
        _HTML + rb"class=\"[^\"]{0,80}mx_(?:MessagePanel|RoomView|MainSplit|Export|EventTile)",
        rb"mx_Export_EventWrapper",
    ),
    (
        "messages of Rocket.Chat",
        rb"[{\[](?>.{0,200}?\"_id\"\s{0,8}:)(?>.{0,200}?\"rid\"\s{0,8}:).{0,8000}?\"u\"\s{0,8}:\s{0,8}\{",
        rb"\"rid\"\s{0,8}:",
    ),
    (
        "a channel of Slack as the program slackdump writes it (Slack's own export is read)",
        rb"\{\"channel_id\":\"[A-Z0-9]{6,20}\".{0,400}?\"messages\":|\{\"t\":\d{1,2},\"ts\":\d{15,20},\"id\":\"",
        rb"\"(?:client_msg_id|bot_id)\":",
    ),
    (
        "a chat of Signal as text of the program sigtop",
        rb"Conversation: [^\n]{1,200}\n\s{0,4}\n(?:[A-Z][a-z]{2,10}: [^\n]{0,200}\n){0,4}?Type: (?:incoming|outgoing)",
        rb"(?m)^Type: (?:incoming|outgoing)",
    ),
    (
        "a chat of Telegram as a web page of a form that is not known",
        _PAGE + rb"(?=.{0,60000}?class=[\"']?page_wrap\b).{0,60000}?class=[\"']?message (?:default|service)\b",
        rb"class=[\"']?message default\b",
    ),
    ("messages of HipChat", rb"\{\"items\":.{0,4000}?\"mention_name\":", rb"\"mention_name\":"),
    ("a conversation of VK as a web page", _HTML + rb"class=\"msg_item\"", rb"class=\"msg_item\""),
    (
        "a conversation of Pidgin or Adium as a web page",
        rb"<html>\s{0,8}<head>\s{0,8}<meta[^>]{0,120}>\s{0,8}<title>Conversation with ",
        rb"<font size=\"2\">\(\d",
    ),
    (
        "messages of Teams as a web page",
        rb"<(?:!DOCTYPE|html|\?xml).{0,60000}?(?:data-tid=[\"']?"
        + _OF_TEAMS
        + rb"|<title>[^<]{0,200}Microsoft Teams</title>"
        rb"|saved from url=[^>]{0,40}teams\.(?:microsoft|live|cloud)\b)",
        rb"data-tid=[\"']?(?:c(?:hat|hannel)-pane-message|messageBodyContent)\b",
    ),
    (
        "calls or SMS as XML of the app Super Backup",
        rb"<\?xml[^>]{0,200}>\s{0,64}+<all(?:logs|sms)\b",
        rb"<(?:log|sms) ",
    ),
    (
        "an SMS or a call as a mail of the app SMS Backup+",
        rb"(?:[A-Za-z-]{2,40}:[^\n]{0,400}\r?\n){0,40}?X-smssync-",
        rb"(?mi)^X-smssync-type:",
    ),
    (
        "an address book as LDIF (as vCard it is read)",
        rb"(?:version: 1\s{1,4})?dn: [^\n]{0,400}\b(?:cn|mail)=",
        rb"(?m)^dn: ",
    ),
    (
        "SMS, calls or contacts of Android as its command `content` prints them",
        rb"Row: 0 [^\n]{0,2000}\b(?:address|number|data1|display_name)=",
        rb"(?m)^Row: \d{1,9} ",
    ),
    ("SMS as a telephone writes them (vMessage)", rb"BEGIN:VMSG\b", rb"BEGIN:VMSG\b"),
    (
        "messages of Mattermost",
        rb"\{\"type\":\s{0,4}\"version\",.{0,8000}?\"type\":\s{0,4}\"(?:team|channel|user|(?:direct_)?post|emoji)\"",
        rb"\"type\":\s{0,4}\"(?:direct_)?post\"",
    ),
    ("a chat of Zoom", rb"\d\d:\d\d:\d\d\s{1,3}From [^\n]{1,80} [Tt]o ", rb"(?m)^\d\d:\d\d:\d\d\s{1,3}From "),
    (
        "a table of LEAPP as text (its whole output, with the files whose names begin with _lava, is read)",
        rb"[^\n\t]{1,40}Timestamp[^\n\t]{0,20}\t[^\n]{0,400}(?:Message|Sender|Direction|From|Participant)",
        rb"(?m)^\d{4}-\d\d-\d\d",
    ),
)
"""What it is, how it begins, and what stands once for each record."""

_AT = rb"(?s)\A(?:\xef\xbb\xbf)?\s{0,64}+"
EXPORTS = tuple(Words(what, re.compile(_AT + b"(?:" + at + b")"), re.compile(record)) for what, at, record in _FORMS)
"""The first that begins so says what a text is."""
