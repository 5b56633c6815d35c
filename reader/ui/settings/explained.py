"""The group "Words explained": which words are marked, where their explanations open, and further glossaries."""

from __future__ import annotations

from reader.settings import Settings
from reader.ui.settings.added_glossaries import AddedGlossaries
from reader.ui.settings.group import Group, label


class Explained(Group):
    """What happens to words that have an explanation."""

    def __init__(self, glossaries: AddedGlossaries) -> None:
        super().__init__()
        self.set_title(self.tr("Words explained"))
        marked = {
            "first": self.tr("The first mention in each section"),
            "every": self.tr("Every mention"),
            "none": self.tr("None"),
        }
        self.add_choice("marking", self.tr("Mark in the text:"), marked)
        others = self.tr("A word without a mark is explained, too: select it and press D or Ctrl+D.")
        self.add(label(others, quiet=True))
        where = {True: self.tr("Beside the word"), False: self.tr("Always in the panel at the right")}
        self.add_choice("explain_beside", self.tr("Open explanations:"), where)
        calm = self.tr("The panel has one fixed place: choose it if things that appear over the text disturb you.")
        self.add(label(calm, quiet=True))
        self.add_switch("hover", self.tr("Open when the pointer rests on a word"))
        self.add(label(self.tr("Beside the word, after half a second. Esc closes the explanation."), quiet=True))
        self.set_apart()
        self.add(glossaries)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; a pointer opens nothing in the panel, which is for those whom that disturbs."""
        super().show_settings(settings)
        self.switch("hover").setEnabled(settings.explain_beside)
