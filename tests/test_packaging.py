"""The wheel, installed away from the checkout, is the whole reader and nothing else."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of a new environment that holds the wheel.

    It borrows the dependencies of the running environment, but not that one's link to the checkout: `.pth` files
    count only in an environment's own folder.
    """
    root = tmp_path_factory.mktemp("away") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root)], check=True)
    python = root / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    own = sysconfig.get_path("purelib", vars={"base": str(root)})
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return root / "bin"


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Callable[..., str]:
    """Return a call that runs the installed reader in an empty folder and gives what it printed."""

    def run(*arguments: str) -> str:
        command = [str(installed / "pathway-reader"), *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def _files(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_guides_and_resources_are_in_the_wheel(wheel: Path) -> None:
    shipped = {
        f"reader/{path.relative_to(CHECKOUT)}"
        for folder in ("content", "resources")
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file()
    }
    assert shipped <= _files(wheel)


def test_nothing_but_the_reader_is_in_the_wheel(wheel: Path) -> None:
    names = _files(wheel)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reader", "pathway_reader"}
    assert not [name for name in names if "/tests/" in name or "__pycache__" in name]


def test_the_installed_reader_finds_its_guide_from_any_folder(run: Callable[..., str]) -> None:
    assert "[cytokines]" in run("outline")


def test_the_installed_reader_has_its_help(run: Callable[..., str]) -> None:
    assert "All keys [keys]" in run("outline", "pathway-reader-help")


def test_the_installed_reader_explains_a_word(run: Callable[..., str]) -> None:
    assert run("define", "cytokine").lower().startswith("cytokine")


def test_the_installed_reader_makes_a_guide_that_passes_its_own_check(run: Callable[..., str]) -> None:
    run("new", "guide")
    assert run("check", "guide", "--strict").startswith("Guide\n  Errors            0\n")


def test_the_program_that_was_tested_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / "python"), "-c", "import reader; print(reader.__file__)"]
    where = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert Path(where).is_relative_to(installed.parent)
