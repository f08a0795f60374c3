from __future__ import annotations

import base64
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageDraw

from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures import logo_files
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.logo_files import read_logo, svg_logo
from camnang.pictures.partner import Partner, read_partner
from tests.conftest import ROOT

DESIGN = ROOT / "design"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 30">'
GREEN = (11, 107, 58)


def picture(width: int = 400, height: int = 200, colour: tuple[int, ...] = GREEN, kind: str = "PNG") -> bytes:
    drawn = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(drawn).ellipse((0, 0, width - 1, height - 1), fill=colour)
    out = BytesIO()
    drawn.save(out, kind)
    return out.getvalue()


def partner_file(folder: Path, logo: bytes, name: str = "Trường THCS Trùng Khánh", file: str = "logo.png") -> Path:
    (folder / file).write_bytes(logo)
    written = folder / "truong.yml"
    written.write_text(f"name: {name}\nlogo: {file}\n", encoding="utf-8")
    return written


def told(file: Path) -> str:
    with pytest.raises(FaultsError) as raised:
        read_partner(file, DESIGN)
    assert [fault for fault in raised.value.faults if fault.path != str(file)] == [], "every fault names the file"
    return str(raised.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_a_drawing_that_holds_it(tmp_path: Path, kind: str) -> None:
    partner = read_partner(partner_file(tmp_path, picture(3000, 1500, kind=kind)), DESIGN)
    assert partner.slug == "truong-thcs-trung-khanh"
    root = etree.fromstring(partner.logo.encode("ascii"))
    (embedded,) = logo_files.embedded(root)
    with Image.open(BytesIO(embedded)) as kept:
        assert kept.size == (480, 240), "larger than it is printed"
        middle = kept.convert("RGB").getpixel((240, 120))
    assert all(abs(a - b) < 6 for a, b in zip(middle, GREEN, strict=True)), middle


def test_a_turned_photograph_stands_upright(tmp_path: Path) -> None:
    drawn = Image.open(BytesIO(picture(400, 200)))
    exif = drawn.getexif()
    exif[0x0112] = 6  # turned by a quarter
    out = BytesIO()
    drawn.save(out, "JPEG", exif=exif)
    root = etree.fromstring(read_partner(partner_file(tmp_path, out.getvalue()), DESIGN).logo.encode())
    assert root.get("viewBox") == "0 0 200 400"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "BMP", "TIFF", "PNG"])
def test_other_files_of_pixels_are_drawn_whatever_their_ending(tmp_path: Path, kind: str) -> None:
    logo = read_partner(partner_file(tmp_path, picture(kind=kind)), DESIGN).logo
    assert near_green(logo), kind


