"""What a stranger's article may not do: run, fetch, read outside its folder, stop the reader."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.compiler.assemble import assemble
from reader.compiler.pictures import kind_of
from reader.core import source
from reader.core.glossary import look_up
from reader.errors import ReaderError
from tests.guides.writing import PNG, blocks, compiled, folder, said, spans


@pytest.mark.parametrize("tag", ["script", "iframe", "style", "object", "svg"])
def test_active_elements_go_with_their_content_and_are_said(tmp_path: Path, tag: str) -> None:
    guide = compiled(tmp_path, article_md=f"# A\n\nbefore\n\n<{tag}>secret</{tag}>\n\nafter\n")
    assert [block.text for block in blocks(guide)] == ["before", "after"]
    assert said(guide) == [f"article.md, line 5: <{tag}> was left out: a guide holds text, pictures and links only."]


def test_an_event_handler_is_left_out_and_said(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md='<p onclick="run()">text</p>')
    assert blocks(guide)[0].text == "text"
    assert said(guide) == ["article.md, line 1: onclick was left out: a guide holds no programs."]


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="background: url(https://example.org/x.png)">text</p>',
        "text\n{: style=\"list-style: url('//example.org/x.png')\" }",
        '<link rel="stylesheet" href="https://example.org/x.css">\n\ntext',
        "<style>@import 'https://example.org/x.css'; p { background: url(//example.org/y) }</style>\n\ntext",
        '<table background="http://example.org/x.png"><tr><td>text</td></tr></table>',
        '<img src="a.png" srcset="https://example.org/x.png 2x" alt="text">',
        '<picture><source srcset="a.png, //example.org/x.png 2x"><img src="a.png" alt="text"></picture>',
        '<video poster="https://example.org/x.png"></video>text',
        '<svg><image xlink:href="https://example.org/x.png"/></svg>\n\ntext',
        '<script src="https://example.org/x.js"></script>\n\ntext',
    ],
)
def test_no_address_elsewhere_goes_unnoticed(tmp_path: Path, markup: str) -> None:
    article = f"# A\n\nat example.org\n\n{markup}\n"
    guide = compiled(tmp_path, article_md=article, a_png=PNG)
    assert blocks(guide)[-1].text == "text"
    remote = [each for each in guide.problems if "; nothing was fetched from it." in each.message]
    line = article[: article.index("//example.org/")].count("\n") + 1
    assert {(each.line, "//example.org/" in each.message) for each in remote} == {(line, True)}


def test_an_address_that_is_only_read_or_followed_is_not_refused(tmp_path: Path) -> None:
    article = (
        "[a](https://example.org) <https://example.org> `<img srcset='https://example.org/x.png'>`\n\n"
        "    <link href='//example.org/x.css'>\n"
    )
    assert said(compiled(tmp_path, article_md=article)) == []


def test_a_style_is_left_out_and_said_but_not_that_of_a_column(tmp_path: Path) -> None:
    table = "The style of it.\n\n| a | b |\n|:-:|--:|\n| c | d |\n\n"
    assert said(compiled(tmp_path / "table", article_md=table)) == []
    assert said(compiled(tmp_path / "red", article_md=f"{table}<p STYLE='color: red'>text</p>\n")) == [
        "article.md, line 7: style was left out: how a guide looks is for its readers to choose."
    ]


def test_text_that_looks_like_a_tag_is_not_lost_without_a_word(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\nThe level of <IL-6> is higher.\n")
    assert said(guide) == ["article.md, line 3: <il-6> was left out: a guide holds text, pictures and links only."]


def test_elements_that_only_hold_text_are_no_problem(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="<section><figure><center>text</center></figure></section>")
    assert ([block.text for block in blocks(guide)], said(guide)) == (["text"], [])


def test_a_drawing_is_one_problem_whatever_is_in_it(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="<svg><g><path/></g></svg>\n\n<widget>text</widget>")
    assert [each.split("<")[1] for each in said(guide)] == [
        "svg> was left out: a guide holds text, pictures and links only.",
        "widget> was left out: a guide holds text, pictures and links only.",
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:run()", "JaVaScRiPt:run()", "java&#10;script:run()", "&#1;javascript:run()", "file:///etc/passwd",
     "data:text/html,x", "//example.org/", "other.md", "../secret.md", "/etc/passwd", "vbscript:x"],
)  # fmt: skip
def test_a_link_to_anything_but_a_section_or_the_web_is_plain_text(tmp_path: Path, address: str) -> None:
    guide = compiled(tmp_path, article_md=f'<p><a href="{address}">words</a></p>')
    assert blocks(guide)[0].text == "words"
    assert spans(blocks(guide)[0]) == []
    assert len(guide.problems) == 1


@pytest.mark.parametrize("address", ["https://example.org/a?b#c", "http://example.org", "mailto:a@example.org"])
def test_web_and_mail_addresses_are_links(tmp_path: Path, address: str) -> None:
    assert spans(blocks(compiled(tmp_path, article_md=f"[words]({address})"))[0]) == [("words", "link", address)]


@pytest.mark.parametrize(
    "address",
    ["http://example.org/x.png", "//example.org/x.png", "data:image/png;base64,AA", "file:///x.png", "/x.png"],
)
def test_a_picture_from_elsewhere_is_not_fetched_but_described(tmp_path: Path, address: str) -> None:
    guide = compiled(tmp_path, article_md=f"# A\n\n![the words]({address})\n")
    assert [(block.kind, block.text) for block in blocks(guide)] == [("paragraph", "the words")]
    assert said(guide) == [
        f"article.md, line 3: The picture {address} is not a file beside the article; it was not fetched."
    ]


def test_a_picture_beside_the_article_is_taken_in(tmp_path: Path) -> None:
    folder(tmp_path / "guide", a_png=PNG)
    guide = compiled(tmp_path, article_md="# A\n\nbefore ![the words](a.png) after\n")
    assert [(block.kind, block.text, block.image) for block in blocks(guide)] == [
        ("paragraph", "before", ""),
        ("image", "the words", "a.png"),
        ("paragraph", "after", ""),
    ]
    assert guide.image("a.png") == PNG
    assert [name for name, *_ in guide.files] == ["a.png"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.png", "is missing"),
        ("../outside.png", "is outside the guide's folder"),
        ("sub/../../outside.png", "is outside the guide's folder"),
        ("%2e%2e/outside.png", "is outside the guide's folder"),
        ("away.png", "leads out of the guide's folder"),
        ("away/outside.png", "leads out of the guide's folder"),
        ("text.png", "is no PNG, JPEG, GIF or WebP picture"),
        ("pipe.png", "is not an ordinary file"),
        ("folder.png", "is not an ordinary file"),
    ],
)
def test_a_picture_that_may_not_be_read_shows_its_description_and_says_why(
    tmp_path: Path, name: str, reason: str
) -> None:
    place = folder(tmp_path / "guide", text_png="<svg/>")
    (tmp_path / "outside.png").write_bytes(PNG)
    (place / "away.png").symlink_to(tmp_path / "outside.png")
    (place / "away").symlink_to(tmp_path)
    (place / "folder.png").mkdir()
    os.mkfifo(place / "pipe.png")
    guide = compiled(tmp_path, article_md=f"# A\n\n![the words]({name})\n")
    assert [(block.kind, block.text) for block in blocks(guide)] == [("paragraph", "the words")]
    assert said(guide) == [f"article.md, line 3: The picture {name} {reason}; its description is shown instead."]
    assert guide.image(name) is None


def test_a_picture_over_8_mb_is_refused(tmp_path: Path) -> None:
    folder(tmp_path / "guide", a_png=PNG + bytes(8 * 2**20))
    guide = compiled(tmp_path, article_md="![the words](a.png)")
    assert "is larger than 8 MB" in said(guide)[0]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", ""),
        (b"<svg", ""),
    ],
)
def test_the_first_bytes_tell_what_a_picture_is(start: bytes, kind: str) -> None:
    assert kind_of(start) == kind


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "article.md is empty, so there is nothing to read."),
        (b" \n\t\n", "article.md is empty, so there is nothing to read."),
        (b"one\ncaf\xe9", "article.md is not UTF-8 text (line 2); save it as UTF-8 and open it again."),
        (b"\x7fELF\0\0", "article.md is not a text file."),
        (b"x" * (16 * 2**20 + 1), "article.md is larger than 16 MB, the most that is read of it."),
    ],
    ids=["empty", "blank", "not UTF-8", "binary", "too large"],
)
def test_an_article_that_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(ReaderError) as caught:
        compiled(tmp_path, article_md=content)
    assert str(caught.value) == sentence


def test_a_byte_order_mark_and_windows_line_ends_are_no_text(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md=b"\xef\xbb\xbf# Title\r\n\r\none\r\ntwo\r\n")
    assert guide.outline[0].title == "Title"
    assert blocks(guide)[0].text == "one two"


@pytest.mark.parametrize(
    ("name", "content", "beginning"),
    [
        ("guide_toml", 'id = "a"\ntitle = \n', "guide.toml, line 2: This is not TOML"),
        ("guide_toml", b"\xff\xff", "guide.toml: This file is not UTF-8 text"),
        ("references_json", '[\n{"id": "a",\n]', "references.json, line 3: This is not JSON"),
        ("references_json", "[" * 100_000, "references.json: This JSON cannot be read"),
        ("references_json", '{"a": 1}', "references.json, line 1: This should be a list"),
        ("claims_toml", "[[claim]\n", "claims.toml, line 1: This is not TOML"),
        ("claims_toml", "claim = 3", "claims.toml, line 1: Claims are written as [[claim]]"),
        ("glossary_md", b"a\0b", "glossary.md: This file is not a text file"),
        ("pathway_gpml", "<Pathway", "pathway.gpml, line 1: This is not well-formed XML"),
    ],
)
def test_a_broken_part_is_said_and_the_guide_opens_without_it(
    tmp_path: Path, name: str, content: str | bytes, beginning: str
) -> None:
    files: dict[str, Any] = {name: content}
    guide = compiled(tmp_path, **files)
    assert blocks(guide)[0].text == "text"
    assert len(guide.problems) == 1
    assert said(guide)[0].startswith(beginning)


def test_an_entity_bomb_in_a_pathway_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<Pathway>&b;</Pathway>'
    guide = compiled(tmp_path, pathway_gpml=bomb)
    assert guide.pathway is None
    assert said(guide)[0].startswith("pathway.gpml, line 1: This file declares a document type or entities")


def test_problems_without_end_are_cut_and_counted(tmp_path: Path) -> None:
    glossary = "\n\n".join(f"word{number}" for number in range(700))
    guide = compiled(tmp_path, glossary_md=glossary)
    assert len(guide.problems) == 501
    assert said(guide)[-1] == "There are 200 problems more; mend these first."


@pytest.mark.slow
def test_of_a_thousand_mistakes_of_one_kind_a_hundred_are_looked_up(tmp_path: Path) -> None:
    numbers = range(1000)
    claim = '[[claim]]\nid = "C{0}"\ntext = "T"\nlevel = "weak"\nsection = "no{0}"\nreferences = ["R{0}"]\n'
    node = '<DataNode GraphId="n{0}"><Attribute Key="org.pathwayreader.section" Value="no{0}"/><Graphics/></DataNode>'
    files = {
        "article_md": "\n\n".join(f"![p](q{number}.png)" for number in numbers),
        "guide_toml": "".join(f"key{number} = 1\n" for number in numbers),
        "claims_toml": "".join(claim.format(number) for number in numbers),
        "references_json": json.dumps([{"id": f"k{number}"} for number in numbers] * 2),
        "pathway_gpml": '<Pathway xmlns="http://pathvisio.org/GPML/2013a">'
        + "".join(node.format(number) for number in numbers)
        + "</Pathway>",
    }
    place = folder(tmp_path, **files)
    found = Counter(problem.file for problem in assemble(source.find(place)).problems)
    assert set(found) == {"article.md", "guide.toml", "claims.toml", "references.json", "pathway.gpml"}
    assert set(found.values()) == {100}


def test_the_line_of_a_claim_is_found_among_many(tmp_path: Path) -> None:
    claims = '[[claim]]\nid = "C{0}"\ntext = "T"\nlevel = "{1}"\n'
    text = "".join(claims.format(number, "sure" if number == 2 else "weak") for number in range(4))
    guide = compiled(tmp_path, claims_toml=text)
    assert said(guide)[0].startswith("claims.toml, line 12: The level is one of")


def test_groups_in_groups_are_drawn_and_rings_of_groups_are_not(tmp_path: Path) -> None:
    box = '<DataNode GraphId="n{0}" GroupRef="g{0}"><Graphics CenterX="{0}" CenterY="9"/></DataNode>'
    group = '<Group GroupId="g{0}" GraphId="G{0}" GroupRef="g{1}"/>'
    parts = [box.format(number) + group.format(number, number - 1) for number in range(1, 6)]  # the outermost first
    parts += [group.format(8, 9), group.format(9, 8)]
    text = '<Pathway xmlns="http://pathvisio.org/GPML/2013a">' + "".join(parts) + "</Pathway>"
    guide = compiled(tmp_path, pathway_gpml=text)
    assert guide.drawing is not None
    assert sum(item.role == "group" for item in guide.drawing.items) == 5


def test_an_entry_without_end_is_cut_and_said(tmp_path: Path) -> None:
    text = f"long\n: {'word ' * 20_000}\n: say: {'la' * 200}\n\nlonger\n: A.\n  {'word ' * 50_000}\n: say: x\n"
    guide = compiled(tmp_path, glossary_md=text)
    assert said(guide) == [
        "glossary.md, line 1: The explanation of long is cut at 10,000 letters.",
        "glossary.md, line 3: This line is cut at 200 letters.",
        "glossary.md, line 5: The explanation of longer is cut at 10,000 letters.",
        "glossary.md, line 7: The entry of line 5 is longer than 200,000 letters; what follows of it is left out.",
    ]
    entries = [entry for each in ("long", "longer") if (entry := guide.entry(each))]
    assert [(len(entry.definition), len(entry.pronunciation)) for entry in entries] == [(10_000, 200), (10_000, 0)]


def test_an_entry_with_100_000_names_keeps_the_first(tmp_path: Path) -> None:
    names = ", ".join(f"name {number}" for number in range(100_000))
    guide = compiled(tmp_path, glossary_md=f"word\n: A.\n: also: {names}\n: short: {'x' * 300}\n")
    entry = guide.entry("word")
    assert entry is not None
    assert entry.other_names == tuple(f"name {number}" for number in range(200))
    assert said(guide) == [
        "glossary.md, line 3: The entry of line 1 is longer than 200,000 letters; what follows of it is left out.",
        "glossary.md, line 3: This list has 17,592 parts; the first 200 count.",
    ]


def test_a_glossary_without_end_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.compiler.glossary_entries.MOST_ENTRIES", 3)
    guide = compiled(tmp_path, glossary_md="a\n: A.\na\n: B.\nb\n: B.\nc\n: C.\nd\n: D.")
    assert [term for _, term in guide.terms] == ["a", "b"]
    assert said(guide)[-1] == (
        "glossary.md, line 7: A glossary has at most 3 entries; this one and all after it are left out."
    )


def test_html_in_a_glossary_is_text(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path, glossary_md="<b>bone</b>\n: <script>run()</script> &amp; <img src=x>.\n: say: <i>x</i>\n"
    )
    entry = guide.entry(guide.terms[0][0])
    assert entry is not None
    assert (entry.term, entry.definition, entry.pronunciation) == (
        "<b>bone</b>",
        "<script>run()</script> &amp; <img src=x>.",
        "<i>x</i>",
    )


@pytest.mark.parametrize("term", ["ألم", "כאב", "痛み", "통증", "การปวด", "दर्द", "Cafe\u0301", "x" * 200])
def test_a_word_of_any_script_is_looked_up_and_marked(tmp_path: Path, term: str) -> None:
    guide = compiled(tmp_path, glossary_md=f"{term}\n: A.", article_md=f"# A\n\nHere {term} stands.")
    found = look_up(guide, term)
    assert found is not None
    assert found.term == term
    assert spans(blocks(guide)[0], "term") == [(term, "term", found.id)]


@pytest.mark.parametrize("term", ["C", "β", "痛"])
def test_a_word_of_one_letter_is_looked_up_and_marked_where_it_is_tied(tmp_path: Path, term: str) -> None:
    guide = compiled(tmp_path, glossary_md=f"{term}\n: A.", article_md=f"# A\n\nHere {term} and [this]{{term={term}}}.")
    found = look_up(guide, term)
    assert found is not None
    assert spans(blocks(guide)[0], "term") == [("this", "term", found.id)]


@pytest.mark.parametrize("term", ["…", "\u0301", "?!", "—", "\u200b", "x" * 201])
def test_what_is_no_word_is_left_out_and_said(tmp_path: Path, term: str) -> None:
    guide = compiled(tmp_path, glossary_md=f"{term}\n: A.\n\nword\n: B.")
    assert [each for _, each in guide.terms] == ["word"]
    assert said(guide)[0].endswith("is not a word that can be looked up, so this entry is left out.")
