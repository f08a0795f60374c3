"""Documents for those who change the program say what is there: paths, doors, rooms, versions, forms to fill in."""

from __future__ import annotations

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from camnang.entry.commands.verbs import VERBS
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "camnang"
DECISIONS = sorted((ROOT / "decisions").glob("[0-9]*.md"))
GUIDES = [ROOT / name for name in ("ARCHITECTURE.md", "DEVELOPING.md", "README.md", "CONTRIBUTING.md")]
DOCUMENTS = [*GUIDES, ROOT / "decisions/README.md", *DECISIONS]
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")
PATH = re.compile(
    r"[\w.-]+(?:/[\w.-]*)+|[\w-][\w.-]*\.(?:md|py|yml|yaml|toml|txt|tsv|typ|html|js|css|lock|cff|json|webp)"
)
DOOR_ROW = re.compile(r"^\| `(\w+)/` \| (.+) \|$", re.MULTILINE)
# What only runs make stands in .gitignore; these are files that readers of a guide have or write themselves.
THEIR_OWN = frozenset({"truong-toi.yml", "tin.txt", "data/moved.yml", "index.qaa.md"})
ON_THE_SITE = ("tai-ve/", "nhung/", "tyz/", "y-kien/")
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
# https://docs.github.com: «Syntax for issue forms» and «Syntax for GitHub's form schema».
KINDS = frozenset({"markdown", "textarea", "input", "dropdown", "checkboxes"})
OTHER_PROGRAMS = frozenset({"git", "mkdocs", "pip", "python3", "requirements"})


@cache
def tracked() -> frozenset[str]:
    """Return every file of the repository, those not yet committed among them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return frozenset(filter(None, listed.stdout.split("\0")))


@cache
def made_by_runs() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return tuple(line.removeprefix("/") for line in lines if line.startswith("/"))


def exists(path: str, document: Path) -> bool:
    """Tell whether a path is in the repository: from its root, below the package or `docs/`, beside the text."""
    places = (ROOT, SOURCE, ROOT / "docs", document.parent)
    if any((place / path).exists() for place in places):
        return True
    return "/" not in path and any(Path(name).name == path for name in tracked())


def is_promised(path: str) -> bool:
    """Tell whether a path is one of the repository's, and not what a run, a reader or a copy has."""
    return path not in THEIR_OWN and not path.startswith((*made_by_runs(), *ON_THE_SITE))


def paths_in(document: Path) -> set[str]:
    """Return the paths between backquotes and those that links lead to; rows of doors have their own test."""
    text = DOOR_ROW.sub("", document.read_text(encoding="utf-8"))
    spans = CODE.findall(FENCED.sub("", text))
    return {span for span in spans if PATH.fullmatch(span)} | set(LINK.findall(text))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    gone = sorted(path for path in paths_in(document) if is_promised(path) and not exists(path, document))
    assert gone == [], f"{name_of(document)} names what is not there: {gone}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_verb_that_is_named_with_an_option_is_one(document: Path) -> None:
    known = {name for verb in VERBS for name in (verb.name, *verb.aliases)} | OTHER_PROGRAMS
    spans = CODE.findall(FENCED.sub("", document.read_text(encoding="utf-8")))
    first = {span.split()[0] for span in spans if re.match(r"[\w-]+ (?:[\w-]+ )?--", span)}
    assert first <= known, f"{name_of(document)} names no verbs: {sorted(first - known)}"


def doors_told() -> dict[str, str]:
    return dict(DOOR_ROW.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))


def doors() -> set[str]:
    return {each.name for each in SOURCE.iterdir() if (each / "__init__.py").is_file()}


def test_the_table_of_doors_is_the_real_one() -> None:
    assert set(doors_told()) == doors(), f"told {sorted(doors_told())}, there are {sorted(doors())}"


@pytest.mark.parametrize(("door", "said"), doors_told().items(), ids=doors_told())
def test_what_is_told_of_a_door_is_behind_it(door: str, said: str) -> None:
    named = [name.rstrip("/") for name in CODE.findall(said)]
    behind = [name for name in named if not any((SOURCE / door / f"{name}{end}").exists() for end in ("", ".py"))]
    assert behind == [], f"not behind {door}/: {behind}"


@pytest.mark.parametrize("door", sorted(doors()))
def test_every_room_behind_a_door_is_told(door: str) -> None:
    rooms = {each.parent.name for each in (SOURCE / door).glob("*/__init__.py")}
    lacking = sorted(room for room in rooms if f"`{room}/" not in doors_told()[door])
    assert lacking == [], f"ARCHITECTURE.md says nothing of {door}/{lacking}"


