# SPDX-License-Identifier: Apache-2.0
"""Words of everyday purposes in the text of a booked line: whoever paid wrote that it was for something else."""

import re

from suluh.model.trade import Payment

_PURPOSE = re.compile(
    r"\b(jajan|belanja|sembako|makan|sarapan|kopi|bensin|parkir|ongkir|titip(?:an)?|pulsa|kuota|paket data|listrik|"
    r"token|tagihan|h?utang|pinjam(?:an)?|cicilan|angsuran|arisan|iuran|kost?|sewa|spp|sekolah|obat|kado|gaji|upah|"
    r"sedekah|infa[qk]|zakat|donasi|debt|loan|rent|lunch|groceries|salary|donation)\b",
    re.IGNORECASE,
)


def purposes(line: Payment) -> tuple[str, ...]:
    """The words of other purposes in the text of a line, as written, each once; phone credit is its own purpose."""
    if line.channel == "phone-credit":
        return ()
    return tuple(dict.fromkeys(found.group() for found in _PURPOSE.finditer(line.text)))
