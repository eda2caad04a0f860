"""Every sentence a problem can be told in: a table by code, in Indonesian and in English.

A code's first column is its level; then what was found and expected, then the cure. `{name}` stands for an
argument of the problem. A sentence says what was found, what was expected, and what to do; none is a library's.
"""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """A problem's sentences. `hint_*` may be empty; a suggestion ("did you mean") goes before it."""

    level: str
    id: str
    en: str
    hint_id: str = ""
    hint_en: str = ""

    def said(self, language: str) -> str:
        return self.id if language == "id" else self.en

    def cure(self, language: str) -> str:
        return self.hint_id if language == "id" else self.hint_en


LEVELS = {"error": ("error", "error"), "warning": ("peringatan", "warning"), "note": ("catatan", "note")}
WORDS = {"hint": ("saran", "hint"), "did-you-mean": ("maksud Anda `{word}`?", "did you mean `{word}`?")}

E, W, N = "error", "warning", "note"

MESSAGES: dict[str, Message] = {}

# -- files ---------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "file-missing": Message(
        E,
        "berkas `{name}` tidak ada",
        "there is no file `{name}`",
        "buat berkas itu; contohnya ada di README",
        "make that file; the README has an example",
    ),
}

# -- the site's folder ---------------------------------------------------------------------------------------------
MESSAGES |= {
    "output-unsafe": Message(
        E,
        "folder ini tidak boleh menjadi folder situs: {why}",
        "this folder can't be the site's folder: {why}",
        "pilih folder lain dengan --output; folder baru atau kosong, misalnya `dist`",
        "choose another with --output: a new or an empty one, such as `dist`",
    ),
    "output-not-ours": Message(
        E,
        "folder ini berisi sesuatu yang bukan buatan program ini (`build.json` tidak ada atau rusak)",
        "this folder holds things that this program did not make (its `build.json` is missing or damaged)",
        "pilih folder baru atau kosong dengan --output, atau pindahkan isi folder ini",
        "choose a new or an empty folder with --output, or move away what is in this one",
    ),
    "output-busy": Message(
        E,
        "program ini sedang berjalan di tempat lain dan menulis ke folder ini",
        "another build is writing to this folder",
        "tunggu sampai selesai, lalu jalankan lagi",
        "wait for it to end, then run this one again",
    ),
    "output-disk": Message(
        E,
        "tidak dapat ditulis: {reason}; situs yang lama tidak berubah",
        "it can't be written: {reason}; the old site is unchanged",
        "perbaiki penyebabnya, lalu jalankan lagi",
        "fix the cause, then run this again",
    ),
    "output-interrupted": Message(
        E,
        "penggantian situs terhenti di tengah: {reason}; sebagian halaman masih yang lama",
        "replacing the site stopped half way: {reason}; some pages are still the old ones",
        "perbaiki penyebabnya, lalu jalankan lagi; penggantian itu akan diselesaikan",
        "fix the cause, then run this again: the next build will finish it",
    ),
    "output-path": Message(
        E,
        "`{path}` tidak dapat menjadi nama berkas situs: harus berupa jalur relatif dengan `/`, tanpa `..`, "
        "dan tanpa karakter yang ditolak sistem lain",
        "`{path}` can't be the name of a file of the site: it must be a relative path with `/`, without `..`, "
        "and without characters that other systems refuse",
        "ubah slug, alias, atau teks tema `address.…` yang menghasilkannya",
        "change the slug, the alias or the theme string `address.…` that it comes from",
    ),
    "output-clash": Message(
        E,
        "alamat ini bertabrakan dengan `{other}`: di Windows dan macOS keduanya satu berkas, "
        "atau yang satu menjadi folder bagi yang lain",
        "this address clashes with `{other}`: on Windows and macOS both are one file, or one is the other's folder",
        "beri salah satunya slug, alias, atau teks tema `address.…` yang lain",
        "give one of the two another slug, alias or theme string `address.…`",
    ),
    "output-foreign": Message(
        E,
        "berkas ini ada di folder situs, tetapi bukan buatan program ini; tempatnya diperlukan untuk halaman situs",
        "this file is in the site's folder, but no build wrote it; the site needs its place",
        "pindahkan atau hapus berkas itu",
        "move it away or remove it",
    ),
    "output-edited": Message(
        W,
        "berkas situs ini telah diubah di luar program ini; kini dipulihkan",
        "this file of the site was changed by something other than a build; it has been restored",
        "ubah isinya di content/ atau temanya, bukan di folder situs",
        "make the change in content/ or in the theme, not in the site's folder",
    ),
    "output-left": Message(
        W,
        "berkas ini tidak lagi menjadi bagian situs, tetapi telah diubah di luar program ini; dibiarkan di tempatnya",
        "this file is no longer part of the site, but was changed by something other than a build; "
        "it is left where it is",
        "hapus sendiri bila tidak diperlukan",
        "remove it yourself if it is not needed",
    ),
}

