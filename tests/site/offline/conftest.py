"""The built site that copies are made of."""

from tests.bundles.copies.conftest import built, carried_project

__all__ = ["built", "carried_project"]
