"""Limits that a process of ours holds itself to for a part of its work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.core.limits import within, within_memory

resource = pytest.importorskip("resource", reason="Windows has no such limits")
KINDS = {"RLIMIT_CPU": within, "RLIMIT_AS": within_memory}
MUCH = 2**20  # seconds, or megabytes, which no test uses


@pytest.fixture(params=KINDS)
def limit(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of a limit, which is put back as it was."""
    kind = getattr(resource, request.param)
    before = resource.getrlimit(kind)
    yield request.param
    resource.setrlimit(kind, before)


def test_a_limit_is_in_force_inside_and_put_back_after(limit: str) -> None:
    kind = getattr(resource, limit)
    before = resource.getrlimit(kind)
    with KINDS[limit](MUCH):
        soft, hard = resource.getrlimit(kind)
        assert soft >= MUCH
        assert soft != resource.RLIM_INFINITY
        assert hard == before[1]
    assert resource.getrlimit(kind) == before


def test_a_lower_limit_that_somebody_has_set_stays(limit: str) -> None:
    kind = getattr(resource, limit)
    lower = (MUCH // 2) * (1 if limit == "RLIMIT_CPU" else 2**20)
    resource.setrlimit(kind, (lower, resource.getrlimit(kind)[1]))
    with KINDS[limit](MUCH):
        assert resource.getrlimit(kind)[0] == lower
