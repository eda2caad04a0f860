"""Etalase: content files become a catalogue, the catalogue a plan, the plan bytes, the bytes a site.

    content/ + themes/ ──load──▶ Documents ──model──▶ Catalogue ──plan──▶ Targets ──render──▶ bytes ──write──▶ dist/

Each room knows only the rooms before it; `pipeline` alone knows every room, `commands` knows `pipeline`,
and `errors`, `messages`, `cache` and `workers` know nothing of ours.

What makes a build quick: a facility and its products are read, checked and kept together (`model/shelves.py`) and
opened only when a page is made; a page is known by the seals of what it is made of (`plan/seals.py`), so that its view
is made only where something of it has changed. Where nothing has (`standing.py`), a build looks at sizes and times, in
two processes, and ends.
"""
