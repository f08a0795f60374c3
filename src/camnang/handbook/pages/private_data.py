"""What leads to a person outside the handbook: accounts, identity cards, mailboxes and sites in a page's words.

Readers learn to send nothing to anybody's account and to follow no address. Telephone numbers are told by
`page_rules`, links of Markdown and HTML by `html_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.telephone_numbers import numbers_of_persons, phone_numbers
from camnang.handbook.web_addresses import host_in
from camnang.handbook.written_addresses import links_in

# Only offices of the state get names below gov.vn (Circular 24/2015/TT-BTTTT), nobody one below example (RFC 2606).
OF_NO_PERSON: Final = (".gov.vn", ".example")
OWN_FILES: Final = (".md", ".py")  # the handbook's own, which end as countries' names do
LINK_TARGET: Final = re.compile(r"(?<=\])\([^)\s]*\)|^\[[^\]]+\]:.*$", re.MULTILINE)
EXPECTED: Final = "không ghi gì dẫn tới một người hay một trang ngoài nguồn của cẩm nang"


def site_of(link: str) -> str:
    """Return the host of an address that stands in a text, without spaces and «www.»."""
    return host_in("".join(link.split())).removeprefix("www.")


def known_hosts(facts: Facts) -> frozenset[str]:
    """Return the hosts of the handbook's sources, those that sources tell of, and its own channels'."""
    addresses = [source.url or "" for source in facts.sources.values()]
    told = [link for source in facts.sources.values() for link in links_in(source.title)]
    own = (facts.feedback.email, facts.feedback.form, facts.feedback.zalo)
    return frozenset(site_of(link) for link in (*addresses, *told, *own) if link)


def addresses_of_persons(text: str, facts: Facts) -> tuple[str, ...]:
    """Return each address of a text that is neither an office's nor a source's nor the name of a file."""
    hosts = {link: site_of(link) for link in links_in(text)}
    found = [link for link, host in hosts.items() if not f".{host}".endswith((*OF_NO_PERSON, *OWN_FILES))]
    known = known_hosts(facts) if found else frozenset()
    return tuple(link for link in found if hosts[link] not in known)


def private_numbers(text: str) -> Iterator[str]:
    """Yield each long number of a text that is no telephone's."""
    telephones = phone_numbers(text)
    for written in numbers_of_persons(text):
        if not any(number in re.sub(r"\D", "", written) for number in telephones):
            yield written


def private_faults(raw: RawPage, facts: Facts, path: str) -> Iterator[Fault]:
    """Yield a fault for each number of an account or a card, and each address of somebody, in a page's words."""
    words = LINK_TARGET.sub("", raw.body)
    told = {
        **dict.fromkeys(private_numbers(words), "số tài khoản, số căn cước hay số riêng"),
        **dict.fromkeys(addresses_of_persons(words, facts), "địa chỉ trang hoặc thư"),
    }
    for written, kind in told.items():
        yield Fault(
            path=path,
            line=raw.line_containing(written.partition("\n")[0]),
            rule="thong-tin-rieng",
            found=f"{kind} «{' '.join(written.split())}»",
            expected=EXPECTED,
            repair="bỏ đi; làm ví dụ thì viết địa chỉ có đuôi .example, số thì viết «số tài khoản lạ»",
        )
