"""Which recordings still say what their page says."""

from __future__ import annotations

from typing import Literal

from camnang.handbook.facts.recordings import Recording
from camnang.handbook.pages.model import Handbook
from camnang.handbook.spoken.script import script_of

RecordingState = Literal["current", "old"]


def state_of(recording: Recording, handbook: Handbook) -> RecordingState:
    """Tell whether a recording says what its page says now."""
    page = handbook.pages.get((recording.page, recording.language))
    script = script_of(page, handbook, recording.name) if page else None
    return "current" if script and script.pin == recording.script else "old"