# -- files that can't be read --------------------------------------------------------------------------------------
MESSAGES |= {
    "folder-missing": Message(
        E,
        "folder ini tidak ada",
        "there is no such folder",
        "periksa namanya, atau buat folder itu",
        "check its name, or make it",
    ),
    "file-link": Message(
        E,
        "ini tautan ke luar folder, ke sebuah folder, atau ke tautan lain yang kembali kepadanya; "
        "yang dibaca hanya berkas di dalam folder",
        "this is a link that leads out of the folder, to a folder, or back to itself; "
        "only files inside the folder are read",
        "ganti tautan itu dengan berkasnya sendiri",
        "put the file itself in the link's place",
    ),
    "file-irregular": Message(
        E,
        "ini bukan berkas biasa, melainkan pipa, soket, atau perangkat",
        "this is not an ordinary file (it is a pipe, a socket or a device)",
        "hapus dari folder ini",
        "remove it from this folder",
    ),
    "file-unreadable": Message(
        E,
        "ini tidak dapat dibaca",
        "this can't be read",
        "periksa izin berkas dan foldernya, serta disknya",
        "check the permissions of the file and its folder, and the disk",
    ),
    "file-name": Message(
        E,
        "nama berkas {name} mengandung karakter yang tidak terlihat atau tidak dapat dipakai",
        "the file name {name} has characters that can't be seen or used",
        "ganti namanya dengan huruf, angka, dan tanda hubung",
        "rename it with letters, digits and hyphens",
    ),
    "file-large": Message(
        E,
        "berkas ini lebih besar dari {most} kB, batas untuk jenisnya",
        "this file is larger than {most} kB, the limit for its kind",
        "pendekkan, atau bagi menjadi beberapa entri",
        "shorten it, or split it into several entries",
    ),
    "file-encoding": Message(
        E,
        "teks ini bukan UTF-8",
        "this text is not UTF-8",
        "simpan lagi dengan pengodean UTF-8 (di Notepad: Simpan sebagai, Pengodean, UTF-8)",
        "save it again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
    ),
    "file-unseen": Message(
        E,
        "di sini ada karakter yang tidak terlihat, {character}",
        "there is an invisible character here, {character}",
        "hapus karakter itu; biasanya terbawa saat menyalin dari dokumen lain",
        "remove it; it usually comes with text copied from another document",
    ),
}

