"""What the adapter relies on inside MkDocs, static-i18n and Material; each part fails by its own name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.structure.files import File, Files
from mkdocs_static_i18n.config import I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n
from mkdocs_static_i18n.suffix import create_i18n_file

from camnang.entry.mkdocs_plugins import HandbookPlugin, LanguageOptions, LanguagesOptions
from camnang.handbook.facts.languages import read_languages
from camnang.handbook.project import Project
from camnang.site.assembly.search_worker import FOLDER, NAME, search_worker, theme_folder
from tests.conftest import ROOT

TAY = {"locale": "tyz", "name": "Tày"}
PAGE, PLACE = "thu-doan/goi-la/index.tyz.md", "tyz/thu-doan/goi-la/index.html"
ADAPTER = "src/camnang/entry/mkdocs_plugins.py"

# A function of a package, the words in it that are relied on, and for what.
INSIDE: list[tuple[Callable[..., Any], str, str]] = [
    (I18n.on_post_build, "build(config, ", "other languages are built with the same config: the site is made once"),
    (I18n.on_post_build, "utils.clean_directory = lambda", "a language does not empty the folder of those before"),
    (build.build, "utils.clean_directory(config.site_dir)", "MkDocs empties by the name that static-i18n replaces"),
    (build.build, "for template in config.theme.static_templates", "without its templates the theme adds no page"),
    (build.build, "env = config.plugins.on_env(env, ", "the adapter brings its own templates"),
    (build.build, "files = config.plugins.on_files(files, ", "the adapter drops what the theme brings"),
    (build.build, "config.plugins.on_post_build(config=config)", "the adapter adds what is no page"),
    (build._build_page, "'template', 'main.html'", "each page is printed by the adapter's only template"),
    (build._build_page, "output.encode('utf-8', ", "a page is written as it is"),
    (
        Plugins.load_plugin,
        "hasattr(plugin, 'on_startup')",
        "`mkdocs serve` keeps the plugin that knows that it serves",
    ),
]


@pytest.mark.parametrize(("function", "text", "reason"), INSIDE, ids=[reason for _, _, reason in INSIDE])
def test_a_package_still_does_inside_what_is_relied_on(function: Callable[..., Any], text: str, reason: str) -> None:
    line = inspect.getsourcelines(function)[1]
    where = f"{Path(inspect.getfile(function)).name}:{line} {function.__qualname__}"
    assert text in inspect.getsource(function), f"{where} has no {text!r} any more; {ADAPTER} relies on it: {reason}"


def test_theme_files_are_gathered_before_the_adapter_drops_them() -> None:
    source = inspect.getsource(build.build)
    order = [source.index(each) for each in ("clean_directory(", "add_files_from_theme(", "on_files(", "on_env(")]
    assert order == sorted(order), f"mkdocs.commands.build.build does these in another order: {order}"


def test_static_i18n_takes_no_three_letters_and_the_adapter_does() -> None:
    refusing, taking = I18nPluginLanguage(), LanguageOptions()
    for each in (refusing, taking):
        each.load_dict(TAY)
    assert [key for key, _ in refusing.validate()[0]] == ["locale"], f"LanguageOptions in {ADAPTER} can go"
    assert taking.validate()[0] == [], "I18nPluginLanguage.locale is no longer what checks a code"


def test_static_i18n_is_told_the_languages_of_the_handbook(project: Project) -> None:
    options = LanguagesOptions(config_file_path=str(project.root / "mkdocs.yml"))
    options.load_dict({})
    assert options.validate() == ([], [])
    told = [(each.locale, each.name, each.default, each.build) for each in options.languages]
    assert told == [(each.code, each.name, each.default, True) for each in read_languages(project.root)]
    assert options.docs_structure == "suffix", "pages of a language are no longer told by `index.tyz.md`"


def test_static_i18n_gives_a_page_the_place_that_it_has_on_the_site(project: Project) -> None:
    config = load_config(str(project.root / "mkdocs.yml"))
    file = File(PAGE, config.docs_dir, config.site_dir, use_directory_urls=True)
    placed = create_i18n_file(file, "tyz", "vi", ["vi", "tyz"], config)
    assert placed.dest_uri == PLACE, f"suffix.create_i18n_file: {placed.dest_uri}, expected {PLACE}"


def test_the_adapter_sees_pages_after_static_i18n_and_writes_before_it() -> None:
    ours, theirs = (
        [getattr(getattr(plugin, event), "mkdocs_priority", 0) for event in ("on_files", "on_post_build")]
        for plugin in (HandbookPlugin, I18n)
    )
    assert ours[0] < theirs[0], f"on_files: {ours[0]} against static-i18n's {theirs[0]}; higher runs first"
    assert ours[1] > theirs[1], f"on_post_build: {ours[1]} against static-i18n's {theirs[1]}; higher runs first"


def test_a_file_of_mkdocs_can_be_emptied_in_memory(project: Project) -> None:
    file = File("index.md", str(project.docs), str(project.root / "site"), use_directory_urls=True)
    file.content_string = ""
    assert [each.content_string for each in Files([file])] == [""], "File.content_string is no longer kept"
    assert (project.docs / "index.md").read_text(encoding="utf-8") != "", "File.content_string is written to the disk"


def test_material_has_one_search_worker() -> None:
    found = [file.name for file in (theme_folder() / FOLDER).glob(NAME)]
    assert len(found) == 1, f"material/templates/{FOLDER}/{NAME}: {found}"


def test_the_search_box_and_the_worker_number_their_messages_alike() -> None:
    script = (ROOT / "overrides/assets/handbook.js").read_text(encoding="utf-8")
    ours = re.search(r"SETUP = (\d), READY = (\d), QUERY = (\d), RESULT = (\d)", script)
    worker = search_worker(theme_folder())[1]
    answers = r"case (\d):return yield \w+\(t\.data\.config\).{0,60}?\{type:(\d)\};case (\d):.{0,80}?\{type:(\d),"
    theirs = re.search(answers, worker.read_text(encoding="utf-8"))
    assert theirs is not None, f"{worker.name} answers messages in another way than {answers}"
    assert ours is not None, "handbook.js names no messages"
    assert theirs.groups() == ours.groups(), f"{worker.name} against handbook.js: setup, ready, query, result"
