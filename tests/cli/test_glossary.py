"""The command `glossary`: tables become glossaries and glossaries tables, and nothing is lost or half-written."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.cli import output
from reader.compiler import glossary, glossary_table
from reader.core.records import Entry, Problem
from tests.guides.writing import folder

PLAIN = "fatigue\n: Feeling tired, always.\n: also: tiredness, weariness\n"
FULL = """interleukin-6
: A "messenger", between cells; small.
: short: IL-6, IL6
: also: interleukin six; 1,25-like, that is
: say: in-ter-LOO-kin
: parts: inter·leukin
: see: cytokine, gone
: mesh: D015850
: sources: A1, B2
: mark: once

-itis
: see\\: swelling that hurts.
: say: +EYE-tis

\\#1 = @pain
: '=1+1
: also: a\\; b, c\\|d
"""


def imported(tmp_path: Path, table: str | bytes, name: str = "words.csv") -> tuple[int, str]:
    """Return the exit code of an import, and what it wrote."""
    file = tmp_path / name
    file.write_bytes(table.encode() if isinstance(table, str) else table)
    code = main(["glossary", "import", str(file), "-o", str(tmp_path / "glossary.md")])
    written = tmp_path / "glossary.md"
    return code, written.read_text("utf-8") if written.exists() else ""


def entries(text: str) -> list[Entry]:
    problems: list[Problem] = []
    found = [each.entry for each in glossary.read(text, problems)]
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("w.csv", "term,other names,definition\nfatigue,tiredness; weariness,\"Feeling tired, always.\"\n"),
        ("w.csv", "Term,Synonyms,Meaning\r\nfatigue,tiredness|weariness,\"Feeling tired, always.\"\r\n"),
        ("w.csv", "EXPLANATION,Head word,Alias 1,Alias 2\n\"Feeling tired, always.\",fatigue,tiredness,weariness"),
        ("w.csv", "fatigue,\"tiredness\nweariness\",\"Feeling\ntired, always.\"\n"),
        ("w.csv", "term;also;definition\nfatigue;tiredness, weariness;Feeling tired, always.\n"),
        ("w.csv", "fatigue;tiredness, weariness;Feeling tired, always.\n"),
        ("w.csv", "sep=;\nterm;also;definition\nfatigue;tiredness, weariness;Feeling tired, always.\n"),
        ("w.tsv", "fatigue\ttiredness, weariness\tFeeling tired, always.\n"),
        ("w.csv", "fatigue\ttiredness, weariness\tFeeling tired, always.\n"),
        ("w.csv", "term,definition,also,notes,\nfatigue,\"Feeling tired, always.\",tiredness; weariness,mine,\n"),
        ("w.csv", "\ufeffterm,also,definition\n\n,,\nfatigue,\"tiredness,weariness\",\"Feeling tired, always.\"\n"),
    ],
)  # fmt: skip
def test_tables_of_many_makes_become_the_same_glossary(tmp_path: Path, name: str, table: str) -> None:
    assert imported(tmp_path, table, name) == (0, PLAIN)


def test_without_other_names_two_columns_are_enough(tmp_path: Path) -> None:
    assert imported(tmp_path, "pain,What hurts.\n") == (0, "pain\n: What hurts.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_of_every_script_come_through(tmp_path: Path, encoding: str) -> None:
    table = "term\tdefinition\nTNF-α\t痛み, ألم and café\n"
    assert imported(tmp_path, table.encode(encoding)) == (0, "TNF-α\n: 痛み, ألم and café\n")


def test_an_old_excel_file_is_read_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "term;definition\npain;Café – one’s own.\n".encode("cp1252")
    assert imported(tmp_path, table) == (0, "pain\n: Café – one’s own.\n")
    assert capsys.readouterr().err.startswith("words.csv is not UTF-8; it was read as Windows-1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("боль", "cp1251"), ("боль", "koi8-r"), ("wątroba", "cp1250"), ("ağrı", "cp1254"), ("痛み", "shift-jis"),
     ("café", "mac-roman"), ("πόνος", "cp1253")],
)  # fmt: skip
def test_what_may_be_another_code_page_is_not_guessed(
    tmp_path: Path, text: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(tmp_path, f"term,definition\n{text},x\n".encode(encoding)) == (1, "")
    assert "is not UTF-8 text (line 2); save it as “CSV UTF-8”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("a, b", ("a", "b")),
        ('"a, b; c"', ("a, b", "c")),
        ('"1,25-dihydroxyvitamin D"', ("1,25-dihydroxyvitamin D",)),
        ('"vitamin D, 25-hydroxy;"', ("vitamin D, 25-hydroxy",)),
        ("a\\|b|c", ("a|b", "c")),
    ],
)
def test_a_name_keeps_its_comma(tmp_path: Path, cell: str, names: tuple[str, ...]) -> None:
    cell = cell if cell.startswith('"') else f'"{cell}"'
    assert entries(imported(tmp_path, f"vitamin,{cell},What one eats.\n")[1])[0].other_names == names


@pytest.mark.parametrize("kind", ["csv", "tsv"])
def test_out_and_in_again_is_the_same_glossary(tmp_path: Path, kind: str) -> None:
    guide = folder(tmp_path / "guide", glossary_md=FULL)
    table, again = tmp_path / f"words.{kind}", tmp_path / "again.md"
    assert main(["glossary", "export", str(guide), "-o", str(table)]) == 0
    assert main(["glossary", "import", str(table), "-o", str(again)]) == 0
    assert entries(again.read_text("utf-8")) == entries(FULL)
    assert len(entries(FULL)) == 3


def test_no_cell_of_a_table_is_a_formula(tmp_path: Path) -> None:
    guide = folder(tmp_path / "guide", glossary_md=FULL)
    main(["glossary", "export", str(guide), "-o", str(tmp_path / "words.csv")])
    with (tmp_path / "words.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert "'-itis" in cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


def test_a_file_is_for_spreadsheets_and_standard_output_for_programs(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    guide = str(folder(tmp_path / "guide", glossary_md="TNF-α\n: A messenger.\n"))
    assert main(["glossary", "export", guide, "-o", str(tmp_path / "words.csv")]) == 0
    assert main(["glossary", "export", guide, "-o", "-", "--format", "tsv"]) == 0
    table = "\r\nTNF-α,,A messenger.,,,,,,,,\r\n"
    assert (tmp_path / "words.csv").read_bytes().decode().endswith(table)
    assert (tmp_path / "words.csv").read_bytes().startswith(b"\xef\xbb\xbfterm,")
    out, err = capsysbinary.readouterr()
    assert out.decode().endswith(table.replace(",", "\t"))
    assert out.startswith(b"term\tother names\tdefinition")
    assert err.decode() == f"Wrote {tmp_path / 'words.csv'}: 1 entry\n"


def test_a_glossary_goes_through_pipes(tmp_path: Path) -> None:
    guide = str(folder(tmp_path / "guide", glossary_md=FULL))
    reader = [sys.executable, "-I", "-m", "reader", "glossary"]
    with subprocess.Popen([*reader, "export", guide, "-o", "-"], stdout=subprocess.PIPE) as out:
        again = subprocess.run([*reader, "import", "-", "-o", "-"], stdin=out.stdout, capture_output=True, check=True)
    assert entries(again.stdout.decode()) == entries(FULL)
    assert again.stderr == b""


BAD_ROWS = """term,other names,definition
one,Too few
two,,Too many,more
"three"x,,Quoted
four,,Fine.
Four,,Again.
,,No term.
five,,
?!,,Marks.
six,,Spare cells,,
"""


def test_good_rows_are_written_and_bad_ones_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(tmp_path, BAD_ROWS) == (1, "four\n: Fine.\n\nsix\n: Spare cells\n")
    assert capsys.readouterr().err.splitlines() == [
        "words.csv, line 2: This row has 2 cells for 3 columns, so it is left out.",
        "words.csv, line 3: This row has 4 cells for 3 columns, so it is left out. "
        "Put a cell that holds the mark between columns in quotation marks.",
        "words.csv, line 4: Text stands behind a quotation mark that ends a cell, so this row is left out; "
        "inside a cell, write each quotation mark twice.",
        "words.csv, line 6: Four is explained twice; the entry in line 5 counts.",
        "words.csv, line 7: This row has no term, so it is left out.",
        "words.csv, line 8: five has no explanation, so this entry is left out.",
        "words.csv, line 9: ?! is not a word that can be looked up, so this entry is left out.",
        f"Wrote {tmp_path / 'glossary.md'}: 2 entries",
    ]


def test_lines_are_counted_across_cells_of_several_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(tmp_path, 'term,definition\r\na,"1\r\n2\r\n3"\r\nb,\r\n')[0] == 1
    assert "words.csv, line 5: b has no explanation" in capsys.readouterr().err


def zipped(name: str, content: str = "") -> bytes:
    """Return an archive of one file, without the time of now: its bytes stand in the names of tests."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (b"", "is empty"),
        ("\ufeff \n\n", "is empty"),
        (",,\n,,\n", "holds no row that can be read"),
        ("Term,Definition\n", "holds nothing but the names of its columns"),
        ("Term,Comment\na,b\n", ", line 1: No column is called definition; there are: Term, Comment."),
        ("Abbreviation,Meaning\na,b\n", ", line 1: No column is called term"),
        ("Term,Meaning,Definition\na,b,c\n", ", line 1: 2 columns hold the definition: “Meaning” and “Definition”"),
        ("fatigue\npain\n", ", line 1: There is one column only"),
        ("a,b,c,d,e\n", ", line 1: There are 5 columns. Write what each holds in a first row"),
        ("term,definition\n?!,x\n", "No row of words.csv can be used, so nothing was written."),
        ('term,definition\na,b\nc,"d\ne,f\n', ", line 3: A quotation mark that begins a cell of this row never ends"),
        ("term,definition\n" + "a,b\n" * 1_001, ", line 1002: The table has more than 1,000 rows"),
        (b"a," * 2**24 + b"b", "is larger than 32 MB"),
        (b"a,b\0\n", "is not a text file"),
        ("a,b\n".encode("utf-32"), "is not a text file"),
        ("a\tb\n".encode("utf-16")[:-1], "is UTF-16 text that is damaged or cut short"),
        ("term,definition\ncaf\u00e9,\u03b1".encode()[:-1], "is not UTF-8 text (line 2)"),
        (zipped("xl/workbook.xml"), "is an Excel workbook (.xlsx), whatever its name says"),
        (zipped("word/document.xml"), "is a Word text (.docx)"),
        (zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "is a LibreOffice table (.ods)"),
        (zipped("words.csv"), "is a packed file (ZIP)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an old Excel"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("<!DOCTYPE html>\n<table><tr><td>a,b</td></tr></table>", "is a web page (HTML)"),
        ('[{"term": "a", "definition": "b"}]', "is JSON"),
    ],
    ids=lambda value: str(value[:40])[:40],
)  # fmt: skip
def test_what_is_no_table_is_one_sentence_and_nothing_is_written(
    tmp_path: Path,
    table: str | bytes,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(glossary_table, "MOST_ENTRIES", 1_000)
    assert imported(tmp_path, table) == (1, "")
    said = capsys.readouterr().err.splitlines()
    assert sentence in said[-1]
    assert "words.csv" in said[-1]
    assert [file.name for file in tmp_path.iterdir()] == ["words.csv"]


def test_html_stays_text_and_control_characters_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "term,definition\na,<script>run()</script> &amp; \x1b[31m\n"
    assert imported(tmp_path, table) == (0, "a\n: <script>run()</script> &amp; �[31m\n")
    assert capsys.readouterr().err.startswith("words.csv, line 2: Here stands a control character")


def test_a_long_cell_is_cut_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = imported(tmp_path, f"term,definition\na,{'x' * 100_000}\n")
    assert (code, len(entries(text)[0].definition)) == (1, 10_000)
    assert "line 2: The explanation of a is cut at 10,000 letters." in capsys.readouterr().err


def test_a_column_without_a_place_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(tmp_path, "term,Notes,definition\na,mine,b\n") == (0, "a\n: b\n")
    assert "no place for the column “Notes”" in capsys.readouterr().err


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, table = tmp_path / "glossary.md", tmp_path / "words.csv"
    target.write_text("mine", "utf-8")
    table.write_text("a,b\n", "utf-8")
    command = ["glossary", "import", str(table), "-o", str(target)]
    assert main(command) == 1
    assert target.read_text("utf-8") == "mine"
    assert capsys.readouterr().err == f"{target} is there already. Choose a new name, or write over it with --force.\n"
    assert main([*command, "--force"]) == 0
    assert target.read_text("utf-8") == "a\n: b\n"


def test_a_table_that_turns_out_bad_leaves_the_forced_file_alone(tmp_path: Path) -> None:
    (tmp_path / "glossary.md").write_text("mine", "utf-8")
    (tmp_path / "words.csv").write_text('a,"b\n', "utf-8")
    assert (
        main(["glossary", "import", str(tmp_path / "words.csv"), "-o", str(tmp_path / "glossary.md"), "--force"]) == 1
    )
    assert {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()} == {
        "glossary.md": "mine",
        "words.csv": 'a,"b\n',
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import", "no.csv", "-o", "x.md"], "There is no file or folder no.csv."),
        (["import", ".", "-o", "x.md"], "is a folder. Name a table in it"),
        (["import", "words.csv", "-o", "no/x.md"], "There is no folder no to write x.md in."),
        (["import", "", "-o", "x.md"], "The name of the table is empty."),
        (["import", "words.csv", "-o", "no/folder"], "There is no folder no to write folder in."),
        (["import", "words.csv", "--force", "-o", "words.csv"], "words.csv is what is read, so nothing was written."),
        (["export", ".", "-o", "x.csv"], "has no glossary.md, so there is nothing to export."),
        (["export", "words.csv", "-o", "x.csv"], "has no glossary.md, so there is nothing to export."),
        (["export", "-o", "x.xlsx"], "x.xlsx says no format. Call it .csv or .tsv, or give --format."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path,
    arguments: list[str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "words.csv").write_text("a,b\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["glossary", *arguments]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert os.listdir(tmp_path) == ["words.csv"]  # noqa: PTH208


def test_export_takes_a_glossary_by_itself_and_says_what_is_wrong_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "glossary.md").write_text("a\n: A.\n\na\n: B.\n", "utf-8")
    assert main(["glossary", "export", str(tmp_path / "glossary.md"), "-o", str(tmp_path / "a.tsv")]) == 0
    assert capsys.readouterr().err.splitlines()[0] == (
        "glossary.md, line 4: a is explained twice; the entry in line 1 counts."
    )
    assert main(["glossary", "export", str(tmp_path), "-o", str(tmp_path / "b.tsv")]) == 0
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()


@pytest.mark.parametrize("name", ["back", "there"])
def test_a_name_without_suffix_is_a_folder_for_the_glossary(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "words.csv").write_text("a,b\n", "utf-8")
    command = ["glossary", "import", str(tmp_path / "words.csv"), "-o", str(tmp_path / name)]
    assert main(command) == 0
    target = tmp_path / name / "glossary.md"
    assert target.read_text("utf-8") == "a\n: b\n"
    assert capsys.readouterr().err == f"Wrote {target}: 1 entry\n"
    assert main(command) == 1
    assert capsys.readouterr().err.startswith(f"{target} is there already.")


def test_a_table_without_a_good_row_makes_no_folder_and_names_every_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words.csv").write_text('term,definition\n"a"x,b\n"c"x,d\n', "utf-8")
    assert main(["glossary", "import", str(tmp_path / "words.csv"), "-o", str(tmp_path / "new")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert ["words.csv, line 2" in said[0], "words.csv, line 3" in said[1]] == [True, True]
    assert said[2:] == ["No row of words.csv can be used, so nothing was written."]
    assert not (tmp_path / "new").exists()


def test_an_endless_cell_costs_its_row_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(tmp_path, f'term,definition\na,"{"x" * 140_000}"\nb,B.\n') == (1, "b\n: B.\n")
    assert "line 2: A cell of this row is longer than 131,072 letters" in capsys.readouterr().err


def test_a_column_of_names_holds_other_names(tmp_path: Path) -> None:
    assert imported(tmp_path, "term,names,definition\na,b; c,d\n") == (0, "a\n: d\n: also: b, c\n")


def test_export_does_not_write_over_what_it_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = folder(tmp_path / "guide", glossary_md="a\n: A.\n")
    target = guide / "glossary.md"
    assert main(["glossary", "export", str(guide), "-o", str(target), "--format", "csv", "--force"]) == 1
    assert "is what is read" in capsys.readouterr().err
    assert target.read_text("utf-8") == "a\n: A.\n"


def test_what_turns_the_order_of_letters_does_not_reach_the_terminal() -> None:
    assert output.harmless("pain \u202eniap\u202c \u2066x\u2069 שלום") == "pain �niap� �x� שלום"
