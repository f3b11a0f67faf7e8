# SPDX-License-Identifier: Apache-2.0
"""The words by which statements in other languages name their columns: a buyer's bank may stand in any country.

German, French, Spanish, Portuguese, Italian, Dutch, Norwegian, Danish, Swedish, Finnish, Polish, Czech, Hungarian,
Turkish, Vietnamese, Thai, Arabic, Greek, Russian, Chinese, Japanese and Korean. They only
help: what a column is for money, the arithmetic decides.
"""

WORDS: dict[str, str] = {
    "date": "dato|bokføringsdato|bogføringsdato|bokföringsdag|transaktionsdag|transaktionsdatum|data operacji|"
    "data księgowania|datum|buchungstag|buchungsdatum|buchung|date opération|"
    "date de l opération|date d opération|"
    "date comptable|date de comptabilisation|fecha|fecha operación|fecha operativa|fecha de operación|"
    "fecha contable|día|data|data lançamento|data movimento|data mov|data operazione|data contabile|boekdatum|"
    "boekingsdatum|transactiedatum|tarih|işlem tarihi|ngày|ngày giao dịch|วันที่|дата|"
    "дата операции|日期|交易日期|"
    "记账日期|交易时间|日付|取引日|"
    "วันเดือนปี|วันที่ทำรายการ|年月日|お取引日|取引日付|お取り扱い日|거래일시|거래일|거래일자|"
    "거래 일시|날짜|일자|交易日|記帳日|交易時間|"
    "date d operation|dateop|data contabile|data operazione|data movimento|data lanc|data de lançamento|"
    "fecha movimiento|fecha de la operación|datum operace|datum zaúčtování|datum transakce|dátum|"
    "könyvelés dátuma|tranzakció dátuma|tranzakció időpontja|"
    "ημερομηνία|التاريخ|تاريخ العملية|تاريخ|ngày hạch toán|ngày gd|дата проводки|"
    "дата и время|дата платежа|päivä|kirjauspäivä|data księgowa|data transakcji|transaction_date|"
    "release date",
    "value_date": "rentedato|valørdato|valutadato|data waluty|"
    "wertstellung|wertstellungsdatum|valutadatum|valutatag|date valeur|date de valeur|"
    "fecha valor|data valor|data valuta|valutadag|rentedatum|ngày hiệu lực|起息日",
    "time": "uhrzeit|zeit|heure|hora|ora|tijd|saat|giờ|время|时间|時刻",
    "text": "tekst|beskrivelse|beskrivning|specifikation|text|opis operacji|opis|tytuł|tytuł operacji|typ|"
    "verwendungszweck|buchungstext|vorgang|beschreibung|libellé|libelle|libelle/reference|"
    "libellé/référence|motif|concepto|detalle|"
    "descripción|observaciones|descrição|histórico|descrizione|causale|mededelingen|mededeling|"
    "naam/omschrijving|omschrijving|aç\u0131klama|diễn giải|nội dung|รายการ|описание|назначение|"
    "摘要|说明|备注|用途|内容|交易摘要|交易类型|交易说明|订单标题|商品说明|对手信息|"
    "相手先|お取り扱い内容|取引内容|入出金内容|摘要内容|적요|거래내용|내용|거래구분|交易詳情|"
    "交易详情|交易说明|附言|รายละเอียด|คำอธิบาย|ช่องทาง|"
    "diễn giải chi tiết|nội dung chi tiết|nội dung giao dịch|mô tả|الوصف|البيان|التفاصيل|выписка|"
    "описание операции|назначение платежа|popis|zpráva pro příjemce|poznámka|közlemény|περιγραφή|"
    "aiheuttaja|selitys|viesti|descripcion|movimiento|concepto ampliado|descrizione operazioni|"
    "descrizione operazione|dettagli|descrição do lançamento|lançamento|lancamento|historico|label|"
    "opis transakcji|szczegóły transakcji|işlem",
    "amount": "实付金额|brutto|bruttobetrag|importe bruto|montant brut|beløp|beløb|belopp|kwota|kwota operacji|"
    "betrag|umsatz|montant|importe|monto|valor|importo|bedrag|tutar|số tiền|сумма|金额|交易金额|发生额|"
    "kwota transakcji|obrót|objem|částka|suma|importe eur|importe mxn|valor r$|valor (r$)|quantia|"
    "montant eur|montante|summe|számla összege|összeg|ποσό|määrä|المبلغ|سُمّا|入出金|取引金額|"
    "거래금액|거래 금액|금액|"
    "จำนวนเงิน|交易額|記帳金額|记账金额|số tiền giao dịch|сумма операции|сумма платежа|beloeb",
    "debit": "ut fra konto|ut|uttag|obciążenia|obciążenie|"
    "soll|af|belastung|lastschrift|auszahlung|ausgaben|débit|cargo|cargos|egreso|débito|debito|saída|"
    "addebiti|uscite|dare|borc|borç|ghi nợ|ถอน|расход|дебет|借方|支出|支出金额|お支払金額|"
    "支払い金額|支払金額|お引出し|出金|出金額|出金金額|払出金額|引出金額|출금액|출금|출금금액|"
    "찾으신금액|支出金額|提出|借方金额|转出金额|付款金额|ถอนเงิน|รายการถอน|"
    "ถอน/โอนออก|phát sinh nợ|số tiền ghi nợ|nợ|مدين|сумма списания|списание|расходы|wydatki|"
    "obciążenie konta|uitgaven|sortie|sorties|retrait|retraits|salidas|egresos|saídas|débitos|addebito|"
    "importo addebiti|ç\u0131kan|gider",
    "credit": "inn på konto|inn|insättning|uznania|uznanie|"
    "haben|bij|gutschrift|einzahlung|einnahmen|crédit|abono|abonos|ingreso|crédito|credito|entrada|"
    "accrediti|entrate|avere|alacak|ghi có|ฝาก|приход|кредит|贷方|收入|收入金额|お預り金額|"
    "預かり金額|預り金額|お預入れ|入金|入金額|入金金額|受入金額|お預け入れ|입금액|입금|"
    "입금금액|맡기신금액|收入金額|存入|貸方|贷方金额|转入金额|收款金额|ฝากเงิน|"
    "รายการฝาก|ฝาก/โอนเข้า|phát sinh có|số tiền ghi có|có|دائن|сумма зачисления|зачисление|доходы|wpływy|"
    "uznanie konta|inkomsten|entrée|entrées|versement|versements|entradas|ingresos|créditos|accredito|"
    "importo accrediti|giren|gelir",
    "direction": "creditdebet|credit debet|借贷|soll/haben|s/h|af bij|af/bij|signo|收/支|借贷|借/贷|借贷标志",
    "balance": "guthaben|saldo po operacji|saldo etter|bokført saldo|"
    "kontostand|saldo nach buchung|solde|solde après opération|saldo final|saldo disponible|"
    "saldo na mutatie|bakiye|số dư|คงเหลือ|остаток|баланс|余额|账户余额|差引残高|残高|"
    "取引後残高|お預り残高|現在残高|잔액|거래후잔액|거래 후 잔액|거래후 잔액|餘額|結餘|"
    "帳戶餘額|本次余额|账户余额(元)|ยอดคงเหลือ|ยอดเงินคงเหลือ|คงเหลือ|"
    "số dư cuối|số dư sau giao dịch|الرصيد|الرصيد المتاح|остаток после операции|zůstatek|"
    "saldo na rachunku|saldo po transakcji|egyenleg|υπόλοιπο|saldo contabile|saldo progressivo|"
    "saldo contable|saldo disp|saldo após|solde progressif|saldo (r$)|partial balance",
    "reference": "referenz|kundenreferenz|référence|referencia|referência|riferimento|referentie|流水号|"
    "交易流水号|"
    "số tham chiếu|số bút toán|mã giao dịch|交易单号|交易订单号|取引番号|거래번호|"
    "номер операции|numer referencyjny|"
    "id operace|id pohybu|nº documento|docto|dcto|documento|num operazione|numéro d opération|receipt no",
    "status": "estado|estatus|situa\u00e7\u00e3o|situacao|statut|stato|durum|stav|tr\u1ea1ng th\u00e1i|"
    "\u0e2a\u0e16\u0e32\u0e19\u0e30|"
    "\u0627\u0644\u062d\u0627\u0644\u0629|\u0441\u0442\u0430\u0442\u0443\u0441|\u72b6\u6001|"
    "\u4ea4\u6613\u72b6\u6001|\u5f53\u524d\u72b6\u6001|\u72c0\u614b|\uc0c1\ud0dc",
    "currency": "valuta|waluta|währung|devise|moneda|divisa|moeda|valuta rekening|munt|валюта|币种|通貨|"
    "devizanem|pénznem|valutacode|munteenheid|devies|waehrung|waehrung betrag|monn|vāluta|валюта счета|记账币种|"
    "币别|交易币种|記帳幣別|幣別|loại tiền|통화|สกุลเงิน|العملة|měna|deviza|νόμισμα|valutta|döviz",
    "account": "auftragskonto|kontonummer|iban auftragskonto|compte|numéro de compte|cuenta|conta|conto|"
    "rekeningnummer|eigen rekening|iban/bban|账号|本方账号|номер счета|номер счёта|счет|счёт|auftraggeberkonto|"
    "iban auftraggeberkonto|número de cuenta|numero de cuenta|número da conta|numéro compte|nr rachunku|"
    "numer rachunku|číslo účtu|tilinumero|konto|kontonr|számlaszám",
    "party": "iban zahlungsbeteiligter|kontonummer/iban|gegenkonto|tegenrekening|compte contrepartie|"
    "对方账号|对方账户|交易对手账号|"
    "protiúčet|對方帳號|对方账号|số tài khoản đối ứng|tài khoản đối ứng|numer rachunku odbiorcy|계좌번호|"
    "счет контрагента|cuenta destino|conta destino|iban destinatario",
    "party_name": "name zahlungsbeteiligter|begünstigter/zahlungspflichtiger|auftraggeber/empfänger|"
    "zahlungsempfänger|empfänger|auftraggeber/begünstigter|naam tegenpartij|tegenpartij|bénéficiaire|"
    "beneficiario|contrapartida|对方户名|对方名称|"
    "nazwa odbiorcy|nazwa nadawcy|zahlungspflichtiger|zahlungspflichtige*r|zahlungsempfänger*in|"
    "buchungspartner|nom|nombre|ordenante|nome|보낸분/받는분|보낸분|받는분|交易对方|对方名称|"
    "收款人|付款人|對方戶名|tên người|"
    "người thụ hưởng|контрагент|název protiúčtu|protistrana|tegenpartij naam|al\u0131c\u0131|gönderen|saaja|"
    "saaja/maksaja",
    "fee": "entgelt|gebühren|provision|tarif|comisión|gebühr|frais|comisión|kosten|commissione|手续费",
}

