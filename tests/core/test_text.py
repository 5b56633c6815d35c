"""The text model."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text import Block, Span

SPANS = st.builds(Span, st.integers(0, 9), st.integers(0, 9), st.sampled_from(["em", "link"]), st.text(max_size=5))
BLOCKS = st.builds(
    Block,
    st.text(max_size=5),
    st.sampled_from(["heading", "cell", "evidence", "image"]),
    st.text(max_size=20),
    st.lists(SPANS, max_size=3).map(tuple),
    level=st.integers(0, 6),
    marker=st.sampled_from(["", "•", "3."]),
    callout=st.sampled_from(["", "gist"]),
    title=st.text(max_size=5),
    box=st.integers(0, 3),
    row=st.integers(-1, 3),
    column=st.integers(-1, 3),
    header=st.booleans(),
    claims=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    levels=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    image=st.text(max_size=5),
)


@given(BLOCKS)
def test_a_block_comes_back_from_json_as_it_was(block: Block) -> None:
    assert Block.from_json(json.loads(json.dumps(block.to_json()))) == block