# -- YAML ----------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "yaml-syntax": Message(
        E,
        "baris ini tidak dapat dibaca sebagai YAML",
        "this line can't be read as YAML",
        "bandingkan dengan entri lain: `kunci: nilai`, dan lekuk (indentasi) dua spasi",
        "compare it with another entry: `key: value`, indented by two spaces",
    ),
    "yaml-colon": Message(
        E,
        "ada tanda `:` di dalam nilai, sehingga nilai ini terbaca sebagai kunci lagi",
        "there is a `:` inside the value, so it reads as another key",
        'apit seluruh nilai dengan tanda kutip: `kunci: "nilai: dengan titik dua"`',
        'put the whole value in quotes: `key: "value: with a colon"`',
    ),
    "yaml-start": Message(
        E,
        "nilai tidak boleh diawali `{character}`",
        "a value can't begin with `{character}`",
        "apit seluruh nilai dengan tanda kutip",
        "put the whole value in quotes",
    ),
    "yaml-bracket": Message(
        E,
        "kurung `[` atau `{{` tidak ditutup, atau ada koma yang kurang",
        "a `[` or `{{` is not closed, or a comma is missing",
        "tutup kurungnya, atau tulis satu baris untuk setiap nilai",
        "close it, or write one value per line",
    ),
    "yaml-indent": Message(
        E,
        "lekuk (indentasi) baris ini tidak cocok dengan baris di atasnya",
        "this line's indentation does not match the lines above it",
        "samakan spasi di awal baris dengan kunci-kunci yang setingkat",
        "give it as many spaces as the keys beside it have",
    ),
    "yaml-key-alone": Message(
        E,
        "di sini ada teks tanpa `:`; yang diharapkan `kunci: nilai`",
        "there is text without a `:` here; `key: value` was expected",
        "tambahkan `:` dan satu spasi setelah kuncinya, atau lekukkan baris ini jika masih termasuk nilai di atasnya",
        "put `:` and a space after the key, or indent this line if it still belongs to the value above",
    ),
    "yaml-quote": Message(
        E,
        "tanda kutip ini tidak pernah ditutup",
        "this quotation mark is never closed",
        "tambahkan tanda kutip yang sama di akhir nilai",
        "put the same mark at the end of the value",
    ),
    "yaml-after-quote": Message(
        E,
        "ada teks setelah tanda kutip penutup",
        "there is text after the closing quotation mark",
        "pindahkan tanda kutip ke awal dan akhir seluruh nilai; kutipan di dalamnya diapit tanda kutip jenis lain",
        "put the marks around the whole value; a quotation inside it takes the other kind of mark",
    ),
    "yaml-escape": Message(
        E,
        "di antara tanda kutip ganda, `\\` memulai sebuah kode, dan yang ini tidak dikenal",
        "between double quotation marks a `\\` begins a code, and this one is unknown",
        "apit nilainya dengan tanda kutip tunggal: `'…'`",
        "put the value in single quotation marks: `'…'`",
    ),
    "yaml-smart": Message(
        E,
        "tanda kutip melengkung (“ ”) tidak mengapit nilai di YAML, sehingga `:` di dalamnya memecah nilai",
        "curly quotation marks (“ ”) do not hold a value together in YAML, so a `:` inside breaks it",
        'ganti dengan tanda kutip lurus: `"…"`',
        'replace them with straight ones: `"…"`',
    ),
    "yaml-tab": Message(
        E,
        "baris ini dilekukkan dengan tab; YAML hanya menerima spasi",
        "this line is indented with a tab; YAML takes only spaces",
        "ganti tab dengan dua spasi",
        "replace the tab with two spaces",
    ),
    "yaml-key": Message(
        E,
        "kunci harus berupa satu kata, bukan daftar atau kelompok",
        "a key must be one word, not a list or a mapping",
        "tulis `kunci: nilai`",
        "write `key: value`",
    ),
    "yaml-twice": Message(
        E,
        "kunci `{key}` ada dua kali; yang mana yang benar?",
        "the key `{key}` appears twice; which one is right?",
        "hapus salah satunya",
        "remove one of them",
    ),
    "yaml-comma": Message(
        E,
        "`{key}` di antara kurung kurawal terbaca sebagai kunci tanpa nilai: di sana koma memulai kunci baru",
        "between braces `{key}` reads as a key without a value: there a comma begins a new key",
        "apit seluruh nilai dengan tanda kutip, atau tulis satu baris untuk setiap kunci, tanpa kurung kurawal",
        "put the whole value in quotes, or write one line for each key, without braces",
    ),
    "yaml-deep": Message(
        E,
        "isi berkas ini bersarang lebih dari {most} tingkat",
        "this file is nested more than {most} levels deep",
        "katalog tidak memerlukan sedalam itu: periksa kurung dan lekuknya",
        "no entry needs that: check its brackets and indentation",
    ),
    "yaml-documents": Message(
        E,
        "berkas ini berisi lebih dari satu dokumen (`---`)",
        "this file holds more than one document (`---`)",
        "hapus baris `---`, atau pindahkan sisanya ke berkas lain",
        "remove the line `---`, or move the rest to another file",
    ),
    "yaml-alias": Message(
        E,
        "jangkar dan alias YAML (`&`, `*`) tidak dipakai di katalog ini",
        "YAML's anchors and aliases (`&`, `*`) are not used in this catalogue",
        "tulis nilainya lengkap; jika memang teks, apit dengan tanda kutip",
        "write the value in full; if it is text, put it in quotes",
    ),
    "yaml-tag": Message(
        E,
        "tanda jenis YAML (`!…`, `%…`) tidak dipakai di katalog ini",
        "YAML's tags and directives (`!…`, `%…`) are not used in this catalogue",
        "hapus tanda itu; jika memang teks, apit dengan tanda kutip",
        "remove it; if it is text, put it in quotes",
    ),
}

