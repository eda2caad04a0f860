"""Etalase: content files become a catalogue, the catalogue a plan, the plan bytes, the bytes a site.

    content/ + themes/ ──load──▶ Documents ──model──▶ Catalogue ──plan──▶ Targets ──render──▶ bytes ──write──▶ dist/

Each room knows only the rooms before it; `pipeline` alone knows every room, `commands` knows `pipeline`,
and `errors`, `messages` and `cache` know nothing of ours.
"""
