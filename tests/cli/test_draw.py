"""`draw`: pictures of any number of files, and one sentence for each that cannot be drawn."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

from reader import paths
from reader.__main__ import main

GPML = Path(__file__).parents[1] / "guides" / "gpml"
IL10 = GPML / "WP4495.gpml"
OURS = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
SVG = "{http://www.w3.org/2000/svg}"
PATHWAY = '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="x">{}</Pathway>'


def board(file: Path) -> tuple[float, float]:
    graphics = ElementTree.parse(file).getroot().find("{http://pathvisio.org/GPML/2013a}Graphics")  # noqa: S314
    assert graphics is not None
    return float(graphics.get("BoardWidth", 0)), float(graphics.get("BoardHeight", 0))


def size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as image:
        image.load()
        return image.size


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_every_file_becomes_a_picture_of_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(GPML.glob("*.gpml"))
    assert main(["draw", *map(str, files), "-o", str(tmp_path / "new" / "pictures"), "--format", "png"]) == 0
    text = said(capsys)
    for file in files:
        picture = tmp_path / "new" / "pictures" / f"{file.stem}.png"
        width, height = board(file)
        assert size(picture) == (960, round(960 * height / width)), file
        assert f"Wrote {picture}" in text


def test_one_file_becomes_the_picture_that_is_named(tmp_path: Path) -> None:
    assert main(["draw", str(GPML / "WP530.gpml"), "-o", str(tmp_path / "immune.svg")]) == 0
    root = ElementTree.parse(tmp_path / "immune.svg").getroot()  # noqa: S314
    assert root.findtext(f"{SVG}title") == "Cytokines and inflammatory response"
    described = root.findtext(f"{SVG}desc") or ""
    assert described.startswith("Inflammation is a protective response")
    assert "links between them" in described
    assert "](" not in described  # of an address in Markdown


@pytest.mark.parametrize("file", sorted(GPML.glob("*.gpml")), ids=lambda file: file.stem)
def test_every_word_of_the_file_is_text_in_the_svg(file: Path, tmp_path: Path) -> None:
    assert main(["draw", str(file), "-o", str(tmp_path / "x.svg")]) == 0
    drawn = {" ".join((text.text or "").split()) for text in ElementTree.parse(tmp_path / "x.svg").iter(f"{SVG}text")}  # noqa: S314
    labels = (each.get("TextLabel", "") for each in ElementTree.parse(file).iter())  # noqa: S314
    lines = {" ".join(line.split()) for label in labels for line in label.splitlines()} - {""}
    assert lines <= drawn


def test_an_svg_is_shown_as_wide_as_one_says_and_covers_the_board(tmp_path: Path) -> None:
    assert main(["draw", str(IL10), "-o", str(tmp_path / "x.svg"), "--width", "480"]) == 0
    root = ElementTree.parse(tmp_path / "x.svg").getroot()  # noqa: S314
    width, height = board(IL10)
    assert [float(side) for side in root.get("viewBox", "").split()] == pytest.approx([0, 0, width, height], abs=0.01)
    assert [float(root.get(side, 0)) for side in ("width", "height")] == pytest.approx(
        [480, 480 * height / width], abs=0.01
    )


def test_a_pdf_is_one_page_of_the_boards_size_with_title_language_and_tags(tmp_path: Path) -> None:
    assert main(["draw", str(IL10), "-o", str(tmp_path), "--format", "pdf"]) == 0
    with pikepdf.open(tmp_path / "WP4495.pdf") as pdf:
        (page,) = pdf.pages
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx(board(IL10), abs=0.1)
        assert str(pdf.docinfo["/Title"]) == "IL10 anti-inflammatory signaling"
        assert str(pdf.Root["/Lang"]) == "en"
        assert bool(pdf.Root["/MarkInfo"]["/Marked"])


def test_our_own_pathway_has_our_look_and_its_legend(tmp_path: Path) -> None:
    assert main(["draw", str(OURS), "-o", str(tmp_path / "ours.svg")]) == 0
    assert main(["draw", str(OURS), "-o", str(tmp_path / "ours.png"), "--width", "500"]) == 0
    text = (tmp_path / "ours.svg").read_text("utf-8")
    assert "Mixed: studies disagree" in text
    assert "#DCEEFA" in text  # the fill of cells in the light theme
    wide, high = (float(re.findall(rf' {side}="([\d.]+)"', text)[0]) for side in ("width", "height"))
    assert size(tmp_path / "ours.png") == (500, round(500 * high / wide))


def test_a_bad_file_is_one_sentence_and_the_others_are_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cut.gpml").write_bytes(IL10.read_bytes()[:3000])
    (tmp_path / "new.gpml").write_text('<Pathway xmlns="http://pathvisio.org/GPML/2021"/>')
    (tmp_path / "folder.gpml").mkdir()
    os.mkfifo(tmp_path / "pipe.gpml")
    bad = {
        tmp_path / "cut.gpml": "is not well-formed XML",
        tmp_path / "new.gpml": "GPML 2021; only GPML 2013a",
        tmp_path / "folder.gpml": "is a folder",
        tmp_path / "pipe.gpml": "is not an ordinary file",
        tmp_path / "none.gpml": "There is no file",
        Path("/dev/zero"): "is not an ordinary file",
    }
    assert main(["draw", *map(str, bad), str(IL10), "-o", str(tmp_path / "out")]) == 1
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["WP4495.svg"]
    text = said(capsys)
    for file, words in bad.items():
        assert [words in line for line in text.splitlines() if str(file) in line] == [True], file
    assert "6 of 7 files could not be drawn." in text


def test_what_is_wrong_in_a_file_is_said_with_its_line_and_the_rest_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.gpml").write_text(
        PATHWAY.format('<Label TextLabel="here"><Graphics CenterX="NaN" CenterY="20"/></Label>')
    )
    assert main(["draw", str(tmp_path / "x.gpml"), "-o", str(tmp_path)]) == 0
    assert "x.gpml, line 1: Label “here”: CenterX is 'NaN'" in said(capsys)
    assert ">here</text>" in (tmp_path / "x.svg").read_text("utf-8")


def test_files_of_one_name_become_pictures_of_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / name for name in ("a/x.gpml", "b/X.gpml", "b/x-2.gpml")]
    for file in files:
        file.parent.mkdir(exist_ok=True)
        shutil.copy(IL10, file)
    assert main(["draw", *map(str, files), str(files[0]), "-o", str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["X-3.svg", "x-2.svg", "x.svg"]
    assert f"{files[1]} becomes X-3.svg" in said(capsys)


def test_a_place_where_nothing_can_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "x.png").write_text(PATHWAY.format(""))
    places = {
        "file": "is a file. Name a folder",
        "file/below": "cannot be made",
        "x.svg --format png": "ends in .svg, but --format asks for png",
    }
    for place, words in places.items():
        assert main(["draw", str(IL10), "-o", *f"{tmp_path}/{place}".split()]) == 1
        assert words in said(capsys)
    assert main(["draw", str(IL10), str(OURS), "-o", str(tmp_path / "x.svg")]) == 1
    assert "cannot become the one picture" in said(capsys)
    assert main(["draw", str(tmp_path / "x.png"), "-o", str(tmp_path), "--format", "png"]) == 1
    assert "would take the place of a file itself" in said(capsys)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_computer_without_arial_draws_in_another_face_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "drawing_faces", paths.faces)
    assert main(["draw", str(IL10), "-o", str(tmp_path), "--format", "png"]) == 0
    assert said(capsys).startswith("Neither Arial nor Liberation Sans is on this computer")


@pytest.mark.parametrize("width", ["0", "-5", "1e9", "20001", "x"])
def test_a_width_that_no_picture_has_is_refused(width: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["draw", str(IL10), "-o", str(tmp_path), f"--width={width}"])
    assert "a picture is 1 to 20,000 pixels wide" in said(capsys)


def test_a_png_that_would_be_too_large_is_refused_and_a_pdf_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.gpml").write_text(PATHWAY.format('<Graphics BoardWidth="1" BoardHeight="90000"/>'))
    assert main(["draw", str(tmp_path / "x.gpml"), "-o", str(tmp_path / "x.png")]) == 1
    assert "which is too large" in said(capsys)
    assert main(["draw", str(tmp_path / "x.gpml"), "-o", str(tmp_path / "x.pdf")]) == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl+C is no signal")
def test_ctrl_c_stops_at_once_and_leaves_only_whole_pictures(tmp_path: Path) -> None:
    files = []
    for number in range(400):
        files.append(tmp_path / f"{number}.gpml")
        shutil.copy(IL10, files[-1])
    out = tmp_path / "out"
    command = [sys.executable, "-m", "reader", "draw", *map(str, files), "-o", str(out), "--format", "png"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 30
    while not list(out.glob("*.png")) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=5) == 130
    pictures = list(out.iterdir())
    assert 0 < len(pictures) < 400
    for picture in pictures:
        assert size(picture)[0] == 960
