"""A partner's logo from a file, made safe: no scripts, nothing from elsewhere, never larger than it is printed.

Whatever comes in leaves as one SVG in ASCII, since a layout gets all it draws as text.
"""

from __future__ import annotations

import base64
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import typst
from lxml import etree
from PIL import Image, ImageOps, UnidentifiedImageError

from camnang.files.faults import Fault, FaultsError

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_MEGABYTES = 5
MOST_PIXELS = 8000  # a side; larger pictures fill the memory of an office computer
LEAST_PIXELS = 200  # the longer side: fewer are blurred on A3
LEAST_THICK = 16  # the shorter side: a line is no logo
READ_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
PALEST = 235  # of 255: what is nowhere darker is not seen on white paper
TRIED_POINTS = 120  # a side of the trial drawing
KEPT_PIXELS = 480  # the longer side: 300 dots an inch at 4 cm, the widest box on A3
MOST_SVG_KILOBYTES = 150  # every sheet carries the drawing
SVG = "{http://www.w3.org/2000/svg}svg"
# Scripts, foreign pages, sound, motion; and text, whose font is not here.
FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "audio", "video", "animate", "animateTransform", "animateMotion", "set"}
)
INSIDE = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
# A backslash hides letters in CSS.
REACHES_OUT = re.compile(r"@import|url\((?!\s*['\"]?\s*#)|expression\(|javascript:|\\", re.IGNORECASE)
XML_BEGINNINGS = (b"<", b"\xff\xfe<", b"\xfe\xff\0<", b"<\0", b"\0<")
# What people take for a picture, and what they do with it.
AS_PNG = "mở tệp ấy, lưu hoặc xuất thành PNG"
FROM_OFFICE = "bấm chuột phải vào logo, chọn «Lưu dưới dạng hình ảnh» (Save as Picture), chọn PNG"
OTHER_PICTURES = {
    b"\x1f\x8b": ("SVG nén (.svgz)", "lưu lại dạng SVG không nén, hoặc PNG"),
    b"%PDF": ("tệp PDF", AS_PNG),
    b"%!PS": ("tệp EPS hoặc AI", AS_PNG),
    b"PK\x03\x04": (
        "tệp Word, PowerPoint hoặc ZIP",
        "bấm chuột phải vào logo, chọn «Lưu dưới dạng hình ảnh», chọn PNG",
    ),
    b"\xd0\xcf\x11\xe0": ("tệp Word, PowerPoint kiểu cũ", "bấm chuột phải vào logo, chọn «Lưu dưới dạng hình ảnh»"),
    b"8BPS": ("tệp Photoshop", AS_PNG),
    b"\xd7\xcd\xc6\x9a": ("hình WMF", AS_PNG),
    b"\x01\x00\x00\x00": ("hình EMF", AS_PNG),
    b"\x00\x00\x01\x00": ("biểu tượng .ico", AS_PNG),
}
HEIC = ("ảnh HEIC của iPhone, hoặc phim", "gửi ảnh qua tin nhắn rồi lưu lại, hoặc mở ảnh và xuất thành PNG")


def refused(*, rule: RuleId, found: str, expected: str, repair: str) -> FaultsError:
    """Say why a file is no logo; whoever named the file knows the place."""
    return FaultsError([Fault(path="logo", rule=rule, found=found, expected=expected, repair=repair)])


def no_picture() -> FaultsError:
    """Say that a file is no picture."""
    return refused(
        rule="logo-khong-doc-duoc",
        found="không phải hình",
        expected="tệp PNG, JPEG hoặc SVG",
        repair="xuất lại logo thành PNG",
    )


def unread(content: bytes) -> FaultsError:
    """Say which kind of file it is that is not read here, or that it breaks off."""
    kinds = (*OTHER_PICTURES.items(), *((content[:12], HEIC) for mark in (b"ftyp",) if content[4:8] == mark))
    for beginning, (name, repair) in kinds:
        if content.startswith(beginning):
            return refused(
                rule="logo-khong-doc-duoc",
                found=f"không phải hình đọc được ở đây: tệp này là {name}",
                expected="tệp PNG, JPEG hoặc SVG",
                repair=repair,
            )
    return no_picture()


def too_large(found: str) -> FaultsError:
    """Say that a picture has too many pixels."""
    expected = f"mỗi cạnh nhiều nhất {MOST_PIXELS} px"
    return refused(rule="logo-sai-co", found=found, expected=expected, repair="thu nhỏ hình")