# -- records -------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "unknown-field": Message(
        E,
        "kolom `{given}` tidak dikenal di sini",
        "there is no field `{given}` here",
        "yang ada: {fields}",
        "there are: {fields}",
    ),
    "missing-field": Message(
        E,
        "kolom `{field}` wajib diisi, tetapi tidak ada",
        "the field `{field}` is required, but is missing",
        "tambahkan `{field}:`",
        "add `{field}:`",
    ),
    "not-mapping": Message(
        E,
        "di sini diharapkan baris-baris `kunci: nilai`",
        "lines of `key: value` were expected here",
        "tulis setiap kunci pada barisnya sendiri, dilekukkan dua spasi",
        "write each key on a line of its own, indented by two spaces",
    ),
    "not-list": Message(
        E,
        "di sini diharapkan sebuah daftar",
        "a list was expected here",
        "awali setiap butir dengan `- `",
        "begin each item with `- `",
    ),
    "not-text": Message(
        E,
        "di sini diharapkan satu teks, tetapi ada {found}",
        "a single text was expected here, but there is {found}",
        "tulis satu nilai saja",
        "write a single value",
    ),
    "list-empty": Message(
        E,
        "daftar ini kosong; isi paling sedikit satu butir",
        "this list is empty; it needs at least one item",
        "tambahkan satu butir, atau hapus kuncinya",
        "add an item, or remove the key",
    ),
    "item-empty": Message(
        E,
        "butir ini kosong",
        "this item is empty",
        "isi, atau hapus barisnya",
        "fill it in, or remove the line",
    ),
    "not-one-of": Message(
        E,
        "`{given}` bukan salah satu pilihan di sini",
        "`{given}` is not one of the choices here",
        "pilihannya: {choices}",
        "the choices: {choices}",
    ),
    "words": Message(
        E,
        "teks ini harus ditulis untuk setiap bahasa",
        "this text must be written for each language",
        "tulis `{language}: {given}` pada baris tersendiri di bawah kuncinya, dilekukkan dua spasi",
        "write `{language}: {given}` on a line of its own under the key, indented by two spaces",
    ),
    "words-language": Message(
        E,
        "`{given}` bukan bahasa situs ini ({languages})",
        "`{given}` is not a language of this site ({languages})",
        "tulis satu baris untuk setiap bahasa; di dalam kurung kurawal, koma dan titik dua memecah teks",
        "write one line for each language; between braces, commas and colons break a text",
    ),
    "words-missing": Message(
        E,
        "teks dalam bahasa acuan `{language}` tidak ada",
        "the text in the reference language `{language}` is missing",
        "tambahkan `{language}:`",
        "add `{language}:`",
    ),
    "slug": Message(
        E,
        "`{given}` tidak dapat menjadi nama alamat: hanya huruf kecil a–z, angka, dan tanda hubung",
        "`{given}` can't be part of an address: only lower-case a–z, digits and hyphens",
        "ganti namanya",
        "give it another name",
    ),
    "number": Message(
        E,
        "`{given}` tidak dapat dibaca sebagai bilangan",
        "`{given}` can't be read as a number",
        "tulis angka saja, tanpa pemisah ribuan, `Rp` atau satuan; titik untuk desimal",
        "write digits only, without thousands separators, `Rp` or a unit; use a point for decimals",
    ),
    "whole-number": Message(
        E,
        "`{given}` bukan bilangan bulat",
        "`{given}` is not a whole number",
        "tulis tanpa desimal",
        "write it without decimals",
    ),
    "number-high": Message(
        E, "{given} terlalu besar", "{given} is too large", "paling banyak {high}", "at most {high}"
    ),
    "number-positive": Message(
        E,
        "{given} tidak mungkin di sini: bilangannya harus lebih dari nol",
        "{given} can't be right here: the number must be greater than zero",
        "yang belum diketahui dibiarkan kosong, bukan 0",
        "leave out what is not known; do not write 0",
    ),
    "flag": Message(
        E,
        "`{given}` bukan `ya` atau `tidak`",
        "`{given}` is neither `true` nor `false`",
        "tulis `ya` atau `tidak` (`true` atau `false`)",
        "write `true` or `false` (`ya` or `tidak`)",
    ),
    "date": Message(
        E,
        "`{given}` tidak dapat dibaca sebagai tanggal",
        "`{given}` can't be read as a date",
        "tulis tahun-bulan-tanggal seperti `2025-10-21`, atau `2025-10` atau `2025` bila hanya itu yang diketahui",
        "write year-month-day, such as `2025-10-21`; or `2025-10` or `2025` if no more is known",
    ),
    "date-none": Message(
        E,
        "tanggal `{given}` tidak ada di kalender",
        "there is no such day as `{given}`",
        "periksa bulan dan harinya",
        "check the month and the day",
    ),
    "date-absurd": Message(
        E,
        "tahun pada `{given}` tidak masuk akal",
        "the year in `{given}` can't be right",
        "periksa tahunnya",
        "check the year",
    ),
    "date-day": Message(
        E,
        "di sini diperlukan tanggal lengkap, bukan `{given}`",
        "a full date is needed here, not `{given}`",
        "tulis tahun-bulan-tanggal seperti `2026-11-22`",
        "write year-month-day, such as `2026-11-22`",
    ),
    "country": Message(
        E,
        "`{given}` bukan negara yang dikenal",
        "`{given}` is not a country we know",
        "tulis kode dua huruf seperti `KR`, atau nama negaranya",
        "write its two-letter code, such as `KR`, or its name",
    ),
    "hs-code": Message(
        E,
        "`{given}` bukan kode HS",
        "`{given}` is not an HS code",
        "tulis empat sampai sepuluh angka seperti `5608.90`; babnya 01–97",
        "write four to ten digits, such as `5608.90`; chapters run from 01 to 97",
    ),
    "port": Message(
        E,
        "`{given}` bukan kode pelabuhan UN/LOCODE",
        "`{given}` is not the UN/LOCODE of a port",
        "tulis dua huruf negara dan tiga huruf tempat, seperti `IDTPP`",
        "write two letters for the country and three for the place, such as `IDTPP`",
    ),
    "phone": Message(
        E,
        "`{given}` tidak dapat dibaca sebagai nomor telepon",
        "`{given}` can't be read as a telephone number",
        "tulis seperti `0812 3456 7890` atau `+62 812 3456 7890`",
        "write it like `0812 3456 7890` or `+62 812 3456 7890`",
    ),
    "url": Message(
        E,
        "`{given}` bukan alamat web yang lengkap",
        "`{given}` is not a complete web address",
        "awali dengan `https://`",
        "begin it with `https://`",
    ),
    "email": Message(
        E,
        "`{given}` bukan alamat surel",
        "`{given}` is not an e-mail address",
        "tulis seperti `nama@contoh.go.id`",
        "write it like `name@example.go.id`",
    ),
    "language": Message(
        E,
        "`{given}` bukan kode bahasa",
        "`{given}` is not a language code",
        "tulis dua huruf seperti `id`",
        "write two letters, such as `id`",
    ),
    "alias": Message(
        E,
        "`{given}` tidak dapat menjadi alamat lama",
        "`{given}` can't be an old address",
        "tulis dari akar situs, tanpa `/` di depan, seperti `id/produk/lama.html`",
        "write it from the site's root without a leading `/`, such as `id/produk/old.html`",
    ),
    "photo-file": Message(
        E,
        "`{given}` tidak dapat menjadi nama berkas foto",
        "`{given}` can't be the name of a photo's file",
        "pakai huruf, angka, titik, dan tanda hubung, seperti `gulungan-1.jpg`",
        "use letters, digits, full stops and hyphens, such as `roll-1.jpg`",
    ),
    "coordinate-fine": Message(
        E,
        "koordinat `{given}` terlalu teliti: katalog menunjuk kota, bukan bangunan",
        "the coordinate `{given}` is too exact: the catalogue points to the town, not the building",
        "tulis paling banyak dua desimal",
        "give two decimals at most",
    ),
    "span-backward": Message(
        E,
        "dari {start} sampai {end}: akhirnya mendahului awalnya",
        "from {start} to {end}: the end comes before the start",
        "tukar keduanya, atau periksa angkanya",
        "swap the two, or check the numbers",
    ),
    "contact-unofficial": Message(
        E,
        "`{field}` hanya boleh dimuat jika nomor itu resmi milik lembaga",
        "`{field}` may only be published where the number is the institution's own",
        "jika memang resmi, tambahkan `official: true`; jika milik pribadi, hapus nomornya",
        "if it is, add `official: true`; if it is a person's, remove it",
    ),
    "consent-undocumented": Message(
        E,
        '"sukarela" hanya boleh ditulis bersama dokumen yang menunjukkannya',
        '"voluntary" may only be written with the document that shows it',
        "sebutkan `document:`, atau hapus kalimat ini",
        "give the `document:`, or remove this sentence",
    ),
    "source-undated": Message(
        E,
        "sumber ini tidak bertanggal",
        "this source has no date",
        "isi `said:` (kapan dikatakan) atau `published:` (kapan terbit)",
        "fill in `said:` (when it was said) or `published:` (when it was published)",
    ),
    "price-text": Message(
        E,
        "`{given}` tidak dapat dibaca sebagai harga",
        "`{given}` can't be read as a price",
        "tulis `amount:`, `currency:` dan `per:` pada baris sendiri, atau `price: on-request`",
        "write `amount:`, `currency:` and `per:` on lines of their own, or `price: on-request`",
    ),
    "price-empty": Message(
        E,
        "harga ini tanpa angka",
        "this price has no amount",
        "isi `amount:`, atau `from:` dan `to:`; jika belum diketahui, hapus `price:`",
        "fill in `amount:`, or `from:` and `to:`; if it is not known, remove `price:`",
    ),
    "price-incomplete": Message(
        E,
        "harga ini tanpa `{field}`",
        "this price has no `{field}`",
        "tambahkan `{field}:`; harga tanpa mata uang dan satuan tidak berarti",
        "add `{field}:`; a price without currency and unit means nothing",
    ),
    "price-basis": Message(
        E,
        "dasar harga `{given}` tidak dikenal",
        "there is no price basis `{given}`",
        "tulis salah satu: {choices}",
        "write one of: {choices}",
    ),
    "stage-unshown": Message(
        E,
        "tahap `{stage}` tidak didukung oleh catatan di `exports`",
        "the stage `{stage}` is not supported by anything in `exports`",
        "tambahkan pengirimannya beserta sumbernya, atau turunkan tahapnya",
        "add the shipment with its source, or lower the stage",
    ),
}

