"""The handbook with small films, as for the films themselves."""

from tests.pictures.motion.conftest import films

__all__ = ["films"]
