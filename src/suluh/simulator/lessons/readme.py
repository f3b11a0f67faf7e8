# SPDX-License-Identifier: Apache-2.0
"""README.txt of a training case: what to do and which commands to type, in Indonesian and English."""

from collections.abc import Sequence

from suluh.simulator.evidence.papers import README_NAME, UNIT
from suluh.simulator.gather import COURT, LETTER
from suluh.simulator.lessons.lists import URGENT

HEAD = """Made-up case, seed {seed}, lesson {lesson}. Nobody in it exists and nothing in it happened.
Perkara buatan untuk latihan. Orangnya tidak ada dan kejadiannya tidak pernah ada.

Ketik perintah di folder ini; CASE adalah folder perkara baru di tempat lain.
Type the commands in this folder; CASE is a new case folder elsewhere.

1. Mulai perkara dan masukkan barang bukti / Start the case and enter the exhibits

suluh new CASE --number {number} --unit "{unit}"
suluh authority CASE --kind court --number {court} --issuer "Pengadilan Negeri Made-Up" --date 2026-01-22
"""
URGENT_LINE = 'suluh authority CASE --kind urgent --number {urgent} --issuer "Unit Made-Up" --date 2026-01-21\n'
RUN = """suluh authority CASE --kind reply --number {letter} --issuer "Made-up banks and dealers" --date 2026-01-24
suluh add CASE --list exhibits.csv
suluh sets add CASE known.csv --as known --name "made-up known material" --version 1
suluh sets add CASE benign.csv --as benign --name "made-up system files" --version 1
suluh run CASE

2. Putuskan kaitan dan rangkaian transaksi / Decide links and deals

suluh show CASE links --purpose "latihan"
suluh decide CASE link ID confirm|reject --reason "..."
suluh decide CASE join AKUN AKUN --reason "..."
suluh run CASE
suluh show CASE waiting --purpose "latihan"
suluh decide CASE deal ID confirm|reject --reason "..."

Rangkaian yang berubah karena kaitan atau zona diputuskan menunggu lagi: periksa sebelum selesai.
A deal that changed because a link or a zone was decided waits again: look before you end.

3. Penjelasan lain / Other explanations

Bagi setiap orang atau rangkaian yang memilikinya, katakan apa yang ditemukan (nomor di halaman petugas 13).
For every person or deal that has one, say what was found (numbers of the rows on the officers' page 13).

suluh dossier CASE alternative --about AKUN --row 5 --state answered --answer "..."
suluh dossier CASE alternative --about deal:ID --row 9 --state answered --answer "..."
"""
PAPERS = """
4. Surat-surat / Papers

Daftar di folder lists memuat kesalahan. Masukkan, cari, betulkan atau catat, lalu jawab petunjuk jaksa.
The lists in the folder lists have faults. Enter them, find them, correct or note them, then answer the prosecutor.

"""
NOTE = """
suluh exhibit CASE seizure --corrects seizure-1 --witnesses "..." --witnesses "..." --reason "..."
suluh observe CASE saw --about seizure-1 --seen "..." --officer "..."
suluh request CASE answer --item item-1 --sentence "..."
"""
DEEPER = """suluh dossier CASE new --code dossier-2 --title "..."
suluh dossier CASE defendant --corrects defendant-1 --age child --dossier dossier-2 --reason "..."
suluh decide CASE role AKUN child_victim --from 2025-01-01 --reason "..."
suluh decide CASE zone B-1 Asia/Jakarta --reason "..."
"""
CHECK = """
{last}. Periksa / Check

suluh lesson check CASE {here}

lesson.key memuat jawabannya dan bukan barang bukti: jangan dimasukkan.
lesson.key holds the answers and is no exhibit: it must not be added.
"""
ENTERED = {
    "papers.csv": "paper CASE add",
    "papers-child.csv": "paper CASE add",
    "seizures.csv": "exhibit CASE seizure",
    "requests.csv": "request CASE add",
    "items.csv": "request CASE item",
    "dossiers.csv": "dossier CASE new",
    "defendants.csv": "dossier CASE defendant",
}
"""The command that enters each list, in the order in which they are entered."""


def readme(seed: int, lesson: int, number: str, lists: Sequence[str]) -> str:
    """The whole text."""
    words = {"seed": seed, "lesson": lesson, "number": number, "unit": UNIT, "court": COURT, "letter": LETTER}
    entered = [f"suluh {ENTERED[name]} --list lists/{name}\n" for name in ENTERED if name in lists]
    parts = [HEAD, URGENT_LINE if lists else "", RUN, PAPERS if lists else "", *entered, NOTE if lists else ""]
    parts += [DEEPER if "dossiers.csv" in lists else "", CHECK]
    return "".join(parts).format(**words, urgent=URGENT, last=5 if lists else 4, here=".")


__all__ = ["README_NAME", "readme"]
