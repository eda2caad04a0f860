"""Etalase: content files become a catalogue, the catalogue a plan, the plan bytes, the bytes a site.

    content/ + themes/ ──load──▶ Documents ──model──▶ Catalogue ──plan──▶ Targets ──render──▶ bytes ──write──▶ dist/

Each room knows only the rooms before it; `pipeline` alone knows every room, `commands` knows `pipeline`,
and `errors`, `messages`, `cache` and `workers` know nothing of ours.

What makes a build quick: a facility and its products are read, checked and kept together (`model/room.py`) and opened
only when a page is made; a page is known by the seals of what it is made of (`plan/seals.py`), so that its view is made
only where something of it has changed; pages that show many entries are planned anew only when they may show something
else (`plan/lists.py`). Pages lie in packs too (`render/packs.py`): a lost site is laid down, not made. Where nothing
has changed (`standing.py`), a build looks at sizes and times, in two processes, and ends.
"""
