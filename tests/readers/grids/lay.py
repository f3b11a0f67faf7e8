# SPDX-License-Identifier: Apache-2.0
"""Lays the input of the fixtures of workbooks, pages, HTML and fixed columns; the same bytes each time.

Run as ``python -m tests.readers.grids.lay``.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import xlsxwriter
from tests.readers.grids.made_books import xlsx
from tests.readers.grids.made_pdf import Style, pdf
from tests.readers.grids.made_statements import BCA, BRIMO, GOPAY, JAGO, LIVIN, MANDIRI

DATA = Path(__file__).parents[2] / "data" / "readers"
MADE = datetime(2026, 9, 30)  # noqa: DTZ001 # a workbook names no zone
SIZE = (700, 842)


def reply(book: xlsxwriter.Workbook) -> None:
    """A bank's reply: days as cells, as serial numbers and as texts, a hidden row, a merged line, a second sheet."""
    book.set_properties({"created": MADE})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Mutasi")
    sheet.merge_range("A1:F1", "PT Bank Contoh (Persero) Tbk")
    said = (
        "No. rekening : 0323456726",
        "Nama : PEMILIK CONTOH",
        "Periode : 01/09/2026 - 30/09/2026",
        "Kode Mata Uang : Rp",
    )
    for row, words in enumerate(said, 1):
        sheet.write(row, 0, words)
    sheet.write_row(5, 0, ["Tanggal Transaksi", "Keterangan", "Cabang", "Jumlah", "", "Saldo"])
    sheet.write_datetime(6, 0, datetime(2026, 9, 2), day)  # noqa: DTZ001 # a workbook names no zone
    sheet.write_row(6, 1, ["TRSF E-BANKING CR 0209/FTSCY/WS95031 50000.00BUDI CONTOH", "0000", 50000, "CR", 150000])
    sheet.write_row(
        7, 0, [46268, "TRSF E-BANKING CR 0309/FTSCY/WS95031 7500.50SITI CONTOH", "0000", 7500.5, "CR", 157500.5]
    )
    sheet.write_row(8, 0, ["04/09", "TARIKAN ATM", "0000", "20,000.00", "DB", "137,500.50"])
    sheet.write_row(9, 0, ["05/09", "BIAYA ADM", "0000", None, "DB", "137,500.50"])
    sheet.write_formula(9, 3, "=1/0", None, "#DIV/0!")
    sheet.set_row(8, None, None, {"hidden": True})
    other = book.add_worksheet("Petunjuk")
    other.write(0, 0, "Lembar ini menerangkan singkatan.")


def accounts(book: xlsxwriter.Workbook) -> None:
    """Two accounts, each on a sheet of its own."""
    book.set_properties({"created": MADE})
    for name, number, opening in (("Giro", "1370012345678", 500_000), ("Tabungan", "1370098765432", 0)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["AccountNo", "Ccy", "PostDate", "Remarks", "AdditionalDesc"])
        sheet.write_row(0, 5, ["Credit Amount", "Debit Amount", "Close Balance"])
        balance = opening
        for row in range(1, 4):
            balance += 25_000 * row
            day = datetime(2026, 9, row, 10, row)  # noqa: DTZ001 # a workbook names no zone
            sheet.write_row(
                row, 0, [number, "IDR", f"{day:%d/%m/%Y %H:%M:%S}", "Transfer dari BCA SITI CONTOH 0123456789"]
            )
            sheet.write_row(row, 4, ["paket 40 file", 25_000 * row, 0, balance])


HTML = """<html><head><meta charset="utf-8"><style>td {color: black}</style></head><body>
<h3>Laporan Transaksi Rekening</h3>
<table border="1">
<tr><th>NOREK</th><th>TGL_TRAN</th><th>JAM_TRAN</th><th>DESK_TRAN</th><th>MUTASI_DEBET</th><th>MUTASI_KREDIT</th>
<th>SALDO_AKHIR_MUTASI</th></tr>
<tr><td>012301012345509</td><td>2026-09-01</td><td>93015</td><td>NBMB SITI CONTOH&nbsp;TO BUDI CONTOH</td>
<td align=right>0.00</td><td align=right>150000.00</td><td align=right>1150000.00</td></tr>
<tr><td>012301012345509<td>2026-09-02<td>101112<td>ATM<br>TARIK TUNAI<td>100000.00<td>0.00<td>1050000.00</tr>
</table></body></html>
"""

