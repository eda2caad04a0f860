"""Arguments → command; the only place that catches BuildFailed, the only exit code.

Exit 0: fine. 1: the site has problems. 2: the command was not understood.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.options import counted, language, tell
from generator.errors import BuildFailed

VERSION = "0.1.0"
COMMANDS = (build, check)
FAILED = {"id": "gagal: {problems}; situs tidak berubah", "en": "failed: {problems}; the site is unchanged"}
BEHIND: list[object] = []  # what the command leaves: the process ends sooner than it could be taken down
HALF_WAY = {"id": "gagal: {problems}", "en": "failed: {problems}"}


class Verbs(click.Group):
    """A group whose first command is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Verbs, epilog="Examples: build.py · build.py check --messages en · build.py --base-url https://…/")
@click.version_option(VERSION, prog_name="etalase")
def etalase() -> None:
    """Etalase builds a static catalogue of products and facilities from YAML and Markdown.

    Without a command it builds content/ into dist/.
    """


for command in COMMANDS:
    etalase.add_command(command)


def main(args: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    given = list(sys.argv[1:] if args is None else args)
    try:
        BEHIND[:] = [etalase.main(given, prog_name="build.py", standalone_mode=False)]
    except BuildFailed as failed:
        spoken = language(_messages(given))
        tell(failed.problems, spoken)
        words = HALF_WAY if any(p.code == "output-interrupted" for p in failed.problems) else FAILED
        click.echo(words[spoken].format(problems=counted(failed.problems, spoken)), err=True)
        return 1
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as misunderstood:
        misunderstood.show()
        return 2
    except (KeyboardInterrupt, click.exceptions.Abort):
        return 130
    return 0


def _messages(args: list[str]) -> str | None:
    """The value of --messages, which a failed command can no longer be asked for."""
    for number, arg in enumerate(args):
        value = arg.partition("=")[2] if arg.startswith("--messages=") else ""
        if arg == "--messages" and number + 1 < len(args):
            value = args[number + 1]
        if value in ("id", "en"):
            return value
    return None


def program() -> int:
    """The program: one command in a process of its own.

    Nothing is looked through for cycles: there is much to look through, and the process ends soon.
    """
    gc.disable()
    return main()


if __name__ == "__main__":
    sys.exit(program())