# -- catalogue -----------------------------------------------------------------------------------------------------
MESSAGES |= {
    "file-unknown": Message(
        W,
        "berkas `{name}` tidak dipakai katalog ini",
        "this catalogue does not use the file `{name}`",
        "ganti namanya, atau pindahkan dari content/",
        "rename it, or move it out of content/",
    ),
    "folder-no-facility": Message(
        E,
        "tidak ada unit `{given}`: folder di bawah products/ harus bernama sama dengan folder di facilities/",
        "there is no facility `{given}`: a folder under products/ must have the same name as one under facilities/",
        "buat facilities/{given}/facility.yaml, atau ganti nama foldernya",
        "make facilities/{given}/facility.yaml, or rename the folder",
    ),
    "key-twice": Message(
        E,
        "kunci `{key}` dipakai dua kali di daftar ini",
        "the key `{key}` is used twice in this list",
        "beri kunci lain",
        "give it another key",
    ),
    "unknown-reference": Message(
        E,
        "tidak ada {kind} `{given}`",
        "there is no {kind} `{given}`",
        "periksa ejaannya, atau buat entrinya lebih dahulu",
        "check the spelling, or make its entry first",
    ),
    "office-type": Message(
        E,
        "`{given}` bukan kantor wilayah (jenisnya {type})",
        "`{given}` is not a regional office (its type is {type})",
        "tunjuk entri berjenis `kanwil`",
        "name an entry of type `kanwil`",
    ),
    "language-strings": Message(
        E,
        "tema `{theme}` belum mempunyai bahasa `{language}`",
        "the theme `{theme}` does not have the language `{language}` yet",
        "buat themes/{theme}/strings/{language}.yaml",
        "make themes/{theme}/strings/{language}.yaml",
    ),
    "photo-missing": Message(
        E,
        "foto `{file}` tidak ada",
        "there is no photo `{file}`",
        "taruh berkasnya di samping entri ini, atau hapus barisnya",
        "put the file beside this entry, or remove the line",
    ),
    "photo-unused": Message(
        W,
        "foto ini tidak dipakai oleh entri mana pun",
        "no entry uses this photo",
        "tambahkan ke `photos:`, atau hapus berkasnya",
        "add it to `photos:`, or remove the file",
    ),
    "photo-twice": Message(
        W,
        "`{file}` dan `{other}` adalah gambar yang sama",
        "`{file}` and `{other}` are the same picture",
        "pakai salah satu saja",
        "use one of them",
    ),
    "price-unit": Message(
        E,
        "harga per `{per}`, tetapi pesanan dalam `{unit}`: keduanya tidak dapat dibandingkan",
        "the price is per `{per}`, but orders are in `{unit}`: the two can't be compared",
        "samakan satuannya",
        "use one unit for both",
    ),
    "price-expired": Message(
        W,
        'harga ini berlaku sampai {date}; halamannya kini menulis "Hubungi untuk harga"',
        'this price was valid until {date}; its page now says "Price on request"',
        "perbarui harganya, atau hapus",
        "renew the price, or remove it",
    ),
    "tiers-order": Message(
        E,
        "tingkat harga tidak urut dari jumlah kecil ke besar",
        "the price tiers do not run from small quantities to large",
        "urutkan menurut `from`, masing-masing satu kali",
        "order them by `from`, each once",
    ),
    "date-future": Message(
        W, "tanggal {date} belum tiba", "the day {date} has not come yet", "periksa tahunnya", "check the year"
    ),
    "certificate-expired": Message(
        W,
        "sertifikat {kind} berlaku sampai {date} dan sudah lewat",
        "the certificate {kind} expired on {date}",
        "perbarui, atau hapus",
        "renew it, or remove it",
    ),
    "certificate-ending": Message(
        N,
        "sertifikat {kind} segera berakhir: {date}",
        "the certificate {kind} expires soon: {date}",
        "siapkan perpanjangannya",
        "arrange its renewal",
    ),
    "market-prohibited": Message(
        E,
        "{country} melarang impor barang buatan lembaga pemasyarakatan",
        "{country} prohibits goods made in prisons",
        "hapus negara ini dari `export_markets`",
        "remove the country from `export_markets`",
    ),
    "market-old": Message(
        W,
        "aturan {country} terakhir diperiksa pada {date}, lebih dari 180 hari lalu",
        "the rule for {country} was last checked on {date}, over 180 days ago",
        "baca lagi aturannya, lalu perbarui `checked_on`",
        "read it again, then update `checked_on`",
    ),
    "lpka-trade": Message(
        E,
        "barang dari LPKA (anak) tidak dijual: `{field}` tidak boleh ada",
        "goods from an institution for children (LPKA) are not for sale: `{field}` may not be here",
        "hapus `{field}`",
        "remove `{field}`",
    ),
    "lpka-people": Message(
        E,
        "foto dari LPKA (anak) tidak boleh memuat orang",
        "a photo from an institution for children (LPKA) must not show anyone",
        "pakai foto dengan `people: none`",
        "use one with `people: none`",
    ),
    "unsourced-figure": Message(
        W,
        'angka di `{field}` tidak menyebut sumbernya; halaman menulis "belum bersumber"',
        'a figure in `{field}` names no source; the page says "not sourced"',
        "tambahkan `source:` dengan kunci dari sources.yaml",
        "add `source:` with a key of sources.yaml",
    ),
    "spec-unknown": Message(
        W,
        "kategori ini tidak menanyakan `{given}`",
        "this category has no line `{given}`",
        "yang ditanyakan: {choices}; keterangan lain masuk `details:`",
        "its lines are: {choices}; anything else goes under `details:`",
    ),
    "contact-old": Message(
        W,
        "kontak ini terakhir dipastikan benar pada {date}, lebih dari setahun lalu",
        "this contact was last confirmed in {date}, over a year ago",
        "tanyakan ke unitnya, lalu perbarui `since`",
        "ask the facility, then update `since`",
    ),
    "contact-placeholder": Message(
        N,
        "kontak situs `{email}` masih alamat contoh; tidak dibuat tautan darinya",
        "the site's contact `{email}` is a placeholder; no link is made of it",
        "isi alamat yang sebenarnya sebelum situs diterbitkan",
        "enter the real address before the site is published",
    ),
    "untranslated": Message(
        N,
        "belum diterjemahkan ke `{language}`: {fields}",
        "not yet translated into `{language}`: {fields}",
    ),
    "story-untranslated": Message(
        N,
        "cerita ini belum ada dalam bahasa `{language}`",
        "this story does not exist in `{language}` yet",
    ),
    "translation-stale": Message(
        W,
        "terjemahan `{what}` dibuat dari teks yang kini sudah berubah",
        "the translation `{what}` was made from a text that has changed since",
        "baca ulang terjemahannya, lalu perbarui barisnya di translations.lock",
        "read the translation again, then update its line in translations.lock",
    ),
    "location-abroad": Message(
        E,
        "koordinat ini tidak terletak di Indonesia",
        "these coordinates are not in Indonesia",
        "lat harus antara -11.5 dan 6.5, lon antara 94.5 dan 141.5",
        "lat must be between -11.5 and 6.5, lon between 94.5 and 141.5",
    ),
    "location-swapped": Message(
        E,
        "`lat` dan `lon` tertukar",
        "`lat` and `lon` are swapped",
        "tukar keduanya",
        "swap them",
    ),
}