def test_the_picture_shows_every_door() -> None:
    picture = FENCED.search((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert picture
    shown = set(re.findall(r"(?:^|\s)(\w+)/", picture[0]))
    assert doors() <= shown, f"not in the picture: {sorted(doors() - shown)}"


@pytest.mark.parametrize(("name", "most"), [("ARCHITECTURE.md", 120), ("DEVELOPING.md", 90)])
def test_a_guide_stays_one_page(name: str, most: int) -> None:
    lines = len((ROOT / name).read_text(encoding="utf-8").splitlines())
    assert lines <= most, f"{name} has {lines} lines, at most {most}"


def title_and_date(decision: Path) -> tuple[str, str]:
    title, _, date = decision.read_text(encoding="utf-8").splitlines()[:3]
    return title.removeprefix("# "), date


def test_decisions_are_numbered_and_their_list_has_them_all() -> None:
    assert [int(file.name[:2]) for file in DECISIONS] == [*range(1, len(DECISIONS) + 1)]
    row = re.compile(r"^\| (\d+) \| \[(.+)\]\((.+)\) \| (.+) \|$", re.MULTILINE)
    listed = row.findall((ROOT / "decisions/README.md").read_text(encoding="utf-8"))
    there = [
        (str(n), title_and_date(file)[0], file.name, title_and_date(file)[1]) for n, file in enumerate(DECISIONS, 1)
    ]
    assert listed == there, f"in the list only {set(listed) - set(there)}, not in it {set(there) - set(listed)}"


@pytest.mark.parametrize("decision", DECISIONS, ids=name_of)
def test_a_decision_has_a_day_and_three_short_parts(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", title_and_date(decision)[1]), title_and_date(decision)
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 16, f"{name_of(decision)} has {len(text.splitlines())} lines"


def version() -> str:
    told: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return told


def test_the_version_and_its_day_are_the_same_wherever_they_stand() -> None:
    numbered = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M
    )
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest, day = numbered[0]
    assert (newest, cited["version"]) == (version(), version()), f"pyproject.toml says {version()}"
    assert str(cited["date-released"]) == day, f"CHANGELOG.md says {day}, CITATION.cff {cited['date-released']}"


def test_the_changelog_goes_back_in_time_and_groups_by_three_words() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    numbers = [tuple(map(int, each)) for each in re.findall(r"^## \[(\d+)\.(\d+)\.(\d+)\]", text, re.MULTILINE)]
    assert numbers == sorted(numbers, reverse=True), numbers
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= {"Thêm", "Đổi", "Sửa"}


def read_form(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("file", FORMS, ids=name_of)
def test_a_form_has_what_the_platform_asks_for(file: Path) -> None:
    form = read_form(file)
    assert {"name", "description", "body"} <= set(form), f"{name_of(file)} has only {sorted(form)}"
    assert {part["type"] for part in form["body"]} <= KINDS
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert [part for part in asked if not part["attributes"].get("label")] == []
    ids = [part["id"] for part in asked]
    assert len(ids) == len(set(ids)), f"ids twice in {name_of(file)}: {ids}"


@pytest.mark.parametrize("file", FORMS, ids=name_of)
def test_a_form_warns_before_it_asks_and_has_it_confirmed(file: Path) -> None:
    body = read_form(file)["body"]
    warning = " ".join(body[0]["attributes"]["value"].split())
    assert "113" in warning
    assert "hông ghi số điện thoại, số tài khoản, căn cước của ai" in warning, f"{name_of(file)} says: {warning}"
    assert body[-1]["type"] == "checkboxes"
    assert all(option["required"] for option in body[-1]["attributes"]["options"])


def test_there_are_three_forms_and_no_blank_one() -> None:
    assert [file.stem for file in FORMS] == ["ban-dich", "loi-tren-trang", "thu-doan-moi"]
    assert read_form(ROOT / ".github/ISSUE_TEMPLATE/config.yml")["blank_issues_enabled"] is False


def test_every_ecosystem_is_kept_up_to_date_in_one_group_a_month() -> None:
    updates = read_form(ROOT / ".github/dependabot.yml")["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"pip", "github-actions"}
    assert {each["schedule"]["interval"] for each in updates} == {"monthly"}
    assert [len(each["groups"]) for each in updates] == [1, 1]
