"""The drawn handbook that packs are made of."""

from tests.bundles.packs.conftest import packed_handbook, packed_project

__all__ = ["packed_handbook", "packed_project"]
