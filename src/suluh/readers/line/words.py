# SPDX-License-Identifier: Apache-2.0
"""Words of LINE's own in several languages: the title of an export, what stands for a file, calls."""

import re
from typing import Literal

Kind = Literal["direct", "group"]

_TITLE_WORDS: tuple[tuple[str, Kind], ...] = (
    (r"Chat history with (?P<name>.{1,200})", "direct"),
    (r"Chat history in (?P<name>.{1,200})", "group"),
    (r"(?P<name>.{1,200})とのトーク履歴", "direct"),
    (r"(?P<name>.{1,200})のトーク履歴", "group"),
    (r"[與与](?P<name>.{1,200})的聊天[記记][錄录]", "direct"),
    (r"(?P<name>.{1,200})的聊天[記记][錄录]", "group"),
    (r"(?P<name>.{1,200}?)\s?님과의? ?(?:대화|채팅).{0,40}", "direct"),
    (r"ประวัติการ(?:สนทนา|แชท)กับ ?(?P<name>.{1,200})", "direct"),
    (r"(?:Riwayat )?(?:obrolan|chat|percakapan)(?: LINE)? dengan (?P<name>.{1,200})", "direct"),
    (r"(?:Riwayat )?(?:obrolan|chat|percakapan)(?: LINE)? di (?P<name>.{1,200})", "group"),
)
_TITLES = tuple((re.compile(words, re.IGNORECASE), kind) for words, kind in _TITLE_WORDS)
_LEFT_OUT = re.compile(
    r"\[(?:photos?|images?|stickers?|videos?|voice messages?|audio|files?|album.{0,40}|contact|location|emoji|gif"
    r"|foto|gambar|stiker|pesan suara|berkas|kontak|lokasi"
    r"|写真|画像|スタンプ|動画|ボイスメッセージ|ファイル|アルバム|連絡先|位置情報"
    r"|照片|圖片|图片|貼圖|贴图|影片|视频|語音訊息|语音消息|檔案|文件|相簿|聯絡資訊|位置訊息"
    r"|사진|스티커|동영상|음성메시지|파일|ภาพ|รูป|สติกเกอร์|วิดีโอ|ข้อความเสียง|ไฟล์)\]",
    re.IGNORECASE,
)


def title_of(heading: str) -> tuple[str, Kind | None]:
    """What a chat is called by the heading of its export, and which kind the language says it is."""
    text = heading.removeprefix("[LINE]").strip()
    for pattern, kind in _TITLES:
        if found := pattern.fullmatch(text):
            return found["name"].strip(), kind
    return text, None


def is_left_out(text: str) -> bool:
    """Whether a whole message is a word that stands for a file."""
    return _LEFT_OUT.fullmatch(text.strip()) is not None


def is_call(text: str) -> bool:
    """Whether it is a call: LINE puts a telephone before it in every language."""
    return text.startswith("\u260e")