def near_green(logo: str) -> bool:
    """Tell whether the middle of a drawing is as green as the picture in it."""
    drawn = logo_files.tried(logo)
    middle = drawn.getpixel((drawn.width // 2, drawn.height // 2))
    return isinstance(middle, tuple) and all(abs(a - b) < 8 for a, b in zip(middle, GREEN, strict=True))


def test_print_colours_and_sixteen_bits_keep_their_shades(tmp_path: Path) -> None:
    out = BytesIO()
    Image.open(BytesIO(picture())).convert("CMYK").save(out, "JPEG", quality=95)
    assert near_green(read_partner(partner_file(tmp_path, out.getvalue()), DESIGN).logo)
    grey = np.full((200, 400), 0xFFFF, np.uint16)
    grey[50:150, 100:300] = 0x8000
    out = BytesIO()
    Image.fromarray(grey).save(out, "PNG")
    drawn = logo_files.tried(read_partner(partner_file(tmp_path, out.getvalue()), DESIGN).logo)
    middle = drawn.getpixel((drawn.width // 2, drawn.height // 2))
    assert isinstance(middle, tuple)
    assert middle[0] == pytest.approx(128, abs=4), middle


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_header(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds hardly a pixel: as small as a trap may be."""
    shape = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", shape) + chunk(b"IDAT", zlib.compress(b"\0" * 90)) + chunk(b"IEND", b"")
    )


NO_LOGOS = (
    *("empty", "text", "pdf", "cut", "wide", "bomb", "tiny", "white", "heavy", "html", "broken"),
    *("line", "pale", "HEIC", "office", "svgz"),
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải hình"),
        (b"Truong THCS Trung Khanh", "không phải hình"),
        (b"%PDF-1.7 logo", "không phải hình"),
        (picture()[:-200], "không phải hình"),
        (png_header(9000, 10), "hình 9000 × 10 px"),
        (png_header(60_000, 60_000), "hình quá lớn"),
        (picture(120, 60), "hình 120 × 60 px"),
        (picture(colour=(255, 255, 255)), "hình trơn một màu"),
        (b"\0" * 5_000_001, "tệp nặng 5.0 MB"),
        (b"<html><body/></html>", "không phải hình"),
        (b"<svg", "không phải hình"),
        (picture(400, 1), "hình 400 × 1 px"),
        (picture(colour=(250, 250, 250)), "hình trơn một màu, hoặc gần như trắng"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "không phải hình đọc được ở đây: tệp này là ảnh HEIC"),
        (b"PK\x03\x04" + b"\0" * 40, "không phải hình đọc được ở đây: tệp này là tệp Word"),
        (b"\x1f\x8b" + b"\0" * 40, "không phải hình đọc được ở đây: tệp này là SVG nén"),
    ],
    ids=NO_LOGOS,
)
def test_what_is_no_logo_is_told_with_file_field_and_repair(tmp_path: Path, content: bytes, said: str) -> None:
    text = told(partner_file(tmp_path, content))
    assert f"logo: logo.png: {said}" in text, text
    assert "truong.yml:2" in text, "the line of the field"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "thẻ <script>"),
        ("<foreignObject><p/></foreignObject>", "thẻ <foreignObject>"),
        ('<image href="https://example.org/a.png"/>', "địa chỉ ngoài «https://example.org/a.png»"),
        ('<image xlink:href="file:///etc/hostname"/>', "địa chỉ ngoài «file:///etc/hostname»"),
        ('<image href="../../mkdocs.yml"/>', "địa chỉ ngoài"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "địa chỉ ngoài"),
        ('<rect onload="x()"/>', "thuộc tính «onload»"),
        ('<rect style="fill:url(http://example.org/#a)"/>', "thuộc tính «style»"),
        ("<style>@import 'http://example.org/a.css';</style>", "<style> lấy thứ ở nơi khác"),
        ("<text>Trường</text>", "chữ chưa đổi thành nét"),
        ('<animate attributeName="x"/>', "thẻ <animate>"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(tmp_path: Path, inside: str, said: str) -> None:
    text = told(partner_file(tmp_path, f"{HEAD}{inside}</svg>".encode(), file="logo.svg"))
    assert "logo: logo.svg: SVG có" in text, text
    assert said in text, text


def test_entities_and_missing_sizes_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + HEAD + "<title>&b;</title></svg>"
    assert "<!ENTITY" in told(partner_file(tmp_path, bomb.encode()))
    assert "không ghi cỡ" in told(partner_file(tmp_path, b'<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>'))
    trap = f'{HEAD}<image href="data:image/png;base64,AAAA"/></svg>'
    assert "không phải hình" in told(partner_file(tmp_path, trap.encode()))
    many = HEAD + '<path d="M0 0L9 9"/>' * 9000 + "</svg>"
    assert "SVG nặng" in told(partner_file(tmp_path, many.encode()))


SHAPE = '<path d="M5 5h60v20h-60z" fill="#0b6b3a"/>'


@pytest.mark.parametrize(
    "drawing",
    [
        HEAD + "</svg>",
        HEAD + SHAPE.replace("#0b6b3a", "white") + "</svg>",
        HEAD + SHAPE.replace("<path", '<path opacity="0"') + "</svg>",
        HEAD + SHAPE.replace("M5 5", "M500 500") + "</svg>",
        HEAD + f'<g display="none">{SHAPE}</g></svg>',
        HEAD + f"<defs>{SHAPE}</defs></svg>",
    ],
    ids=["empty", "white", "clear", "outside", "hidden", "only defined"],
)
def test_a_drawing_that_shows_nothing_is_told(tmp_path: Path, drawing: str) -> None:
    assert "SVG vẽ ra không thấy gì" in told(partner_file(tmp_path, drawing.encode(), file="logo.svg"))


PIXELS = base64.b64encode(picture(kind="JPEG")).decode()
GRADIENT = '<defs><linearGradient id="g"><stop stop-color="#0b6b3a"/><stop offset="1"/></linearGradient></defs>'
SOUND = {
    "a style": HEAD + "<style>.a { fill: #0b6b3a; }</style><path class='a' d='M5 5h60v20h-60z'/></svg>",
    "a gradient in quotes": HEAD + GRADIENT + SHAPE.replace("#0b6b3a", "url('#g')") + "</svg>",
    "a gradient with a blank": HEAD + GRADIENT + SHAPE.replace('"#0b6b3a"', "'url( \"#g\" )'") + "</svg>",
    "a picture inside": HEAD + f'<image width="90" height="30" xlink:href="data:image/jpg;base64,{PIXELS}"/></svg>',
    "one inside another": HEAD + f'<svg x="5" y="5" width="60" height="20">{SHAPE}</svg></svg>',
    "a shape used": HEAD + f"<defs><g id='a'>{SHAPE}</g></defs><use xlink:href='#a'/></svg>",
    "a document type": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + HEAD + SHAPE + "</svg>",
}


@pytest.mark.parametrize("drawing", SOUND.values(), ids=SOUND.keys())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sound_drawing_is_taken_as_other_programs_write_it(tmp_path: Path, drawing: str, encoding: str) -> None:
    logo = read_partner(partner_file(tmp_path, drawing.encode(encoding), file="logo.svg"), DESIGN).logo
    assert logo.isascii()
    assert logo.startswith("<svg"), logo[:40]


def test_an_entity_in_utf_16_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD + SHAPE + "</svg>"
    assert "<!ENTITY" in told(partner_file(tmp_path, bomb.encode("utf-16")))


def test_what_never_ends_is_no_logo(tmp_path: Path) -> None:
    file = partner_file(tmp_path, picture())
    file.write_text("name: Trường THCS\nlogo: /dev/zero\n", encoding="utf-8")
    assert "không đọc được tệp này" in told(file)
    os.mkfifo(tmp_path / "ong.png")
    file.write_text("name: Trường THCS\nlogo: ong.png\n", encoding="utf-8")
    assert "không đọc được tệp này" in told(file)


@pytest.mark.parametrize("name", ["a" * 300 + ".png", "a/" * 3000, "\\0.png", "a.png/b", "."])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    file = partner_file(tmp_path, picture())
    file.write_text(f'name: Trường THCS\nlogo: "{name}"\n', encoding="utf-8")
    said = told(file)
    assert "không đọc được tệp này" in said
    assert len(said) < 1000, len(said)


def test_a_plain_drawing_keeps_its_shapes_and_nothing_else() -> None:
    drawing = "<?xml version='1.0'?><?xml-stylesheet href='http://example.org'?><!DOCTYPE svg>" + HEAD
    drawing += '<!-- từ máy của tôi --><defs><path id="a" d="M0 0h9v9z"/></defs><use xlink:href="#a"/></svg>'
    kept = svg_logo(drawing.encode())
    assert kept.isascii()
    assert 'd="M0 0h9v9z"' in kept
    assert "example.org" not in kept
    assert "<!--" not in kept


@given(st.binary(max_size=300))
def test_no_bytes_get_past_as_anything_but_a_drawing(content: bytes) -> None:
    try:
        made = logo_files.raster_logo(content)
    except FaultsError:
        return
    assert made.startswith("<svg")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_whatever_a_drawing_says_it_never_reaches_out(said: str) -> None:
    root = etree.fromstring(f"{HEAD}<image/></svg>")
    try:
        root[0].set("href", said)
        kept = svg_logo(etree.tostring(root))
    except (FaultsError, ValueError):
        return
    href = etree.fromstring(kept)[0].get("href") or ""
    assert href.strip().startswith(("#", "data:image/")), href


def test_a_missing_logo_and_a_wrong_name_are_told_together(tmp_path: Path) -> None:
    file = tmp_path / "truong.yml"
    file.write_text("name: Trường gọi 0912345678 Ꙙ\nlogo: khong-co.png\n", encoding="utf-8")
    text = told(file)
    for said in ("có số 0912345678", "chữ lạ «Ꙙ»", "logo: khong-co.png: không đọc được"):
        assert said in text, text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name: Trường\n", "thiếu trường «logo»"),
        ("name: Trường\nlogo: a.png\nphone: 113\n", "trường lạ «phone»"),
        ("name: [\n", "không đọc được YAML"),
        ('name: Trường\nlogo: "C:\\Users\\a.png"\n', "dấu \\ trong ngoặc kép: dùng ngoặc đơn"),
        ('name: Trường\nlogo: "C:\\logo.png"\n', "dấu \\ trong ngoặc kép: dùng ngoặc đơn"),
        ("name: Trường\nlogo: C:\\Users\\a.png\n", "logo: C:\\Users\\a.png: không đọc được tệp này"),
        ("name:\tTrường\nlogo: a.png\n", "có dấu Tab"),
        ("name: Trường\nname: Trạm\nlogo: a.png\n", "«name» có hai lần"),
        ("name: '………'\nlogo: a.png\n", "name: «………»"),
        ("name: T\nlogo: a.png\n", "ít nhất 2 ký tự"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, written: str, said: str) -> None:
    file = tmp_path / "truong.yml"
    file.write_text(written, encoding="utf-8")
    assert said in told(file)
    with pytest.raises(FaultsError, match="không có tệp này"):
        read_partner(tmp_path / "khong-co.yml", DESIGN)


def drawn_with(project: Project, partner: Partner) -> Path:
    handbook, settings = read_handbook(project), read_settings(project)
    folder = project.co_branded(partner.slug)
    carry_out(project, plan(project, handbook, settings, Selection(partner=partner), folder))
    return folder


def test_posters_and_cards_show_the_logo_and_say_its_name(project: Project, tmp_path: Path) -> None:
    partner = read_partner(partner_file(tmp_path, picture(400, 400)), DESIGN)
    folder = drawn_with(project, partner)
    assert folder == project.root / "build/doi-tac/truong-thcs-trung-khanh"
    assert not project.drawn.exists(), "the handbook's own pictures stay as they are"
    with Image.open(folder / "goi-la/goi-la-anh-doc.png") as card:
        corner = card.convert("RGB").crop((card.width * 3 // 4, card.height * 7 // 8, card.width, card.height))
        colours = {colour for _, colour in corner.getcolors(corner.width * corner.height) or ()}
    near = [each for each in colours if sum(abs(a - b) for a, b in zip(each, GREEN, strict=True)) < 40]
    assert near, "no green logo at the foot, right"
    with pikepdf.open(folder / "goi-la/goi-la-ap-phich-a4.pdf") as poster:
        parts = [each for each in poster.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        spoken = [str(each.Alt) for each in parts]
    assert "Cùng với Trường THCS Trùng Khánh" in spoken, spoken


def test_without_a_partner_the_sheets_say_nothing_of_one(project: Project) -> None:
    handbook, settings = read_handbook(project), read_settings(project)
    for job in jobs(handbook, settings, project.design):
        assert getattr(job.content, "partner", None) is None, job.stem


def test_a_logo_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultsError):
        read_logo(tmp_path / "khong-co.svg")
