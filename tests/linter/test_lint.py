"""One inspection as a whole: broken files are one finding each, and what only follows from them is not said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import paths
from reader.core import inspection
from reader.core.records import Problem
from reader.core.report import Report
from reader.core.source import find
from reader.linter import language
from reader.linter import lint as linting
from reader.linter.lint import lint
from reader.linter.subject import Subject
from tests.guides.writing import folder

ARTICLE = '# A {#a}\n\nCytokines carry messages.[@K]\n{: claims="C1" }\n'
GLOSSARY = "cytokine\n: A messenger.\n: sources: K\n"
REFERENCES = '[{"id": "K", "title": "T"}]'
CLAIMS = '[[claim]]\nid = "C1"\nsection = "a"\ntext = "T"\nlevel = "well supported"\nreferences = ["K"]\n'
FILES = {"article_md": ARTICLE, "glossary_md": GLOSSARY, "references_json": REFERENCES, "claims_toml": CLAIMS}


def checked(place: Path, **changed: str | bytes) -> Report:
    """Return the report on a good guide in which some files are others."""
    return lint(find(folder(place / "guide", **{**FILES, **changed}), needs_article=False))


def errors(report: Report) -> list[tuple[str, int, str]]:
    """Return where the errors are, and their rules."""
    return [(each.file, each.line, each.rule) for each in report.of_level("error")]


def test_a_good_guide_has_no_errors_and_is_counted(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert errors(report) == []
    assert (report.counts.claims, report.counts.claims_marked, report.counts.entries, report.counts.sections) == (
        1, 1, 1, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("article_md", b"\xff\xfe", ("article.md", 0, "unreadable")),
        ("article_md", "  \n", ("article.md", 0, "unreadable")),
        ("glossary_md", b"a\0b", ("glossary.md", 0, "unreadable")),
        ("references_json", "[{", ("references.json", 1, "malformed")),
        ("claims_toml", "[[claim]\n", ("claims.toml", 1, "malformed")),
        ("article_md", "A text.".encode("utf-16"), ("article.md", 0, "unreadable")),
    ],
)
def test_a_broken_file_is_one_finding_and_hides_nothing_else(
    tmp_path: Path, name: str, content: str | bytes, cause: tuple[str, int, str]
) -> None:
    report = checked(tmp_path, **{name: content}, guide_toml='id = "g"\ntitle = "T"\nsize = 3\n')
    assert [each for each in errors(report) if each[0] != "guide.toml"] == [cause]
    assert ("guide.toml", 3, "malformed") in errors(report), "the other files are still read"


def test_a_text_reads_the_same_whether_its_references_can_be_read_or_not(tmp_path: Path) -> None:
    article = "# A {#a}\n\n" + "We go on.[@K] " * 10 + "\n"
    whole = checked(tmp_path / "a", article_md=article)
    broken = checked(tmp_path / "b", article_md=article, references_json="[{")
    assert broken.figures == whole.figures
    assert [each.rule for each in broken.findings if each.rule not in {one.rule for one in whole.findings}] == [
        "malformed"
    ]


def test_a_folder_without_an_article_is_still_checked(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", **{**FILES, "glossary_md": "a\n: see-also missing\n: see: nothing\n"})
    (place / "article.md").unlink()
    report = lint(find(place, needs_article=False))
    assert errors(report) == [("article.md", 0, "unreadable"), ("glossary.md", 3, "see-also-unknown")]


def test_a_thousand_findings_of_one_kind_are_counted_and_not_listed(tmp_path: Path) -> None:
    long = "\n\n".join(["We " + "go " * 30 + "on."] * 150)
    report = checked(tmp_path, article_md=f"# A {{#a}}\n\n{long}\n")
    found = [each for each in report.findings if each.rule == "sentence-long"]
    assert len(found) == linting.MOST + 1
    assert "50" in found[0].message
    assert found[0].line == 0


def test_findings_come_by_file_and_line(tmp_path: Path) -> None:
    article = '# A {#a}\n\nText.[@None]\n\n[x](#nowhere) and more.\n{: claims="C9" }\n'
    report = checked(tmp_path, article_md=article, glossary_md="b\n: B.\n: see: nothing\n")
    places = [(each.file, each.line) for each in report.findings]
    order = ["article.md", "guide.toml", "glossary.md", "references.json", "claims.toml", "pathway.gpml"]
    assert places == sorted(places, key=lambda each: (order.index(each[0]), each[1]))
    assert len(set(report.findings)) == len(report.findings)


def test_the_report_goes_through_json_unchanged(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert Report.from_json(report.to_json()) == report


@pytest.mark.slow
def test_what_stalls_markdown_is_one_finding_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "SECONDS", 1.0)
    article = "# A {#a}\n\n" + "[" * 60_000 + "\n"
    place = folder(tmp_path / "guide", article_md=article, glossary_md="b\n: B.\n: see: c\n")
    report = inspection.inspect(find(place))
    assert errors(report) == [("article.md", 0, "too-hard"), ("glossary.md", 3, "see-also-unknown")]


def test_a_broken_guide_toml_is_one_finding(tmp_path: Path) -> None:
    report = checked(tmp_path, guide_toml='id = "g\n')
    said = [(each.line, each.rule) for each in report.findings if each.file == "guide.toml"]
    assert said == [(1, "malformed")]


def test_what_lies_beside_a_single_file_is_not_its_own(tmp_path: Path) -> None:
    place = folder(tmp_path, article_md="", glossary_md="unused\n: A word.\n")
    (place / "text.md").write_text("# A {#a}\n\nPain.\n")
    report = lint(find(place / "text.md"))
    assert {each.file for each in report.findings} == {"text.md"}


def test_a_claim_that_is_left_out_for_its_level_is_one_finding(tmp_path: Path) -> None:
    report = checked(tmp_path, claims_toml=CLAIMS.replace('"well supported"', '"sure"'))
    assert errors(report) == [("claims.toml", 5, "claim-without-level")]


def mistaken(subject: Subject) -> Iterator[Problem]:
    yield Problem(subject.article, 1, "This was found before.")
    raise KeyError("ours")


def test_a_mistake_of_ours_in_one_group_of_rules_is_one_finding_and_the_others_are_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(linting.FINDERS, "evidence", mistaken)
    report = checked(tmp_path, article_md=ARTICLE + "\nWe go on.[^1]\n")
    found = [(each.file, each.line, each.rule) for each in report.findings]
    assert [each for each in found if each[2] == "unchecked"] == [("", 0, "unchecked")]
    assert {("article.md", 1, "malformed"), ("article.md", 6, "malformed"), ("glossary.md", 1, "say-missing")} <= set(
        found
    )
    assert report.figures, "the text is still measured"
    (message,) = [each.message for each in report.findings if each.rule == "unchecked"]
    log = paths.state() / "crash.log"
    assert "applied: evidence. " in message
    assert message.endswith(f"The details are in {log}.")
    assert "KeyError: 'ours'" in log.read_text()


def test_mistakes_of_ours_in_two_groups_leave_both_traces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unmeasured(_: Subject) -> None:
        raise ZeroDivisionError("another")

    monkeypatch.setitem(linting.FINDERS, "contrast", mistaken)
    monkeypatch.setattr(language, "measure", unmeasured)
    report = checked(tmp_path)
    assert [each.message.split(": ")[1].split(". ")[0] for each in report.findings if each.rule == "unchecked"] == [
        "contrast; plain language"
    ]
    trace = (paths.state() / "crash.log").read_text()
    assert "KeyError: 'ours'" in trace
    assert "ZeroDivisionError: another" in trace


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_what_is_too_much_for_the_machine_is_no_mistake_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def exhausted(_: Subject) -> Iterator[Problem]:
        raise error

    monkeypatch.setitem(linting.FINDERS, "evidence", exhausted)
    with pytest.raises(error):
        checked(tmp_path)


MANY = "# A {#a}\n\n" + "\n\n".join(
    f'Pain{number} is real.[@R{number}] [Cells]{{term=t{number}}} live.\n{{: claims="C{number}" }}'
    for number in range(40)
)


def test_a_file_that_is_missing_though_the_text_names_what_it_should_hold_is_one_finding(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", article_md=MANY)
    report = lint(find(place))
    assert errors(report) == [
        ("glossary.md", 0, "term-unknown"),
        ("references.json", 0, "citation-unknown"),
        ("claims.toml", 0, "claim-unknown"),
    ]
    (message,) = [each.message for each in report.findings if each.file == "references.json"]
    assert message == (
        "references.json is missing, but this guide names references of it 40 times, first in article.md:3. "
        "Write it, or take the names out."
    )
    folder(place, article_md=MANY, references_json="")
    (message,) = [each.message for each in lint(find(place)).findings if each.file == "references.json"]
    assert message.startswith("references.json is empty, but")


def test_every_name_is_said_where_the_file_is_there(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", article_md=MANY, references_json=REFERENCES)
    found = [each.line for each in lint(find(place)).findings if each.rule == "citation-unknown"]
    assert found == list(range(3, 121, 3))


def test_a_single_file_that_cites_is_told_once_where_its_references_go(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(MANY)
    found = [each for each in lint(find(tmp_path / "text.md")).findings if each.rule == "citation-unknown"]
    assert [(each.file, each.line) for each in found] == [("text.md", 3)]
    assert found[0].message.endswith("Save this text as article.md in a folder, with references.json beside it.")


def test_a_guide_that_names_nothing_needs_no_files_for_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", article_md="# A {#a}\n\nPain is real.\n")
    assert errors(lint(find(place))) == []
