"""What tells a Linux desktop that this program opens pathways."""

from __future__ import annotations

from configparser import ConfigParser
from xml.etree import ElementTree

from reader import paths
from reader.compiler.gpml.reading.markup import NAMESPACE

DESKTOP = paths.bundled("resources") / "desktop"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_opens_pathways_with_the_reader() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(DESKTOP / f"{paths.APPLICATION}.desktop", encoding="utf-8")
    kind = ElementTree.parse(DESKTOP / f"{paths.APPLICATION}.xml").getroot().find(f"{MIME}mime-type")  # noqa: S314 (ours)
    assert kind is not None

    assert kind.get("type") in entry["Desktop Entry"]["MimeType"].split(";")
    assert [each.get("pattern") for each in kind.iter(f"{MIME}glob")] == ["*.gpml"]
    assert [each.get("namespaceURI") for each in kind.iter(f"{MIME}root-XML")] == [NAMESPACE]
    assert entry["Desktop Entry"]["Exec"].split() == ["pathway-reader", "open", "%f"]
