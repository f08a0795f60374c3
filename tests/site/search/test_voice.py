from __future__ import annotations

import json

from camnang.handbook.pages.model import Handbook
from camnang.site.search.voice import KEYS, voice_words


def test_every_word_of_the_dialogue_is_there_under_its_key(handbook: Handbook) -> None:
    words = handbook.facts.words["vi"]
    said = json.loads(voice_words(words))
    assert set(said) == set(KEYS)
    assert said["agree"] == words["voice_agree"]


def test_the_reader_is_told_where_the_voice_goes(handbook: Handbook) -> None:
    said = json.loads(voice_words(handbook.facts.words["vi"]))
    assert "gửi tới hãng làm trình duyệt" in said["consent"]
