from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from camnang.bundles.copies.copies import NAMES
from camnang.entry.session import Session
from camnang.files.faults import FaultsError
from camnang.handbook.facts.formats import read_formats
from camnang.handbook.project import Project
from camnang.made.offer import Offer
from camnang.site.assembly.site_files import site_files
from camnang.site.hosting.compression import COMPRESSIONS
from camnang.site.hosting.content_types import CONTENT_TYPES, UNKNOWN, content_type, is_known, unknown_kinds
from camnang.site.hosting.server_files import SERVER_FILES, Address, address_of, server_files
from tests.conftest import ROOT
from tests.site.hosting.observatory import grade, scores
from tests.site.hosting.policy_evaluator import findings
from tests.site.hosting.served_types import headers_of, types_of

STYLE, OWN = "body{color:red}", Address("chong-lua-dao.example", "/cam-nang/")
EVERY = server_files([STYLE], ["tyz/"])
EACH_FILE = pytest.mark.parametrize("name", SERVER_FILES)


@EACH_FILE
def test_a_server_knows_every_kind_in_the_table(name: str) -> None:
    said = types_of(name, EVERY[name])
    wrong = {
        ending: said.get(ending)
        for ending in CONTENT_TYPES
        if said.get(ending) != content_type(f"x{ending}") and ending not in {".gz", ".br"}
    }
    assert wrong == {}, f"{name}: {wrong}"


@EACH_FILE
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("lich.ics", "text/calendar; charset=utf-8"),
        ("tin-nhan.csv", "text/csv; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("cam-nang.zim", "application/zim"),
        ("camnang-manifest.json.minisig", "text/plain; charset=utf-8"),
        ("loa-30.mp3", "audio/mpeg"),
        ("phong.woff2", "font/woff2"),
    ],
)
def test_what_browsers_act_upon_has_its_registered_type(name: str, file: str, kind: str) -> None:
    assert types_of(name, EVERY[name])[Path(file).suffix] == kind
    assert content_type(file.upper()) == kind, "an ending in capitals is the same ending"


def made_endings(project: Project) -> set[str]:
    """Return the endings of everything that the site and all makers can make."""
    session = Session(project)
    site = {file.path for file in site_files(project, session.handbook, session.settings, Offer())}
    office = {job.path for job in session.office_jobs}
    drawn = {f"x.{form.file_format}" for form in session.handbook.facts.formats} | {"x.webp"}
    packed = {"goi.zip", *NAMES.values(), *(f"x{ending}" for ending in COMPRESSIONS)}
    return {Path(path).suffix for path in site | office | drawn | packed}


def test_every_kind_that_anybody_makes_is_in_the_table() -> None:
    endings = made_endings(Project(ROOT))
    lacking = endings - CONTENT_TYPES.keys()
    assert lacking == set(), f"no content type for {lacking}"
    assert {".ics", ".csv", ".zim", ".pptx", ".mp4", ".webmanifest"} <= endings, endings


def test_every_format_of_a_picture_is_one_that_is_told() -> None:
    told = get_args(type(read_formats(ROOT)[0]).model_fields["file_format"].annotation)
    assert [each for each in told if not is_known(f"x.{each}")] == [], told


def test_a_kind_that_nobody_knows_is_told_once_with_what_to_do() -> None:
    faults = list(unknown_kinds(["a/b.rar", "a/c.RAR", "a/d.pdf", "SHA256SUMS", ".htaccess", "a/README"]))
    assert [(fault.path, fault.found) for fault in faults] == [
        ("site/a/README", "tên tệp không có đuôi"),
        ("site/a/b.rar", "đuôi tệp «.rar»"),
    ]
    assert all("ZIP" in fault.repair for fault in faults), faults
    assert content_type("a/b.rar") == UNKNOWN


