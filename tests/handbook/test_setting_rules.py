"""Settings from `mkdocs.yml` and the environment: what is printed is what an office meant, or it is told."""

from __future__ import annotations

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.project import Project, read_settings

OFFICE, ADDRESS = "APPROVED_BY", "SITE_URL"


def faults(project: Project) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as raised:
        read_settings(project)
    return raised.value.faults


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\t", '""', "' '", "\u200b", "\ufeff \n", "“”"])
def test_what_is_blank_means_that_nobody_approved(
    shared_project: Project, monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    monkeypatch.setenv(OFFICE, blank)
    monkeypatch.setenv(ADDRESS, blank)
    found = read_settings(shared_project)
    assert (found.approved_by, found.site_url) == ("", ""), repr(blank)


@pytest.mark.parametrize(
    "given",
    [
        *("yes", "no", "true", "False", "on", "null", "~", "None", "n/a", "0", "1", "113", "0123", "1e3", "x", "OK"),
        *("chưa", "Chưa có", "chưa ai phê duyệt", "Dự thảo", "Bản nháp", "chờ phê duyệt", "Đã phê duyệt", "không ai"),
        *("2026-12-01", "1/12/2026", "01.12.2026", "ngày 1 tháng 12", "Công an tỉnh 1/12/2026", "12 tháng 12"),
        *(
            "${{ vars.APPROVED_BY }}",
            "%APPROVED_BY%",
            "$APPROVED_BY",
            "{{ office }}",
            "<tên cơ quan>",
            "/root",
            "C:\\a b",
        ),
        *(
            "Tên cơ quan phê duyệt",
            "https://caobang.gov.vn",
            "can.bo@caobang.gov.vn",
            "Công an 0912345678",
            "admin",
            "C:\\a b",
        ),
        *("Công an huyện Hòa An", "UBND thành phố Cao Bằng", "Công an TP Cao Bằng", "Thị trấn Nước Hai"),
        *("Công an tỉnh " + "Cao Bằng " * 20, "C«ng an tØnh Cao B»ng", "Công\u202ean tỉnh"),
    ],
)
def test_what_is_no_office_never_takes_the_draft_notice_away(
    shared_project: Project, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(OFFICE, given)
    found = faults(shared_project)
    assert {(fault.path, fault.rule) for fault in found} == {("biến APPROVED_BY", "cai-dat-sai")}, given


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Công an tỉnh Cao Bằng", "Công an tỉnh Cao Bằng"),
        (' "Công an  tỉnh Cao Bằng" ', "Công an tỉnh Cao Bằng"),
        ("UBND tỉnh Cao Bằng", "UBND tỉnh Cao Bằng"),
        ("Trường THPT số 1 Bảo Lạc", "Trường THPT số 1 Bảo Lạc"),
        ("Ban quản lý chợ Xanh & Hội Nông dân", "Ban quản lý chợ Xanh & Hội Nông dân"),
        ("Phòng PA05/Công an tỉnh", "Phòng PA05/Công an tỉnh"),
        ("Công an ti\u0309nh Cao Bằng", "Công an tỉnh Cao Bằng"),
    ],
)
def test_an_office_is_taken_by_its_name(
    shared_project: Project, monkeypatch: pytest.MonkeyPatch, given: str, name: str
) -> None:
    monkeypatch.setenv(OFFICE, given)
    assert read_settings(shared_project).approved_by == name