PARTS: tuple[tuple[str, str], ...] = (
    ("debit", r"(?:金额|金額|额).*(?:支出|转出|付款)|(?:支出|转出|取出).*(?:金额|金額|额)"),
    ("credit", r"(?:金额|金額|额).*(?:收入|转入|收款)|(?:收入|转入|存入).*(?:金额|金額|额)"),
    (
        "value_date",
        r"\b(?:valuta|wertstellung|valeur)\b.*\b(?:datum|date|data)\b|\bfecha\b.*\bvalor\b|\brentedat|\bvaluta\w*dat",
    ),
    (
        "balance",
        r"\b(?:kontostand|solde|zůstatek|zostatok|egyenleg|остаток|bakiye|likutis|jääk|số dư|잔액|残高|余额|餘額)\b",
    ),
    (
        "date",
        (
            r"\w*(?:datum|dato|datums)\b|\b(?:fecha|data|dátum\w*|дата|tarih\w*|päivä|kuupäev|dagsetning|ngày|ημερομηνία)\b|"
            r"日期|日時|年月日|날짜|일자|일시|วันที่|(?:交易|创建|支付|成功|付款|记账)\w*时间"
        ),
    ),
    (
        "text",
        (
            r"\w*(?:beschreibung|zweck)\b|\b(?:libellé|concepto|omschrijving|описание|назначение|popis|opis|leírás|közlemény|"
            r"aç\u0131klama|selitys|selgitus|beskrivelse|beskrivning|paskirtis|apraksts|descripción|descrição|descrizione|causale)\b|"
            r"摘要|说明|備註|备注|적요|내용|รายละเอียด"
        ),
    ),
    (
        "amount",
        (
            r"\w*(?:betrag|beløp|belopp)\b|\b(?:bedrag|importe|importo|montant|montante|monto|kwota|částka|suma|сумма|összeg\w*|"
            r"tutar\w*|iznos|znesek|số tiền|upphæð|ποσό)\b|金额|金額|금액|จำนวนเงิน"
        ),
    ),
    (
        "currency",
        r"\w*(?:währung|waehrung)\b|\b(?:měna|mena|валюта|waluta|devise|divisa|moneda|moeda|deviza\w*|munt)\b|币种|幣別",
    ),
)
"""Words inside a longer heading, after those of the two languages of this program."""
