"""The head of a lexicon's table."""

from __future__ import annotations

HEAD = "word\tkind\tmeaning\tsource\n"