# -- texts ---------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "text-word": Message(
        W,
        "kata `{given}` tidak dipakai di katalog ini",
        "the word `{given}` is not used in this catalogue",
        "tulis `{word}`",
        "write `{word}`",
    ),
    "text-identity": Message(
        E,
        "deretan 16 angka ini tampak seperti nomor induk kependudukan",
        "these 16 digits look like an identity number",
        "hapus: data pribadi tidak boleh ada di katalog",
        "remove them: personal data has no place in the catalogue",
    ),
    "text-register": Message(
        E,
        "ini tampak seperti nomor register seseorang",
        "this looks like a person's register number",
        "hapus: data pribadi tidak boleh ada di katalog",
        "remove it: personal data has no place in the catalogue",
    ),
    "text-account": Message(
        E,
        "ini tampak seperti rekening bank",
        "this looks like a bank account",
        "hapus: pembayaran hanya ke rekening resmi yang diberikan lembaga pada faktur",
        "remove it: payment goes only to the official account on the institution's invoice",
    ),
    "text-name": Message(
        E,
        "ini tampak seperti nama orang yang menjalani pidana",
        "this looks like the name of a person in custody",
        "hapus: nama warga binaan tidak pernah dimuat",
        "remove it: nobody in custody is named",
    ),
    "text-left-in": Message(
        W,
        "`{given}` tampaknya tertinggal",
        "`{given}` seems to have been left in",
        "isi, atau hapus",
        "fill it in, or remove it",
    ),
}

