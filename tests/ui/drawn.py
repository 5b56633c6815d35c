"""What a pathway's scene draws now, for tests."""

from __future__ import annotations

from reader.ui.pathway.scene import PathwayScene


def drawn_keys(scene: PathwayScene, role: str = "") -> set[str]:
    """Return the ids of what is drawn: of nodes ("node"), of lines ("edge"), or of both."""
    parts = (part for part in scene._parts if part.key and role in ("", part.role))
    return {part.key for part in parts if scene.is_drawn(part)}
