"""Reads a built page as a person does: what stands under a label, in a fact, a table, a column or a section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "img", "link", "meta", "source", "input", "hr", "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4"}
ITEMS = {"li", "p", "dd", "tr", "h3"}


@dataclass
class Node:
    """An element: its name, attributes, and what it holds, texts and elements in their order."""

    name: str
    attributes: dict[str, str]
    parts: list[Node | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Node]:
        """Every element below, with one of these names where names are given."""
        for part in self.parts:
            if isinstance(part, Node):
                if not names or part.name in names:
                    yield part
                yield from part.all(*names)

    def _texts(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()

    @property
    def text(self) -> str:
        """All text in it, white space as one space, no break made of it."""
        return " ".join(" ".join(self._texts()).replace("\u00a0", " ").split())


class Page(HTMLParser):
    """A page as a tree."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].parts.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    def elements(self, name: str) -> list[Node]:
        """The elements of a name, or of a class where it begins with a dot."""
        if name.startswith("."):
            return [n for n in self.root.all() if name[1:] in n.attributes.get("class", "").split()]
        return [*self.root.all(name)]

    def attribute(self, name: str) -> list[str]:
        """Every value that an attribute has on the page."""
        return [n.attributes[name] for n in self.root.all() if name in n.attributes]

    def under(self, label: str) -> list[str]:
        """What stands under a label, line by line: values of a fact, rows of a table, lines of a section."""
        return [*self._facts(label), *self._tables(label), *self._sections(label)]

    def _facts(self, label: str) -> Iterator[str]:
        for row in self.root.all("div"):
            own = [part for part in row.parts if isinstance(part, Node)]
            if own and own[0].name == "dt" and own[0].text == label:
                yield from (part.text for part in own if part.name == "dd")

    def _tables(self, label: str) -> Iterator[str]:
        for table in self.root.all("table"):
            if any(caption.text == label for caption in table.all("caption")):
                yield from (row.text for row in table.all("tr"))

    def _sections(self, label: str) -> Iterator[str]:
        for section in self.root.all("section"):
            heading = next(section.all(*HEADINGS), None)
            if heading and heading.text == label:
                yield from (item.text for item in section.all(*ITEMS))
                for inner in section.all("div", "ul"):
                    if inner.name == "ul" or "says" in inner.attributes.get("class", ""):
                        yield inner.text
            for inner in section.all("h3"):
                if inner.text == label and section.name == "section":
                    yield from (item.text for item in section.all("li"))
