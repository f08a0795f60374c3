"""The site's colours where no style sheet reaches: browser bars, icons, start screens."""

from __future__ import annotations

# `--indigo` of overrides/assets/handbook.css; a test holds them together.
INDIGO = "#14234a"