# -- photos --------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "photo-heavy": Message(
        E,
        "ukuran foto ini {size} MB, lebih dari batas {most} MB",
        "this photo is {size} MB, more than the limit of {most} MB",
        "simpan ulang sebagai JPEG; lebar 2.000 piksel sudah cukup",
        "save it again as a JPEG; 2,000 pixels wide is enough",
    ),
    "photo-pixels": Message(
        E,
        "foto ini lebih besar dari {most} megapiksel",
        "this photo is larger than {most} megapixels",
        "perkecil; lebar 2.000 piksel sudah cukup",
        "make it smaller; 2,000 pixels wide is enough",
    ),
    "photo-format": Message(
        E,
        "isi berkas ini bukan JPEG, PNG, WebP, GIF, AVIF, atau HEIC",
        "what this file holds is not JPEG, PNG, WebP, GIF, AVIF or HEIC",
        "simpan ulang fotonya sebagai JPEG",
        "save the photo again as a JPEG",
    ),
    "photo-misnamed": Message(
        E,
        "nama berkas ini tidak cocok dengan isinya, yaitu {kind}",
        "this file's name does not match what it holds, which is {kind}",
        "ganti namanya menjadi `{right}`, juga di berkas yang menyebutnya",
        "rename it to `{right}`, also in the file that names it",
    ),
    "photo-heic": Message(
        E,
        "ini foto HEIC; pembaca HEIC tidak terpasang",
        "this is a HEIC photo; the HEIC reader is not installed",
        "simpan ulang sebagai JPEG, atau pasang: .venv/bin/python -m pip install pillow-heif",
        "save it again as a JPEG, or install it: .venv/bin/python -m pip install pillow-heif",
    ),
    "photo-broken": Message(
        E,
        "foto ini rusak atau terpotong",
        "this photo is broken or cut short",
        "salin lagi dari kamera atau ponselnya",
        "copy it again from the camera or the phone",
    ),
    "photo-shape": Message(
        E,
        "foto ini {width} × {height} piksel: lebih dari {most} kali lebih panjang di satu sisi",
        "this photo is {width} × {height} pixels: more than {most} times longer one way than the other",
        "potong menjadi bentuk yang dapat ditampilkan",
        "crop it to a shape that can be shown",
    ),
    "photo-changed": Message(
        E,
        "foto ini berubah selagi situs dibangun",
        "this photo changed while the site was built",
        "jalankan lagi",
        "run this again",
    ),
    "photo-marked": Message(
        E,
        "salinan foto ini masih membawa keterangan tersembunyi ({what}) sehingga tidak diterbitkan",
        "a copy of this photo still carries hidden information ({what}), so it is not published",
        "laporkan sebagai kesalahan program ini; sementara itu, pakai foto lain",
        "report it as a fault of this program; until then, use another photo",
    ),
    "photo-small": Message(
        W,
        "lebar foto ini hanya {width} piksel; di bawah {least} gambarnya tampak kabur",
        "this photo is only {width} pixels wide; under {least} it looks blurred",
        "ambil foto yang lebih besar, atau mintalah berkas aslinya (aplikasi percakapan memperkecil foto)",
        "take a larger photo, or ask for the original (chat applications shrink photos)",
    ),
    "photo-position": Message(
        W,
        "berkas foto ini menyimpan tempat pengambilannya (GPS); situs tidak menerbitkannya, "
        "tetapi siapa pun yang mendapat berkas ini dapat membacanya",
        "this photo's file says where it was taken (GPS); the site doesn't publish that, "
        "but whoever gets the file can read it",
        "hapus keterangan lokasi dari berkas itu, lalu simpan lagi",
        "remove the location from the file, then save it again",
    ),
}

