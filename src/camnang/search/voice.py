"""What voice search says, in a file of its own: only those who tap the microphone fetch it."""

from __future__ import annotations

import json

from camnang.facts.words import Words

FILE = "search/voice.{code}.json"
KEYS = ("consent", "agree", "listening", "stop", "heard", "again", "close", "nothing", "denied", "failed")


def voice_words(words: Words) -> bytes:
    """Return the words of the dialogue by their keys, and the word on the button that searches."""
    said = {key: words[f"voice_{key}"] for key in KEYS}
    found = {"title": words["voice_search"], "search": words["search"], **said}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
