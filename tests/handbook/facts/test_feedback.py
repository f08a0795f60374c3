from __future__ import annotations

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.feedback import FILE, Channels, read_feedback
from camnang.handbook.project import Project
from tests.conftest import ROOT

NUMBERS = frozenset({"113", "111", "156", "5656"})


def test_the_handbook_claims_no_channel_that_nobody_confirmed() -> None:
    assert read_feedback(ROOT, NUMBERS) == Channels()
    assert not Channels().any_set


def test_without_the_file_there_is_no_channel(project: Project) -> None:
    assert not (project.root / FILE).exists()
    assert read_feedback(project.root, NUMBERS) == Channels()


def test_channels_are_read(project: Project) -> None:
    lines = 'email: gop-y@noi.example\nform: "https://phieu.example/moi?loi={text}"\nsms: "5656"\n'
    (project.root / FILE).write_text(lines + "zalo: https://zalo.me/camnang.caobang\n", encoding="utf-8")
    channels = read_feedback(project.root, NUMBERS)
    assert (channels.email, channels.sms, channels.any_set) == ("gop-y@noi.example", "5656", True)


SPOILT = {
    "an address without a place": "email: gop-y",
    "an address that adds headers": "email: a@noi.example?bcc=b@noi.example",
    "two addresses": "email: a@noi.example,b@noi.example",
    "a form on this machine": "form: https://127.0.0.1/phieu",
    "a form in this house": "form: https://phieu.local/moi",
    "a mailbox on this machine": "email: toi@may.localhost",
    "a form without encryption": "form: http://phieu.example/",
    "a form that is a script": "form: 'javascript:alert(1)'",
    "a form that breaks out of its attribute": "form: 'https://phieu.example/\"onclick=x'",
    "a telephone number as Zalo": "zalo: https://zalo.me/0912345678",
    "another host as Zalo": "zalo: https://zalo.example/camnang",
    "a number that nobody confirmed": 'sms: "0912345678"',
    "a channel that does not exist": "facebook: https://facebook.example/",
    "a list": "email: [a@noi.example]",
}


@pytest.mark.parametrize("line", SPOILT.values(), ids=SPOILT.keys())
def test_spoilt_channels_are_told_with_their_line(project: Project, line: str) -> None:
    (project.root / FILE).write_text(f"# nơi nhận\n{line}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_feedback(project.root, NUMBERS)
    (fault,) = raised.value.faults
    assert (fault.path, fault.line) == (FILE, 2), str(fault)
    assert fault.expected.isascii() is False, f"not in Vietnamese: {fault.expected}"
