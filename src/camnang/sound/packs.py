"""The pack for loudspeakers: a ZIP of MP3 files and playlists that any player with a USB port can play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from camnang.files.shaping import hash_of, shaped_by
from camnang.files.trust.sealing import given_key, sealed
from camnang.files.zip_archive import zip_bytes
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.recordings import Recording
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Page, reading_order
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.project import Project, Settings
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.states import state_of
from camnang.made import workshop
from camnang.made.register import Key, MadeFile, digest
from camnang.made.workshop import MadeBytes, Plan, Shelf

FILE = "loa-phat-thanh.zip"
REGISTER = "loa.json"
MAKER = "camnang.sound.packs"
PLAYLIST = "danh-sach.m3u8"
READ_ME = "DOC-TRUOC.txt"
READ_ME_TEXT = """\
{campaign}

BẢN PHÁT LOA

1. Chép cả thư mục vào USB, cắm vào loa.
2. Mở thư mục tiếng của bà con mình: {languages}.
3. Phát «30-giay» trước và sau buổi chợ, buổi họp. Có thời gian thì phát «60-giay».
4. Phát vừa phải. Không phát giờ bà con ngủ.

Máy nào đọc được danh sách thì mở tệp {playlist}. Máy cũ thì phát lần lượt theo số.

Ai nghe mà hỏi: bảo tắt máy, hỏi người nhà, đến công an xã. Đang bị ép thì gọi 113.

{notice}.
{drafts}\
Giọng đọc đã được người đọc đồng ý cho dùng. Đừng cắt ghép.
"""


@dataclass(frozen=True)
class Track:
    """A recording in a pack: its number in its folder, its page and its sound."""

    number: int
    recording: Recording
    page: Page
    content: bytes

    @property
    def file_name(self) -> str:
        """A name that old players can show: '01-gia-danh-cong-an.mp3'."""
        return f"{self.number:02d}-{self.page.details.id}.mp3"


def order(page: Page) -> tuple[int, tuple[int, int, int, str]]:
    """Sort key: what to do now, then the scams, then the rest."""
    return KINDS[page.kind].announced, reading_order(page)


def current_recordings(handbook: Handbook) -> tuple[Recording, ...]:
    """Return the recordings that say what their pages say; nobody can see on a loudspeaker that one is old."""
    return tuple(each for each in handbook.facts.recordings if state_of(each, handbook) == "current")


def folder_of(recording: Recording) -> str:
    """Return a recording's folder in the pack: 'tyz/30-giay'."""
    return f"{recording.language}/{LENGTHS[recording.name].seconds}-giay"


def tracks(handbook: Handbook, project: Project) -> Mapping[str, tuple[Track, ...]]:
    """Return the tracks of each folder in the order in which they are played."""
    folders: dict[str, list[tuple[Page, Recording]]] = {}
    for recording in current_recordings(handbook):
        page = handbook.pages[recording.page, recording.language]
        folders.setdefault(folder_of(recording), []).append((page, recording))
    return {
        folder: tuple(
            Track(number, recording, page, (project.root / recording.path).read_bytes())
            for number, (page, recording) in enumerate(sorted(found, key=lambda pair: order(pair[0])), 1)
        )
        for folder, found in sorted(folders.items())
    }


def playlist(listed: Iterable[Track]) -> str:
    """Return an extended M3U playlist in UTF-8 (RFC 8216 names the form, `.m3u8` the encoding)."""
    rows = [f"#EXTINF:{each.recording.seconds},{each.page.title}\n{each.file_name}\n" for each in listed]
    return "#EXTM3U\n" + "".join(rows)


def draft_lines(languages: Iterable[Language], folders: Mapping[str, tuple[Track, ...]], handbook: Handbook) -> str:
    """Return a line for each language of which a text is a draft."""
    words = handbook.facts.words[handbook.facts.original.code]
    drafts = {
        each.page.language.code
        for found in folders.values()
        for each in found
        if each.page.translation.state == "draft"
    }
    named = [language for language in languages if language.code in drafts]
    return "".join(f"{language.description}: {words['draft_translation'].lower()}.\n" for language in named)


def read_me(folders: Mapping[str, tuple[Track, ...]], handbook: Handbook, settings: Settings) -> str:
    """Return what to do with the pack."""
    codes = {folder.partition("/")[0] for folder in folders}
    languages = [language for language in handbook.facts.languages if language.code in codes]
    return READ_ME_TEXT.format(
        campaign=handbook.facts.words[handbook.facts.original.code]["campaign"],
        languages=", ".join(f"«{language.code}» ({language.description})" for language in languages),
        playlist=PLAYLIST,
        notice=approval_notice(handbook.facts, settings),
        drafts=draft_lines(languages, folders, handbook),
    )


def pack_files(handbook: Handbook, settings: Settings, project: Project) -> dict[str, bytes]:
    """Return the pack's files by path; none when no recording is up to date."""
    folders = tracks(handbook, project)
    if not folders:
        return {}
    files = {READ_ME: read_me(folders, handbook, settings).encode()}
    for folder, found in folders.items():
        files[f"{folder}/{PLAYLIST}"] = playlist(found).encode()
        files.update({f"{folder}/{each.file_name}": each.content for each in found})
    return {**files, **sealed(files, FILE.removesuffix(".zip"), newest_recording(handbook), given_key())}


def newest_recording(handbook: Handbook) -> str:
    """Return the ISO date of the newest recording that is up to date, '' when there is none."""
    return max((each.date.isoformat() for each in current_recordings(handbook)), default="")


@dataclass(frozen=True)
class LoudspeakerPack:
    """The one pack to make, of its files by path."""

    files: Mapping[str, bytes]
    reviewed: str

    @property
    def key(self) -> Key:
        """Its file name: the pack is one file."""
        return (FILE,)

    @property
    def fingerprint(self) -> str:
        """A hash over all that is in it, and over the programs that pack."""
        sums = repr([(name, digest(content)) for name, content in self.files.items()])
        return hash_of(shaped_by(MAKER), sums)


def shelf(project: Project) -> Shelf[MadeFile]:
    """Return the folder of the pack with its register."""
    return Shelf(project.loud, REGISTER, MadeFile)


def plan(handbook: Handbook, settings: Settings, project: Project) -> Plan[LoudspeakerPack, MadeFile]:
    """Hold the folder against the recordings; there is nothing to make where none is up to date."""
    files = pack_files(handbook, settings, project)
    wanted = [LoudspeakerPack(files, newest_recording(handbook))] if files else []
    return workshop.plan(shelf(project), wanted)


def packed(pack: LoudspeakerPack) -> tuple[MadeBytes[MadeFile], ...]:
    """Make the pack."""
    content = zip_bytes(pack.files)
    row = MadeFile(
        path=FILE,
        language="",
        bytes=len(content),
        sha256=digest(content),
        reviewed=pack.reviewed,
        fingerprint=pack.fingerprint,
    )
    return (MadeBytes(row, content),)


def make_pack(work: Plan[LoudspeakerPack, MadeFile]) -> None:
    """Write the pack when it is missing or old."""
    workshop.carry_out(work, workshop.one_by_one(packed))
