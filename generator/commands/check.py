"""`check`: everything is read and checked, nothing is made."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.commands.options import counted, language, shared, tell

SUMMARY = {"id": "diperiksa: {problems}; {seconds:.1f} detik", "en": "checked: {problems}; {seconds:.1f} s"}


@click.command(epilog="Example: build.py check --strict --messages en")
@shared
def check(
    content: Path,
    theme: str | None,
    base_url: str | None,
    strict: bool,  # noqa: FBT001
    no_cache: bool,  # noqa: FBT001
    messages: str | None,
) -> None:
    """Check the content and the theme; write nothing."""
    spoken = language(messages)
    options = pipeline.Options(content=content, theme=theme, base_url=base_url, strict=strict, cached=not no_cache)
    report = pipeline.check(options)
    tell(report.problems, spoken)
    click.echo(SUMMARY[spoken].format(problems=counted(report.problems, spoken), seconds=report.seconds))