def opened(content: bytes) -> Image.Image:
    """Return the first picture of a file of pixels, whole and not too large; raise `FaultsError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=READ_FORMATS)
            width, height = picture.size
            if max(width, height) > MOST_PIXELS:
                raise too_large(f"hình {width} × {height} px")
            picture.load()
    except Image.DecompressionBombError as error:
        raise too_large("hình quá lớn") from error
    except UnidentifiedImageError as error:
        raise unread(content) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise refused(
            rule="logo-khong-doc-duoc",
            found="không phải hình trọn vẹn: tệp đứt giữa chừng",
            expected="tệp PNG, JPEG hoặc SVG còn nguyên",
            repair="chép lại tệp từ máy gốc, hoặc tải lại",
        ) from error
    return picture


def eight_bit(picture: Image.Image) -> Image.Image:
    """Return a grey picture of 16 or 32 bits, or of fractions, with 256 greys: Pillow would cut what is over 255."""
    if picture.mode not in {"I", "F"} and not picture.mode.startswith("I;16"):
        return picture
    values = np.asarray(picture).astype(np.float64)
    most = 65535.0 if picture.mode.startswith("I") else 1.0
    largest = max(float(values.max(initial=0.0)), most)
    return Image.fromarray((values.clip(0) * (255.0 / largest)).round().astype(np.uint8))


def is_seen(flat: Image.Image) -> bool:
    """Tell whether a picture on white has more than one colour, and one that is not nearly white."""
    return flat.getcolors(1) is None and has_contrast(flat)


def has_contrast(flat: Image.Image) -> bool:
    """Tell whether anything is darker than white paper nearly is."""
    return bool(np.asarray(flat).min() < PALEST)


def on_white(picture: Image.Image) -> Image.Image:
    """Return the picture upright on white, as it will be printed; raise `FaultsError` when nothing is seen."""
    clear = eight_bit(ImageOps.exif_transpose(picture)).convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    if not is_seen(flat):
        raise refused(
            rule="logo-khong-ro",
            found="hình trơn một màu, hoặc gần như trắng, trên nền trắng",
            expected="logo có màu, nhìn rõ trên nền trắng",
            repair="lấy bản logo màu",
        )
    return flat


def as_uri(picture: Image.Image) -> str:
    """Return the picture as a data address: at most `KEPT_PIXELS` wide and high, 256 colours."""
    small = picture.copy()
    small.thumbnail((KEPT_PIXELS, KEPT_PIXELS), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"


def raster_logo(content: bytes) -> str:
    """Return a PNG or JPEG as a drawing that holds it; raise `FaultsError`."""
    found = opened(content)
    width, height = found.size
    if max(width, height) < LEAST_PIXELS or min(width, height) < LEAST_THICK:
        expected = f"cạnh dài ít nhất {LEAST_PIXELS} px, cạnh ngắn ít nhất {LEAST_THICK} px"
        raise refused(
            rule="logo-sai-co",
            found=f"hình {width} × {height} px",
            expected=expected,
            repair="lấy bản logo lớn hơn, hoặc tệp SVG",
        )
    picture = on_white(found)
    width, height = picture.size
    size = f'width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>'
        f'<image {size} href="{as_uri(picture)}"/></svg>'
    )


def element_troubles(element: etree._Element) -> Iterator[str]:
    """Yield what an element of a drawing must not have."""
    name = etree.QName(element).localname
    if name in FORBIDDEN:
        yield f"thẻ <{name}>"
    if name in {"text", "tspan"}:
        yield "chữ chưa đổi thành nét"
    if name == "style" and REACHES_OUT.search(element.text or ""):
        yield "thẻ <style> lấy thứ ở nơi khác"
    for key, value in element.attrib.items():
        short, said = etree.QName(key).localname, str(value)
        if short.lower().startswith("on"):
            yield f"thuộc tính «{short}»"
        elif short == "href" and not INSIDE.match(said.strip()):
            yield f"địa chỉ ngoài «{said[:40]}»"
        elif short != "href" and REACHES_OUT.search(said):
            yield f"thuộc tính «{short}» lấy thứ ở nơi khác"


def embedded(root: etree._Element) -> Iterator[bytes]:
    """Yield the pictures inside a drawing; raise `FaultsError` when one is not written as it says."""
    for element in root.iter("{*}image"):
        for key, value in element.attrib.items():
            if etree.QName(key).localname == "href":
                try:
                    yield base64.b64decode(str(value).partition(",")[2], validate=False)
                except ValueError as error:
                    raise no_picture() from error


def has_size(root: etree._Element) -> bool:
    """Tell whether a drawing says how large it is."""
    box = [float(part) for part in re.findall(r"-?[\d.]+", root.get("viewBox") or "")]
    sides = [re.match(r"[\d.]+", root.get(name) or "") for name in ("width", "height")]
    return (len(box) == 4 and box[2] > 0 and box[3] > 0) or all(side and float(side[0]) > 0 for side in sides)


def parsed(content: bytes) -> etree._Element:
    """Return the root of a drawing without its comments and instructions; raise `FaultsError`."""
    if b"<!ENTITY" in content.replace(b"\0", b""):  # also in UTF-16
        raise refused(
            rule="logo-svg-la",
            found="SVG có <!ENTITY>",
            expected="SVG trơn",
            repair="lưu lại dạng «SVG trơn» (plain SVG), hoặc PNG",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise no_picture() from error
    if root.tag != SVG:
        raise no_picture()
    return root


def tried(drawing: str) -> Image.Image:
    """Return a drawing as the drawer of our sheets draws it, small and on white; raise `FaultsError`."""
    quoted = drawing.replace("\\", "\\\\").replace('"', '\\"')
    side = f"{TRIED_POINTS}pt"
    page = f'#set page(width: {side}, height: {side}, margin: 0pt)\n#image(bytes("{quoted}"), format: "svg"'
    sized = f'{page}, width: {side}, height: {side}, fit: "contain")'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    try:
        made = typst.Compiler(font_paths=fonts).compile(input=sized.encode(), format="png", ppi=72)
    except (typst.TypstError, RuntimeError) as error:
        raise no_picture() from error
    if not isinstance(made, bytes):
        raise no_picture()
    return Image.open(BytesIO(made)).convert("RGB")


def svg_logo(content: bytes) -> str:
    """Return an SVG that draws itself and nothing else; raise `FaultsError`."""
    root = parsed(content)
    troubles = [trouble for element in root.iter("*") for trouble in element_troubles(element)]
    if troubles:
        expected = "SVG chỉ có nét và mảng màu"
        raise refused(
            rule="logo-svg-la",
            found=f"SVG có {', '.join(dict.fromkeys(troubles))}",
            expected=expected,
            repair="đổi chữ thành nét, hoặc lưu PNG",
        )
    for picture in embedded(root):
        opened(picture)
    if not has_size(root):
        raise refused(
            rule="logo-sai-co",
            found="SVG không ghi cỡ",
            expected="thuộc tính viewBox, hoặc width và height",
            repair="lưu lại SVG, hoặc lưu PNG",
        )
    text = " ".join(etree.tostring(root, encoding="ascii").decode().split())
    if len(text) > MOST_SVG_KILOBYTES * 1000:
        expected = f"nhiều nhất {MOST_SVG_KILOBYTES} KB"
        raise refused(
            rule="logo-sai-co",
            found=f"SVG nặng {len(text) // 1000} KB",
            expected=expected,
            repair="vẽ đơn giản hơn, hoặc lưu PNG",
        )
    if not has_contrast(tried(text)):
        raise refused(
            rule="logo-khong-ro",
            found="SVG vẽ ra không thấy gì trên nền trắng",
            expected="logo có màu, nằm trong khung viewBox",
            repair="lấy bản logo màu; nếu nét nằm ngoài khung thì lưu lại, chọn «vừa khít hình vẽ», hoặc lưu PNG",
        )
    return text


def is_there(file: Path) -> bool:
    """Tell whether there is such a file; none has a name longer than the disk takes."""
    try:
        return file.exists()
    except OSError:
        return False


def content_of(file: Path) -> bytes:
    """Return a logo's bytes; raise `FaultsError` when there is no such file or it is too heavy."""
    try:
        if not file.is_file():  # a pipe would be waited for, a device never ends
            raise OSError("no file")
        size = file.stat().st_size
        if size > MOST_MEGABYTES * 1_000_000:
            raise refused(
                rule="logo-sai-co",
                found=f"tệp nặng {size / 1e6:.1f} MB",
                expected=f"nhiều nhất {MOST_MEGABYTES} MB",
                repair="thu nhỏ hình",
            )
        return file.read_bytes()
    except OSError as error:
        expected = "tên một tệp để cạnh tệp này"
        raise refused(
            rule="logo-khong-doc-duoc",
            found="không đọc được tệp này" if is_there(file) else "không đọc được tệp này: không có tên ấy",
            expected=expected,
            repair="chép logo vào cùng thư mục, sửa tên",
        ) from error


def read_logo(file: Path) -> str:
    """Return a logo as an SVG in ASCII; raise `FaultsError` when the file is missing, too heavy or unsafe."""
    content = content_of(file)
    is_text = content.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(XML_BEGINNINGS)
    return svg_logo(content) if is_text else raster_logo(content)
