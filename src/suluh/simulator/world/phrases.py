# SPDX-License-Identifier: Apache-2.0
"""Wordings of the made-up trade and of ordinary life, Indonesian and English, as data."""

from suluh.simulator.dice import Dice

ADVERTS = (
    "paket {items} file {price} minat DM",
    "ready {items} item {price}, langsung japri",
    "open order. {items} file cuma {price} kak, fast respon",
    "new stock! {items} items {price}, dm me",
    "promo minggu ini {items} item {price}. payment bca/gopay/pulsa",
    "{items} pcs = {price}. no ribet, chat aja",
)
MENUS = (
    "list harga: {small} item {small_price}, {items} item {price}",
    "ready kak: {small} file {small_price} / {items} file {price}",
    "price list {small} = {small_price} | {items} = {price}",
)
OFFERS = (
    "paket {items} file {price} kak",
    "ready {items} item {price}",
    "bisa kak, {items} file {price} ya",
    "{items} item harga {price}",
    "ada paket {items} {price} kak, mau?",
    "I have {items} files for {price}",
    "{items} items, {price} only",
)
OFFERS_WITHOUT = (
    "ready kak, harga biasa ya",
    "ada, isi {items}, harga spt kemarin",
    "same price as before, {items} items",
)
ASKS = (
    "kak masih ready?",
    "ready stok ga?",
    "mau order kak",
    "min, paketnya masih ada?",
    "hi, still available?",
    "order lagi dong",
    "liat di grup, masih ada kah",
)
CHOICES = ("yang {items} kak", "ambil yg {items}", "mau yang kedua", "the {items} one pls")
HAGGLES = ("nego {low} bisa?", "{low} deh kak", "kurangin dikit, {low} ya", "can you do {low}?")
YIELDS = ("boleh deh {price}", "ok {price} deal", "yaudah {price} gapapa", "ok {price} last price")
AGREES = ("ok mau", "oke kak deal", "siap, ambil ya", "deal", "ok I take it", "boleh kak minta rek")
BANK_INSTRUCTIONS = (
    "tf ke {bank} {account} a.n. {holder}",
    "transfer {bank} {account} ({holder}) ya kak",
    "rek {bank}: {account} an {holder}",
    "send to {bank} {account} {holder}",
)
UNIQUE = (
    "nominalnya pas {price} ya kak biar gampang cek",
    "tf {price} (3 digit terakhir jangan dibulatkan)",
    "exact amount please: {price}",
)
WALLET_INSTRUCTIONS = ("gopay {phone} aja kak", "kirim gopay ke {phone} ya", "GoPay {phone} please")
CREDIT_INSTRUCTIONS = ("isi pulsa {phone} aja kak", "pulsa ke {phone} ya", "send pulsa to {phone}")
PAID_WORDS = (
    "udah tf kak",
    "sudah transfer ya",
    "done tf, cek kak",
    "udah masuk blm?",
    "paid, please check",
    "sudah dikirim ya kak",
)
PAID_AS = ("udah tf kak a.n. {holder}", "sudah tf atas nama {holder}", "sent from {holder}")
PAID_CREDIT = ("pulsa udah masuk kak, sn {sn}", "udah isi ya sn: {sn}", "pulsa sent, SN {sn}")
RECEIVED = ("ok masuk, ditunggu ya", "sip kak, aku kirim skrg", "oke cek dulu", "received, sending now")
CAPTIONS = ("ini ya", "cek kak", "part {part}", "lanjut", "here", "sisanya nyusul")
THANKS = ("makasih kak", "mantap, nanti order lagi", "thx", "ok lengkap", "sip udah semua")
CHASES = ("kak kok blm dikirim?", "halo? udah 2 hari nih", "still waiting", "min tolong dong blm masuk")
DECLINES = ("mahal kak, ga jadi", "nanti aja deh", "belum gajian kak", "maybe later", "ok pikir2 dulu")
GIFTS = ("ini bonus buat langganan", "gratis buat kamu kak, makasih udah sering order", "free bonus for you")
BARTER_ASKS = ("tuker aja gimana? aku ada yg baru", "barter yuk kak", "swap? I have some new")
BARTER_YES = ("boleh, kirim dulu", "ok tuker", "ok swap, you first")
SUBSCRIPTIONS = (
    "langganan 3 bulan {price} kak, update tiap minggu",
    "membership 3 bulan {price}",
    "3 months access {price}",
)
INVITES = ("ini link nya kak t.me/+{code}", "join ya t.me/+{code}", "your invite: t.me/+{code}")

FAMILY = (
    "nanti pulang jam berapa?",
    "jangan lupa makan ya",
    "ibu udah di rumah",
    "tolong beliin telur sama beras",
    "besok arisan di rumah tante",
    "udah transfer {price} ya buat makan siang",
    "uang {price} kemarin udah aku ganti",
    "gas habis nih",
    "jemput adek jam 3 bisa?",
    "wkwk iya",
    "ok",
    "siap bos",
    "hati2 di jalan",
    "ujan deres banget di sini",
    "paket shopee udah nyampe belum?",
    "minta tolong isi pulsa {price} dong",
)
SHOP = (
    "kak bajunya masih ada ukuran M?",
    "ready kak, {price} belum ongkir",
    "totalnya {price} ya kak",
    "udah saya transfer ya",
    "resi nya menyusul kak",
    "barang sudah dikirim hari ini",
    "makasih kak, bintang 5 ya",
)
CHATTER = (
    "selamat pagi semua",
    "hello all, new here",
    "any news?",
    "admin tolong pin rules",
    "who is from here?",
    "sepi amat grup ini",
    "wkwkwk",
    "salam kenal",
    "rules: no spam",
    "up",
    "thanks for add",
    "ada yang punya yg baru?",
)
GROUP_TITLES = (
    "Koleksi Zol",
    "Tukar Vek",
    "Rux Exchange",
    "Info Stok Naxka",
    "World Swap Tum",
    "Kob Lounge",
    "Stok Harian Fiz",
    "Yel Archive",
)
REMARKS = ("", "", "", "BELI PULSA", "TITIP", "JAJAN", "bayar", "utang", "makan siang", "order")
SHOP_HOLDERS = (
    "TOKO ZOLREN",
    "WARUNG VEKDA",
    "CV NAXTOS",
    "APOTEK RUXVI",
    "KIOS TUMZI",
    "PT KOBLUN",
    "DEPOT MIPFO",
    "BENGKEL YELDA",
)
LIFE = ("BELANJA", "LISTRIK", "CICILAN", "SEWA KOS", "SPP", "KATERING", "AIR", "")


def money_words(dice: Dice, amount: int) -> str:
    """A rupiah amount as people write it."""
    thousands, rest = divmod(amount, 1_000)
    dotted = f"{amount:,}".replace(",", ".")
    if rest:
        return dice.pick((dotted, str(amount), f"Rp{dotted}"))
    return dice.weighted(
        (f"{thousands}rb", f"{thousands}k", f"{thousands} ribu", f"Rp{dotted}", f"Rp {dotted}", f"{thousands}.000"),
        (40, 25, 10, 10, 5, 10),
    )