@pytest.mark.parametrize(
    ("given", "better"),
    [
        ("caobang.example/cam-nang", "https://caobang.example/cam-nang/"),
        ("//caobang.gov.vn", "https://caobang.gov.vn/"),
        ("https:/caobang.gov.vn", "https://caobang.gov.vn/"),
        ("https//caobang.gov.vn", "https://caobang.gov.vn/"),
        ("https:\\\\caobang.gov.vn\\a", "https://caobang.gov.vn/a/"),
        ("https://a:b@caobang.gov.vn", "https://caobang.gov.vn/"),
        ("https://caobang.gov.vn/?a=1", "https://caobang.gov.vn/"),
        ("https://caobang.gov.vn/#dau", "https://caobang.gov.vn/"),
        ("https://cao bang.gov.vn", "https://caobang.gov.vn/"),
        ("https://cao\u00adbang.gov.vn", "https://caobang.gov.vn/"),
        ("file:///home/a/site", ""),
        ("ftp://caobang.gov.vn", ""),
        ("https://", ""),
        ("https:///a", ""),
        ("https://caobang.gov.vn:99999", ""),
        *((f"http://{host}", "") for host in ("localhost:8000", "127.0.0.1", "[::1]", "192.168.1.9", "10.0.0.1")),
        *((f"http://{host}", "") for host in ("may-chu", "camnang.local", "0.0.0.0", "172.16.0.1", "a..vn", "1.2.3")),
        *((f"https://{host}/", "") for host in ("example.com", "www.example.org", "EXAMPLE.net", "a.home.arpa")),
        *((word, "") for word in ("null", "true", "0123", "chưa", "%SITE_URL%", "${{ vars.SITE_URL }}", "$SITE_URL")),
    ],
)
def test_an_address_that_no_telephone_opens_is_told_with_the_one_that_was_meant(
    shared_project: Project, monkeypatch: pytest.MonkeyPatch, given: str, better: str
) -> None:
    monkeypatch.setenv(ADDRESS, given)
    (fault,) = faults(shared_project)
    assert (fault.path, fault.rule) == ("biến SITE_URL", "cai-dat-sai"), given
    assert fault.repair == f"viết {better}" if better else "https://" not in fault.repair, fault.repair


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://caobang.example/cam-nang", "https://caobang.example/cam-nang/"),
        ('"https://caobang.gov.vn/" ', "https://caobang.gov.vn/"),
        ("HTTPS://CaoBang.GOV.vn/Cam-Nang//", "https://caobang.gov.vn/Cam-Nang/"),
        ("http://caobang.gov.vn:80", "http://caobang.gov.vn/"),
        ("https://caobang.gov.vn:8443/a", "https://caobang.gov.vn:8443/a/"),
        ("https://caobằng.vn", "https://xn--caobng-6f8b.vn/"),
        ("https://caobang.vn/cẩm nang".replace(" ", "-"), "https://caobang.vn/c%E1%BA%A9m-nang/"),
        ("https://ten.github.io/cam-nang/", "https://ten.github.io/cam-nang/"),
        ("https://103.232.123.145/a", "https://103.232.123.145/a/"),
    ],
)
def test_an_address_has_one_spelling(
    shared_project: Project, monkeypatch: pytest.MonkeyPatch, given: str, address: str
) -> None:
    monkeypatch.setenv(ADDRESS, given)
    assert read_settings(shared_project).site_url == address


def test_all_that_is_wrong_is_told_at_once_with_the_lines_of_the_file(project: Project) -> None:
    file = project.root / "mkdocs.yml"
    text = "site_name: ' '\nsite_url: caobang.gov.vn\nextra:\n  approved_by: yes\nmarkdown_extensions: [tables]\n"
    file.write_text(text, encoding="utf-8")
    assert [(fault.path, fault.line) for fault in faults(project)] == [(file.name, line) for line in (1, 2, 4, 5)]


def test_nothing_said_in_the_file_is_nothing(project: Project) -> None:
    text = "site_name: A\nsite_url: ~\nextra: {approved_by: }\nmarkdown_extensions: [attr_list]\n"
    (project.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    found = read_settings(project)
    assert (found.site_url, found.approved_by) == ("", "")


def test_quotes_of_word_in_the_file_are_told(project: Project) -> None:
    text = "site_name: A\nsite_url: “https://caobang.gov.vn/”\nextra:\n  approved_by: “Công an tỉnh Cao Bằng”\n"
    (project.root / "mkdocs.yml").write_text(f"{text}markdown_extensions: [attr_list]\n", encoding="utf-8")
    told = faults(project)
    assert [(fault.line, fault.repair) for fault in told] == [
        (2, "viết https://caobang.gov.vn/"),
        (4, 'viết approved_by: "Công an tỉnh Cao Bằng"'),
    ], told