# -- theme ---------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "string-missing": Message(
        E,
        "teks tema `{key}` belum ada dalam bahasa `{language}`",
        "the theme string `{key}` is missing in the language `{language}`",
        "tambahkan baris `{key}: …`",
        "add the line `{key}: …`",
    ),
    "string-unknown": Message(
        E,
        "templat meminta teks `{key}` yang tidak ada dalam bahasa `{language}`",
        "the template asks for the string `{key}`, which the language `{language}` does not have",
        "tambahkan ke strings/{language}.yaml",
        "add it to strings/{language}.yaml",
    ),
    "string-unused": Message(
        W,
        "teks tema `{key}` tidak dipakai",
        "the theme string `{key}` is not used",
        "hapus barisnya",
        "remove the line",
    ),
    "string-placeholder": Message(
        E,
        "tempat isian teks `{key}` berbeda antarbahasa: {odd}",
        "the placeholders of `{key}` differ between languages: {odd}",
        "samakan tempat isiannya",
        "give both the same placeholders",
    ),
    "template-syntax": Message(
        E,
        "baris templat ini tidak dapat dibaca",
        "this line of the template can't be read",
        "periksa kurung `{{% %}}` dan `{{{{ }}}}`, dan `endif`, `endfor` di bawahnya",
        "check the `{{% %}}` and `{{{{ }}}}`, and the `endif` and `endfor` below",
    ),
    "template-name": Message(
        E,
        "templat meminta `{name}`, yang tidak diberikan kepadanya",
        "the template asks for `{name}`, which it is not given",
        "yang diberikan kepada templat ada di generator/plan/parts.py dan generator/plan/pages/",
        "what templates are given is listed in generator/plan/parts.py and generator/plan/pages/",
    ),
    "template-missing": Message(
        E,
        "templat `{name}` tidak ada di tema ini",
        "this theme has no template `{name}`",
        "buat berkasnya di templates/",
        "make the file under templates/",
    ),
    "target-twice": Message(
        E,
        "dua halaman menghendaki alamat ini: {one} dan {two}",
        "two pages want this address: {one} and {two}",
        "beri salah satunya slug atau alias yang lain",
        "give one of them another slug or alias",
    ),
    "card-typst": Message(
        E,
        "kartu bagikan dihidupkan di `switches.share_cards`, tetapi `typst` belum terpasang",
        "share cards are turned on in `switches.share_cards`, but `typst` is not installed",
        "pasang: .venv/bin/python -m pip install typst, atau matikan tombolnya",
        "install it: .venv/bin/python -m pip install typst, or turn the switch off",
    ),
    "card-layout": Message(
        E,
        "tata letak kartu bagikan tidak dapat digambar",
        "the layout of share cards can't be drawn",
        "perbaiki berkas ini",
        "mend this file",
    ),
    "theme-missing": Message(
        E, "tema `{theme}` tidak ada", "there is no theme `{theme}`", "yang ada: {themes}", "there are: {themes}"
    ),
}

# -- stories -------------------------------------------------------------------------------------------------------
MESSAGES |= {
    "story-deep": Message(
        E,
        "kutipan dan daftar di sini bertumpuk lebih dari {most} tingkat",
        "quotes and lists are more than {most} deep here",
        "kurangi tanda `>`, `-` atau angka di awal baris ini",
        "take away some of the `>`, `-` or numbers at the beginning of this line",
    ),
    "story-image": Message(
        E,
        "gambar tidak dimuat di dalam cerita",
        "a story can't hold pictures",
        "tambahkan fotonya ke `photos:` entri ini",
        "add it to this entry's `photos:`",
    ),
    "story-address": Message(
        E,
        "tautan ke `{given}` tidak diperbolehkan",
        "a link to `{given}` is not allowed",
        "pakai `https://…`, atau `product:`, `facility:`, `page:`, `source:` dengan kuncinya",
        "use `https://…`, or `product:`, `facility:`, `page:`, `source:` with a key",
    ),
}
MESSAGES["path-unknown"] = Message(
    E,
    "tidak ada berkas `{path}` di situs ini",
    "the site has no file `{path}`",
    "tulis alamatnya dari akar situs, seperti `id/produk/index.html`",
    "write its address from the site's root, such as `id/produk/index.html`",
)
