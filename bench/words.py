"""The words from which the benchmark's catalogue is told: places, goods, stories. All are made up.

A text is a pair (Indonesian, English); `one/two` in the tables below is split into such pairs once, on import.
"""

from __future__ import annotations

import random

Pair = tuple[str, str]


def chance(*seed: object) -> random.Random:
    """A source of chance that gives the same for the same seed."""
    return random.Random(":".join(map(str, seed)))  # noqa: S311  # no secret: the same catalogue is wanted each time


def pairs(text: str) -> tuple[Pair, ...]:
    """`jati/teak|bambu/bamboo` → (("jati", "teak"), ("bambu", "bamboo")); a word alone is the same in both."""
    split = (item.strip().partition("/") for item in text.replace("\n", "").split("|"))
    return tuple((first, second or first) for first, _, second in split)


TYPES = (  # type, how its name begins
    ("lapas", "Lapas Kelas IIA"),
    ("lapas", "Lapas Kelas IIB"),
    ("rutan", "Rutan Kelas IIB"),
    ("lapas-narkotika", "Lapas Narkotika Kelas IIA"),
    ("lapas-perempuan", "Lapas Perempuan Kelas IIA"),
    ("lapas-terbuka", "Lapas Terbuka Kelas IIB"),
    ("bapas", "Bapas Kelas II"),
)
PLACES = tuple(
    """Sukarekaan|Tanjungmisal|Karangumpama|Wonocontoh|Padangandai|Kotareka|Tirtamisal|Lembangandai|Bumicontoh|
    Sidoreka|Mekarmisal|Airumpama|Telukcontoh|Batuandai|Rawareka|Pulaumisal""".replace("\n", "")
    .replace(" ", "")
    .split("|")
)
STYLES = pairs(
    """Klasik/Classic|Pesisir/Coastal|Lereng/Highland|Sekar/Blossom|Rimba/Forest|Teduh/Shade|Lestari/Evergreen|
    Kencana/Golden|Samudra/Ocean|Fajar/Daybreak|Rembulan/Moonlit|Cakrawala/Horizon"""
)
NOUNS = {
    "sabut-serat": pairs("Jaring/Net|Tali/Rope|Pot gantung/Hanging pot|Media tanam/Growing medium"),
    "arang": pairs("Arang batok/Shell charcoal|Briket/Briquettes|Arang kayu/Lump charcoal"),
    "anyaman-bambu": pairs("Keranjang/Basket|Tikar/Mat|Tudung saji/Food cover|Topi/Hat"),
    "kerajinan-kayu": pairs("Miniatur perahu/Model boat|Nampan/Tray|Kotak/Box|Jam dinding/Wall clock"),
    "mebel": pairs("Kursi/Chair|Meja/Table|Bangku/Bench|Lemari/Cabinet|Rak/Shelf"),
    "tas-sandal": pairs("Tas/Bag|Sandal/Sandals|Dompet/Wallet|Ikat pinggang/Belt"),
    "tekstil": pairs("Kain/Cloth|Kemeja/Shirt|Taplak/Tablecloth|Selendang/Shawl"),
    "cendera-mata": pairs("Gantungan kunci/Keychain|Hiasan meja/Table ornament|Gelang/Bracelet|Lukisan/Painting"),
    "makanan": pairs("Roti/Bread|Keripik/Chips|Kue kering/Cookies|Abon/Shredded fish"),
    "bahan-bangunan": pairs("Paving block|Batako/Concrete block|Roster/Vent block|Genteng/Roof tile"),
    "rumah-tangga": pairs("Keset/Doormat|Sapu/Broom|Rak sepatu/Shoe rack|Gantungan baju/Clothes hanger"),
    "hasil-tani": pairs("Telur asin/Salted eggs|Kopi/Coffee|Sayur/Vegetables|Madu/Honey"),
}
MATERIALS = {
    "sabut-serat": pairs("sabut kelapa/coconut fibre|rami/ramie|serat nanas/pineapple fibre"),
    "arang": pairs("tempurung kelapa/coconut shell|kayu keras/hardwood|serbuk gergaji/sawdust"),
    "anyaman-bambu": pairs("bambu/bamboo|rotan/rattan|pandan/pandanus|eceng gondok/water hyacinth"),
    "kerajinan-kayu": pairs("jati/teak|mahoni/mahogany|sengon/albizia"),
    "mebel": pairs("jati/teak|mahoni/mahogany|rotan/rattan|besi/iron"),
    "tas-sandal": pairs("kulit sapi/cow leather|benang nilon/nylon yarn|kanvas/canvas|karet/rubber"),
    "tekstil": pairs("katun/cotton|rayon|sutra/silk|linen"),
    "cendera-mata": pairs("getah/sap|manik-manik/beads|kayu/wood|kerang/shell"),
    "makanan": pairs("singkong/cassava|pisang/banana|tepung terigu/wheat flour|ikan teri/anchovies"),
    "bahan-bangunan": pairs("beton/concrete|tanah liat/clay|semen/cement"),
    "rumah-tangga": pairs("kain perca/offcuts|ijuk/palm fibre|kayu/wood"),
    "hasil-tani": pairs("itik/duck|arabika/arabica|robusta|hutan/forest"),
}
HS_CHAPTERS = {
    "sabut-serat": "5608", "arang": "4402", "anyaman-bambu": "4602", "kerajinan-kayu": "4420", "mebel": "9403",
    "tas-sandal": "4202", "tekstil": "5208", "cendera-mata": "8306", "makanan": "1905", "bahan-bangunan": "6810",
    "rumah-tangga": "5705", "hasil-tani": "0407",
}  # fmt: skip
UNITS = ("piece", "pair", "set", "dozen", "sheet", "roll", "pack", "box", "kg")
UNIT_WORDS = {
    "piece": ("buah", "pieces"), "pair": ("pasang", "pairs"), "set": ("set", "sets"), "dozen": ("lusin", "dozen"),
    "sheet": ("lembar", "sheets"), "roll": ("gulung", "rolls"), "pack": ("bungkus", "packs"), "box": ("kotak", "boxes"),
    "kg": ("kilogram", "kilograms"),
}  # fmt: skip
COUNTRIES = ("KR", "JP", "DE", "MY", "SG", "NL", "AE", "FR", "CN", "SA")
PORTS = ("IDTPP", "IDSUB", "IDBLW", "IDMAK", "IDSRG", "IDBPN")
COLOURS = pairs(
    "cokelat alami/natural brown|hitam/black|putih gading/ivory|merah bata/brick red|hijau lumut/moss green"
)
FINISHES = pairs("pernis doff/matt varnish|minyak alami/natural oil|tanpa lapisan/uncoated|lilin lebah/beeswax")
PACKINGS = pairs(
    "karton lima lapis/five-ply carton|kantong kraft/kraft pouch|peti kayu/wooden crate|kotak cetak/printed box"
)
DETAILS = (
    (("Warna", "Colour"), COLOURS),
    (("Penyelesaian akhir", "Finish"), FINISHES),
    (("Kemasan", "Packing"), PACKINGS),
    (
        ("Perawatan", "Care"),
        pairs("lap dengan kain kering/wipe with a dry cloth|simpan di tempat kering/keep dry|cuci tangan/hand wash"),
    ),
)
CERTIFICATES = ("halal", "p-irt", "sni", "svlk", "iso-9001", "origin")

