"""What voice search says, in a file of its own: only those who tap the microphone fetch it."""

from __future__ import annotations

import json

from camnang.handbook.facts.words import Words

FILE = "search/voice.{code}.json"
KEYS = (
    "search",
    "find",
    "consent",
    "agree",
    "listening",
    "stop",
    "heard",
    "again",
    "close",
    "nothing",
    "denied",
    "failed",
)


def voice_words(words: Words) -> bytes:
    """Return the words of the dialogue by their keys, as JSON."""
    said = {key: words[f"voice_{key}"] for key in KEYS}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