PANEL = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Penjualan"><Table>
<Row><Cell><Data ss:Type="String">kode</Data></Cell><Cell><Data ss:Type="String">tgl_entri</Data></Cell>
<Cell><Data ss:Type="String">kode_produk</Data></Cell><Cell><Data ss:Type="String">tujuan</Data></Cell>
<Cell><Data ss:Type="String">harga</Data></Cell><Cell><Data ss:Type="String">status</Data></Cell>
<Cell><Data ss:Type="String">sn</Data></Cell><Cell><Data ss:Type="String">kode_reseller</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">9001</Data></Cell><Cell><Data ss:Type="DateTime">2026-09-01T10:15:00.000</Data></Cell>
<Cell><Data ss:Type="String">S50</Data></Cell><Cell><Data ss:Type="String">081200000001</Data></Cell>
<Cell><Data ss:Type="Number">50500</Data></Cell><Cell><Data ss:Type="String">Sukses</Data></Cell>
<Cell><Data ss:Type="String">0314001</Data></Cell><Cell><Data ss:Type="String">RS01</Data></Cell></Row>
<Row ss:Index="5" ss:Hidden="1"><Cell><Data ss:Type="Number">9002</Data></Cell>
<Cell><Data ss:Type="DateTime">2026-09-01T11:00:00.000</Data></Cell>
<Cell><Data ss:Type="String">S20</Data></Cell><Cell><Data ss:Type="String">081200000002</Data></Cell>
<Cell><Data ss:Type="Number">20500</Data></Cell><Cell><Data ss:Type="String">Gagal</Data></Cell>
<Cell ss:Index="8"><Data ss:Type="String">RS01</Data></Cell></Row>
</Table></Worksheet></Workbook>
"""

FIXED = """BANK CONTOH                                                        Halaman 1
REKENING KORAN
No. Rekening : 0012345678          Nama    : PEMILIK CONTOH
Periode      : 01/09/2026 - 30/09/2026   Mata Uang : IDR

TANGGAL     KETERANGAN                         DEBET         KREDIT           SALDO
-----------------------------------------------------------------------------------
01/09/2026  SALDO AWAL                                                 1,000,000.00
02/09/2026  TRANSFER DARI SITI CONTOH                     50,000.00    1,050,000.00
03/09/2026  TARIK TUNAI ATM               100,000.00                     950,000.00
05/09/2026  TRANSFER KE DEWI CONTOH        25,000.00                     925,000.00
            paket 40 file
08/09/2026  TRANSFER DARI AGUS CONTOH                     75,000.00    1,000,000.00
09/09/2026  BIAYA ADM                       5,000.00                     995,000.00
12/09/2026  TRANSFER DARI SITI CONTOH                     50,000.00    1,045,000.00
"""


def inputs() -> Mapping[str, bytes]:
    """Every input by its path below the fixtures."""
    pages = {
        "bca": pdf(BCA.pages, Style(packed=True), size=SIZE),
        "bri": pdf(BRIMO.pages, Style("Times-Roman", "kerned", 4), size=SIZE),
        "gopay": pdf(GOPAY.pages, Style(manner="word", shuffled=9, packed=True), size=SIZE),
        "jago": pdf(JAGO.pages, Style(shuffled=2), size=SIZE),
        "livin": pdf(LIVIN.pages, Style(manner="sign", packed=True), size=SIZE),
        "mandiri": pdf(MANDIRI.pages, Style(turned=True), size=SIZE),
    }
    return {
        "statement-workbook/reply/input/jawaban.xlsx": xlsx(reply),
        "statement-workbook/two-sheets/input/rekening.xlsx": xlsx(accounts),
        "statement-workbook/panel-xml/input/penjualan.xls": PANEL.encode(),
        "statement-html/bri/input/mutasi.xls": HTML.encode(),
        "statement-fixed/unknown/input/mutasi.txt": FIXED.encode(),
        **{f"statement-pdf/{name}/input/mutasi.pdf": raw for name, raw in pages.items()},
    }


def main() -> None:
    """Write every input."""
    for name, raw in inputs().items():
        path = DATA / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


if __name__ == "__main__":
    main()
