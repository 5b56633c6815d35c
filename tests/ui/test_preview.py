"""The preview: real pages of a PDF, small pictures of them, their number and size."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from reader.ui.printing import pages as sheets
from reader.ui.printing.pdf import Pdf
from reader.ui.printing.preview import Preview

A4 = (595, 842)
ENDING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.ui.printing.preview import Preview
app = QApplication(["-"])
preview = Preview()
preview.shown.connect(lambda _: QTimer.singleShot(5, app.quit))
preview.zoom(20)
preview.show_file(Path(sys.argv[1]))
sys.exit(app.exec())
"""
Key = Qt.Key


def pdf(file: Path, *, count: int = 3, size: tuple[int, int] = A4, shade: float = 0.0, title: str = "Section") -> Path:
    """Write a PDF whose pages have a grey box at the top left, a heading each in the bookmarks, and some words."""
    with pikepdf.new() as made:
        font = made.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for number in range(1, count + 1):
            made.add_blank_page(page_size=size)
            words = f"{shade} g 0 {size[1] - 100} 100 100 re f BT /F1 12 Tf 72 400 Td (Words of page {number}) Tj ET"
            page = made.pages[-1]
            page.Contents = made.make_stream(words.encode())
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        with made.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(f"{title} {number + 1}", number) for number in range(count))
        made.save(file)
    return file


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(900, 700)
    preview.show()
    yield preview
    preview.stop()


def show(qtbot: QtBot, preview: Preview, file: Path) -> None:
    with qtbot.waitSignal(preview.shown, timeout=10_000):
        preview.show_file(file)
    wait_until_drawn(qtbot, preview)


def wait_until_drawn(qtbot: QtBot, preview: Preview) -> None:
    area = preview.area
    qtbot.waitUntil(lambda: not preview.pages.missing(area.area) and not preview.thumbnails.missing(), timeout=10_000)


def colour(preview: Preview, page: int) -> QColor:
    """Return the colour of a page's top left as it is on the screen."""
    place = preview.pages.place(page).topLeft() + QPoint(20, 20)
    return preview.pages.grab().toImage().pixelColor(place * preview.devicePixelRatio())