STORY = (
    """\
Di bengkel kerja {place}, {noun} {material} ini dibuat sejak {year} oleh {people} warga binaan dengan bimbingan
petugas. Bahan dipilih menurut ukuran, dikeringkan {days} hari, lalu diperiksa sebelum dikerjakan supaya hasilnya
tidak mudah berubah bentuk ketika dikirim jauh.[¹](source:{source})

Setiap tahap dicatat dalam **buku mutu** dan diperiksa dua kali oleh petugas yang berbeda. Cara pemeriksaannya dapat
dibaca pada [panduan mutu](https://example.org/mutu/{number}) sebelum memesan sampel.

- bahan baku dari jarak paling jauh {km} km
- pengeringan bertahap selama {days} hari
- **penyelesaian tangan** tanpa pelarut
- kemasan yang dapat dipakai lagi

Ukuran dan warna dapat disesuaikan mulai {minimum} {unit} dalam satu pesanan. Seri {style} dapat digabung dengan
barang lain dari unit yang sama dalam satu pengiriman; tanyakan volume kemasan dan berat kotornya. Permintaan dijawab
pada hari kerja dalam bahasa Indonesia.

Cadangan bahan disimpan untuk *tiga bulan*, sehingga jadwal tetap terjaga ketika hujan datang lebih awal.
""",
    """\
In the workshop at {place}, this {noun} of {material} has been made since {year} by {people} people in custody under
the guidance of staff. The material is chosen by size, dried for {days} days and checked before work begins, so that
it keeps its shape on a long journey.[¹](source:{source})

Every step is written into a **quality book** and checked twice by two members of staff. How the checks work can be
read in the [quality guide](https://example.org/mutu/{number}) before a sample is ordered.

- raw material from at most {km} km away
- drying in stages over {days} days
- **finished by hand** without solvents
- packing that can be used again

Size and colour can be adapted from {minimum} {unit} in one order. The {style} series can be combined with other goods
of the same facility in one shipment; ask for the packed volume and the gross weight. Requests are answered on working
days in Indonesian.

A reserve of material is kept for *three months*, so that the schedule holds when the rains come early.
""",
)
TABLE = (
    """
| Ukuran | Panjang | Berat |
|---|---:|---:|
| kecil | {short} cm | {light} g |
| besar | {long} cm | {heavy} g |
""",
    """
| Size | Length | Weight |
|---|---:|---:|
| small | {short} cm | {light} g |
| large | {long} cm | {heavy} g |
""",
)
FACILITY_STORY = (
    """\
{name} bekerja di {place} dengan bengkel seluas {area} m². Kunjungan pembeli diterima dengan perjanjian pada hari
kerja.

Setiap barang diberi nomor dan dapat ditelusuri sampai ke bengkelnya. Unit ini bekerja sama dengan balai latihan kerja
setempat untuk pelatihan dan penilaian mutu.
""",
    """\
{name} works at {place} in a workshop of {area} m². Buyers are received by appointment on working days.

Every piece has a number and can be traced to its workshop. The facility works with the local vocational training
centre on training and on judging quality.
""",
)