@EACH_FILE
def test_the_policy_says_all_that_an_evaluator_asks_for(name: str) -> None:
    policy = headers_of(name, EVERY[name])["Content-Security-Policy"]
    assert list(findings(policy)) == [], f"{name}: {policy}"
    for said in ("object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert said in policy, f"{name} does not say {said}"


@pytest.mark.parametrize(
    ("policy", "finding"),
    [
        ("default-src 'self'; base-uri 'none'", "missing object-src"),
        ("default-src 'self'; object-src 'none'", "missing base-uri"),
        ("default-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'", "default-src: 'unsafe-inline'"),
        ("script-src data:; object-src 'none'; base-uri 'none'", "script-src: data: lets scripts in"),
        ("default-src *; object-src 'none'; base-uri 'none'", "script-src: * lets scripts in"),
        ("default-src 'self' https://x.vn; object-src 'none'; base-uri 'none'", "default-src: https://x.vn"),
        ("defalt-src 'self'; object-src 'none'; base-uri 'none'", "unknown directive defalt-src"),
    ],
)
def test_the_evaluator_finds_what_is_wrong(policy: str, finding: str) -> None:
    assert finding in list(findings(policy)), list(findings(policy))


@pytest.mark.parametrize("name", [name for name, file in SERVER_FILES.items() if file.secure])
def test_over_https_the_headers_are_of_the_best_grade(name: str) -> None:
    headers = headers_of(name, EVERY[name])
    assert grade(headers, f"https://{OWN.host}/") == "A+", scores(headers, f"https://{OWN.host}/")


def test_the_observatory_takes_points_for_what_is_missing() -> None:
    headers = dict(headers_of("nginx-https.conf", EVERY["nginx-https.conf"]))
    assert grade(headers, "http://x/") != "A+", "no redirect"
    whole = sum(scores(headers, "https://x/").values())
    for lost in ("Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy"):
        rest = scores({name: value for name, value in headers.items() if name != lost}, "https://x/")
        assert sum(rest.values()) < whole, f"without {lost}: {rest}, with it {whole}"


@pytest.mark.parametrize("name", [name for name, file in SERVER_FILES.items() if not file.secure])
def test_without_a_certificate_nobody_is_bound_to_https(name: str) -> None:
    assert "Strict-Transport-Security" not in EVERY[name]


def test_a_site_in_a_folder_has_its_own_page_for_lost_readers() -> None:
    texts = server_files([STYLE], [], OWN)
    assert "error_page 404 /cam-nang/404.html;" in texts["nginx.conf"]
    assert "ErrorDocument 404 /cam-nang/404.html" in texts["apache.htaccess"]
    assert "~^/cam-nang/([a-z]+/)?nhung/" in texts["nginx.conf"]


def test_plain_addresses_lead_to_the_name_that_was_given_and_to_no_other() -> None:
    texts = server_files([STYLE], [], OWN)
    assert "return 301 https://chong-lua-dao.example$request_uri;" in texts["nginx-https.conf"]
    assert "https://chong-lua-dao.example%{REQUEST_URI}" in texts["apache-https.htaccess"]
    assert "http://chong-lua-dao.example%{REQUEST_URI}/ [R=301" in texts["apache.htaccess"]
    assert [name for name, text in texts.items() if "$host" in text or "HTTP_HOST" in text] == []


@pytest.mark.parametrize(
    ("site_url", "address"),
    [
        ("", Address()),
        ("https://a.vn", Address("a.vn", "/")),
        ("https://a.vn/cam-nang", Address("a.vn", "/cam-nang/")),
        ("https://A.VN:8443/x/y/", Address("a.vn", "/x/y/", ":8443")),
        ("https://cẩm-nang.vn/", Address("xn--cm-nang-3o4c.vn", "/")),
    ],
)
def test_the_address_says_where_the_site_will_stand(site_url: str, address: Address) -> None:
    assert address_of(site_url) == address


@pytest.mark.parametrize("site_url", ['https://a.vn/";deny', "https://a b.vn/", "https://[::1/", "https://a.vn/x y/"])
def test_an_address_that_would_break_a_server_s_file_is_told(site_url: str) -> None:
    with pytest.raises(FaultsError, match="site_url"):
        address_of(site_url)


def test_the_folder_of_server_files_has_these_and_a_guide() -> None:
    lying = {file.name for file in (ROOT / "deploy").iterdir()}
    assert lying == {*SERVER_FILES, "README.md"}
    guide = (ROOT / "deploy/README.md").read_text(encoding="utf-8")
    assert [name for name in SERVER_FILES if f"`{name}`" not in guide] == []
