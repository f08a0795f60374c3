from __future__ import annotations

import pytest

from camnang.handbook.project import Project
from camnang.pictures.sheets.deck import DeckSheet
from camnang.pictures.slides.slides import pptx_bytes
from tests.conftest import copy_handbook
from tests.pictures.slides.made_up import SLIDES, deck_of, with_deck


@pytest.fixture(scope="session")
def decked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return with_deck(copy_handbook(tmp_path_factory.mktemp("decked") / "handbook"))


@pytest.fixture(scope="session")
def deck(decked: Project) -> DeckSheet:
    return deck_of(decked)


@pytest.fixture(scope="session")
def package(decked: Project, deck: DeckSheet) -> bytes:
    return pptx_bytes(deck, SLIDES, decked.design)
