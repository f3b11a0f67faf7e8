# SPDX-License-Identifier: Apache-2.0
"""The words by which statements in other languages name their columns: a buyer's bank may stand in any country.

German, French, Spanish, Portuguese, Italian, Dutch, Norwegian, Danish, Swedish, Polish, Turkish, Vietnamese, Thai,
Russian, Chinese and Japanese. They only
help: what a column is for money, the arithmetic decides.
"""

WORDS: dict[str, str] = {
    "date": "dato|bokføringsdato|bogføringsdato|bokföringsdag|transaktionsdag|transaktionsdatum|data operacji|"
    "data księgowania|datum|buchungstag|buchungsdatum|buchung|date opération|date de l opération|date d opération|"
    "date comptable|date de comptabilisation|fecha|fecha operación|fecha operativa|fecha de operación|"
    "fecha contable|día|data|data lançamento|data movimento|data mov|data operazione|data contabile|boekdatum|"
    "boekingsdatum|transactiedatum|tarih|işlem tarihi|ngày|ngày giao dịch|วันที่|дата|дата операции|日期|交易日期|"
    "记账日期|交易时间|日付|取引日",
    "value_date": "rentedato|valørdato|valutadato|data waluty|"
    "wertstellung|wertstellungsdatum|valutadatum|valutatag|date valeur|date de valeur|"
    "fecha valor|data valor|data valuta|valutadag|rentedatum|ngày hiệu lực|起息日",
    "time": "uhrzeit|zeit|heure|hora|ora|tijd|saat|giờ|время|时间|時刻",
    "text": "tekst|beskrivelse|beskrivning|specifikation|text|opis operacji|opis|tytuł|tytuł operacji|typ|"
    "verwendungszweck|buchungstext|vorgang|beschreibung|libellé|libelle|motif|concepto|detalle|"
    "descripción|observaciones|descrição|histórico|descrizione|causale|mededelingen|mededeling|"
    "naam/omschrijving|omschrijving|aç\u0131klama|diễn giải|nội dung|รายการ|описание|назначение|"
    "摘要|说明|备注|用途|内容",
    "amount": "brutto|bruttobetrag|importe bruto|montant brut|beløp|beløb|belopp|kwota|kwota operacji|"
    "betrag|umsatz|montant|importe|monto|valor|importo|bedrag|tutar|số tiền|сумма|金额|交易金额|发生额",
    "debit": "ut fra konto|ut|uttag|obciążenia|obciążenie|"
    "soll|af|belastung|lastschrift|auszahlung|ausgaben|débit|cargo|cargos|egreso|débito|debito|saída|"
    "addebiti|uscite|dare|borc|borç|ghi nợ|ถอน|расход|дебет|借方|支出|支出金额|お支払金額",
    "credit": "inn på konto|inn|insättning|uznania|uznanie|"
    "haben|bij|gutschrift|einzahlung|einnahmen|crédit|abono|abonos|ingreso|crédito|credito|entrada|"
    "accrediti|entrate|avere|alacak|ghi có|ฝาก|приход|кредит|贷方|收入|收入金额|お預り金額",
    "direction": "soll/haben|s/h|af bij|af/bij|signo|收/支|借贷|借/贷|借贷标志",
    "balance": "guthaben|saldo po operacji|saldo etter|bokført saldo|"
    "kontostand|saldo nach buchung|solde|solde après opération|saldo final|saldo disponible|"
    "saldo na mutatie|bakiye|số dư|คงเหลือ|остаток|баланс|余额|账户余额|差引残高|残高",
    "reference": "referenz|kundenreferenz|référence|referencia|referência|riferimento|referentie|流水号|交易流水号",
    "currency": "valuta|waluta|währung|devise|moneda|divisa|moeda|valuta rekening|munt|валюта|币种|通貨",
    "account": "auftragskonto|kontonummer|iban auftragskonto|compte|numéro de compte|cuenta|conta|conto|"
    "rekeningnummer|eigen rekening|iban/bban|账号|本方账号",
    "party": "iban zahlungsbeteiligter|kontonummer/iban|gegenkonto|tegenrekening|compte contrepartie|对方账号|对方账户",
    "party_name": "name zahlungsbeteiligter|begünstigter/zahlungspflichtiger|auftraggeber/empfänger|"
    "zahlungsempfänger|empfänger|auftraggeber/begünstigter|naam tegenpartij|tegenpartij|bénéficiaire|"
    "beneficiario|contrapartida|对方户名|对方名称",
    "fee": "entgelt|gebühren|provision|tarif|comisión|gebühr|frais|comisión|kosten|commissione|手续费",
}

PARTS: tuple[tuple[str, str], ...] = (
    ("value_date", r"\b(?:valuta|wertstellung|valeur)\b.*\b(?:datum|date|data)\b|\bfecha\b.*\bvalor\b"),
    ("balance", r"\b(?:kontostand|solde)\b"),
    ("date", r"\b(?:datum|fecha)\b"),
    ("text", r"\b(?:libellé|concepto|verwendungszweck|omschrijving)\b"),
    ("amount", r"\b(?:betrag|bedrag|importe|montant)\b"),
)
"""Words inside a longer heading, after those of the two languages of this program."""