def test_the_pages_and_their_number_are_shown(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    assert preview.count == 3
    assert preview.bar.number.text() == "Page 1 of 3"
    assert colour(preview, 0) == QColor("black")


def test_no_page_is_counted_before_there_is_one(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    number = preview.bar.number
    assert number.lineEdit().text() == "Page"
    assert not number.isEnabled()
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    assert number.lineEdit().text() == "Page 1 of 3"
    assert number.isEnabled()


def test_page_down_and_up_go_from_page_to_page(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    for key, page in ((Key.Key_PageDown, 2), (Key.Key_PageDown, 3), (Key.Key_PageDown, 3), (Key.Key_PageUp, 2)):
        QTest.keyClick(preview.area, key)
        assert preview.bar.number.value() == page
    QTest.keyClick(preview.area, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert preview.bar.number.text() == "Page 3 of 3"
    QTest.keyClick(preview.area, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert preview.area.verticalScrollBar().value() == 0


def test_all_pages_are_reached_where_several_fit_the_window(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=4))
    preview.zoom(-9)
    seen = [preview.bar.number.value()]
    for _ in range(3):
        QTest.keyClick(preview.area, Key.Key_PageDown)
        seen.append(preview.bar.number.value())
    assert seen == [1, 2, 3, 4]


def test_a_number_that_is_typed_is_gone_to(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=12))
    number = preview.bar.number
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "11")
    assert preview.area.verticalScrollBar().value() == 0  # the number may not be whole yet
    QTest.keyClick(number, Key.Key_Return)
    assert preview.pages.in_view(preview.area.area)[0] == 10
    assert preview.thumbnails.currentRow() == 10


def test_return_in_the_number_presses_no_button_of_the_dialog(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    pressed: list[int] = []
    preview.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(preview.bar.number, Key.Key_Return)
    assert not pressed


def test_the_small_pictures_lead_to_their_pages(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    rows = preview.thumbnails
    place = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert preview.bar.number.value() == 3
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Up)
    assert preview.bar.number.value() == 2


def test_what_is_on_a_page_can_be_heard(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", title="How nerves boost pain"))
    row, role = preview.thumbnails.item(1), Qt.ItemDataRole
    assert row.data(role.AccessibleTextRole) == "Page 2"
    assert row.data(role.AccessibleDescriptionRole) == "How nerves boost pain 2. Words of page 2"
    preview.go_to(2)
    qtbot.waitUntil(lambda: "Words" in preview.pages.accessibleDescription())
    assert preview.pages.accessibleDescription() == "Page 3 of 3. How nerves boost pain 3. Words of page 3"


def test_the_small_pictures_leave_the_room_to_the_pages_in_a_narrow_window(
    qtbot: QtBot, preview: Preview, tmp_path: Path
) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    assert preview.thumbnails.isVisible()
    preview.resize(360, 500)
    qtbot.waitUntil(lambda: not preview.thumbnails.isVisible())
    assert preview.pages.place(0).width() < 360


def test_the_place_is_kept_when_other_pages_come(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=5))
    preview.go_to(3)
    show(qtbot, preview, pdf(tmp_path / "b.pdf", count=5))
    assert preview.bar.number.text() == "Page 4 of 5"
    show(qtbot, preview, pdf(tmp_path / "c.pdf", count=2))
    assert preview.bar.number.text() == "Page 2 of 2"
    preview.show_file(tmp_path / "a.pdf", from_the_top=True)
    qtbot.waitUntil(lambda: preview.bar.number.text() == "Page 1 of 5")


def test_the_pages_before_stand_until_the_new_ones_do(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", shade=0.0))
    seen: list[str] = []
    preview._plates.opened.connect(lambda _: seen.append(colour(preview, 0).name()))
    show(qtbot, preview, pdf(tmp_path / "b.pdf", shade=0.5))
    assert seen == ["#000000"]  # no white in between
    assert colour(preview, 0).lightness() in range(120, 136)


def test_the_size_follows_the_width_until_another_one_is_chosen(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    assert preview.bar.fit_width.isChecked()
    before = preview.pages.scale
    preview.resize(1100, 700)
    qtbot.waitUntil(lambda: preview.pages.scale > before)
    QTest.keyClicks(preview.area, "-")
    chosen = preview.pages.scale
    preview.resize(900, 700)
    QApplication.processEvents()
    assert preview.pages.scale == chosen
    assert not preview.bar.fit_width.isChecked()
    QTest.keyClicks(preview.area, "0")
    assert preview.bar.fit_width.isChecked()


def test_a_whole_page_can_be_seen(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    preview.bar.whole_page.click()
    assert preview.area.area.contains(preview.pages.place(0))
    QTest.keyClick(preview.area, Key.Key_PageDown)
    assert preview.area.area.contains(preview.pages.place(1))


def test_the_wheel_makes_pages_larger_with_ctrl(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    before, middle = preview.pages.scale, QPointF(200, 200)
    for _ in range(2):  # half a notch each, as touchpads send
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, 60), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(preview.area.viewport(), event)
    assert preview.pages.scale > before


def test_a_large_page_is_as_sharp_as_the_screen(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    preview.zoom(20)
    wait_until_drawn(qtbot, preview)
    preview.area.verticalScrollBar().setValue(0)
    preview.area.horizontalScrollBar().setValue(0)
    wait_until_drawn(qtbot, preview)
    edge = preview.pages.place(0).left() + round(100 * 4 * 96 / 72)  # of the black box, at four times its size
    row = preview.area.grab().toImage()
    left = edge - preview.area.area.left()
    assert [row.pixelColor(x, 200).lightness() for x in (left - 3, left + 3)] == [0, 255]


def test_pictures_take_little_memory_however_many_pages(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=60))
    for page in range(0, 60, 3):
        preview.go_to(page)
        wait_until_drawn(qtbot, preview)
    largest = 4 * preview.pages.place(0).width() * preview.pages.place(0).height()
    assert preview.pages._whole.size <= sheets.KEPT + 3 * largest


def test_a_damaged_file_and_one_that_has_gone_are_said(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf"))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7\nnothing")
    for name in ("damaged.pdf", "gone.pdf"):
        with qtbot.waitSignal(preview.failed, timeout=10_000) as said:
            preview.show_file(tmp_path / name)
        assert "damaged, or was removed" in said.args[0]
    assert preview.count == 3  # those before stay
    show(qtbot, preview, pdf(tmp_path / "b.pdf", count=2))
    assert preview.count == 2


def test_a_file_may_go_once_it_is_shown(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=30))
    (tmp_path / "a.pdf").unlink()
    preview.go_to(29)
    wait_until_drawn(qtbot, preview)
    assert colour(preview, 29) == QColor("black")


def test_two_previews_draw_at_once(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    other = Preview()
    qtbot.addWidget(other)
    other.resize(900, 700)
    other.show()
    show(qtbot, preview, pdf(tmp_path / "a.pdf", count=20))
    show(qtbot, other, pdf(tmp_path / "b.pdf", count=20, shade=0.5))
    for page in range(20):
        preview.go_to(page)
        other.go_to(page)
    wait_until_drawn(qtbot, preview)
    wait_until_drawn(qtbot, other)
    assert colour(preview, 19) == QColor("black"), "each has its own pages"
    assert abs(colour(other, 19).lightness() - 128) <= 1
    other.stop()


def test_closing_while_pages_are_drawn_is_quiet_and_ends_the_drawing(qtbot: QtBot, tmp_path: Path) -> None:
    def drawing() -> int:
        return sum(each.name == "plates" for each in threading.enumerate())

    file, before = pdf(tmp_path / "a.pdf", count=30), drawing()
    faults: list[str] = []
    for _ in range(5):
        preview = Preview()
        preview.failed.connect(faults.append)
        qtbot.addWidget(preview)
        preview.show()
        with qtbot.waitSignal(preview.shown, timeout=10_000):
            preview.show_file(file)
        preview.zoom(20)
        assert preview.pages.missing(preview.area.area), "there is something to draw"
        preview.stop()
    qtbot.waitUntil(lambda: drawing() == before, timeout=10_000)
    assert faults == []


def test_the_program_may_end_while_pages_are_drawn(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", count=30)
    ended = subprocess.run([sys.executable, "-c", ENDING, file], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_every_button_is_named_and_large_enough(preview: Preview) -> None:
    for button in preview.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.height() >= 44


def test_a_part_of_a_page_is_the_same_as_in_the_whole(tmp_path: Path) -> None:
    from PySide6.QtCore import QRect

    opened, part = Pdf(pdf(tmp_path / "a.pdf")), QRect(37, 11, 301, 203)
    with opened.picture(0, 150) as whole, opened.picture(0, 150, part) as cut:
        assert cut == whole.copy(part)
    opened.close()
