"""`build`: the content becomes the site."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator import pipeline
from generator.commands.options import counted, language, shared, tell
from generator.commands.profile import Watch
from generator.commands.progress import listening

SUMMARY = {
    "id": "{folder}: {made} berkas dibuat, {kept} tetap, {removed} dihapus; foto: {encoded} dikodekan, {photos} tetap; "
    "{problems}; {seconds:.1f} detik",
    "en": "{folder}: {made} files made, {kept} kept, {removed} removed; photos: {encoded} encoded, {photos} kept; "
    "{problems}; {seconds:.1f} s",
}

NOTES = 20  # that a build tells: a catalogue has many texts not yet translated, and whoever builds it knows


@click.command(epilog="Example: build.py --base-url https://katalog.example.org/ --strict")
@shared
@click.option("--output", type=click.Path(path_type=Path), default=Path("dist"), help="The site's folder.")
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes to work with.")
@click.option("--clean", is_flag=True, help="Make every file anew.")
@click.option("--profile", is_flag=True, help="Print what took how long, and how much memory.")
@click.option("--explain", metavar="PATH", help="Print what a file of the site is made of, and make nothing.")
def build(
    content: Path,
    theme: str | None,
    base_url: str | None,
    strict: bool,  # noqa: FBT001
    no_cache: bool,  # noqa: FBT001
    messages: str | None,
    output: Path,
    jobs: int,
    clean: bool,  # noqa: FBT001
    profile: bool,  # noqa: FBT001
    explain: str | None,
) -> object:
    """Build the catalogue of the content folder into the site's folder."""
    spoken = language(messages)
    options = pipeline.Options(
        content=content,
        output=output,
        theme=theme,
        base_url=base_url,
        strict=strict,
        jobs=jobs,
        cached=not no_cache,
        clean=clean,
    )
    if explain:
        click.echo(pipeline.explain(options, explain))
        return None
    watch = Watch()
    with listening(spoken) as listener:
        report = pipeline.build(options._replace(listener=watch.beside(listener)))
    tell(report.problems, spoken, notes=NOTES)
    if profile:
        click.echo(watch.told(report.costs, spoken))
    click.echo(_summed(report, output, spoken))
    return report


def _summed(report: pipeline.Report, folder: Path, spoken: str) -> str:
    """What a build did, in a line."""
    return SUMMARY[spoken].format(
        folder=folder,
        made=len(report.made),
        kept=len(report.kept),
        removed=len(report.removed),
        encoded=report.photos_made,
        photos=report.photos_kept,
        problems=counted(report.problems, spoken),
        seconds=report.seconds,
    )
