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

from lxml import etree
from PIL import Image, ImageOps, UnidentifiedImageError

from camnang.files.faults import Fault, FaultsError

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_MEGABYTES = 5
MOST_PIXELS = 8000  # a side; larger pictures fill the memory of an office computer
LEAST_PIXELS = 200  # the longer side: fewer are blurred on A3
KEPT_PIXELS = 480  # the longer side: 300 dots an inch at 4 cm, the widest box on A3
MOST_SVG_KILOBYTES = 150  # every sheet carries the drawing
SVG = "{http://www.w3.org/2000/svg}svg"
# Scripts, foreign pages, sound, motion; and text, whose font is not here.
FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "audio", "video", "animate", "animateTransform", "animateMotion", "set"}
)
INSIDE = re.compile(r"#|data:image/(?:png|jpeg);base64,")
REACHES_OUT = re.compile(r"@import|url\(\s*['\"]?(?!#)|expression\(|javascript:", re.IGNORECASE)


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


def too_large(found: str) -> FaultsError:
    """Say that a picture has too many pixels."""
    expected = f"mỗi cạnh nhiều nhất {MOST_PIXELS} px"
    return refused(rule="logo-sai-co", found=found, expected=expected, repair="thu nhỏ hình")


def opened(content: bytes) -> Image.Image:
    """Return a picture that is PNG or JPEG, whole and not too large; raise `FaultsError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            width, height = picture.size
            if max(width, height) > MOST_PIXELS:
                raise too_large(f"hình {width} × {height} px")
            picture.load()
    except Image.DecompressionBombError as error:
        raise too_large("hình quá lớn") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise no_picture() from error
    return picture


def on_white(picture: Image.Image) -> Image.Image:
    """Return the picture upright on white, as it will be printed; raise `FaultsError` when nothing is seen."""
    clear = ImageOps.exif_transpose(picture).convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    if flat.getcolors(1):
        raise refused(
            rule="logo-khong-ro",
            found="hình trơn một màu trên nền trắng",
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
    picture = on_white(opened(content))
    width, height = picture.size
    if max(width, height) < LEAST_PIXELS:
        expected = f"cạnh dài ít nhất {LEAST_PIXELS} px"
        raise refused(
            rule="logo-sai-co",
            found=f"hình {width} × {height} px",
            expected=expected,
            repair="lấy bản logo lớn hơn, hoặc tệp SVG",
        )
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
    if b"<!ENTITY" in content:
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
    return text


def read_logo(file: Path) -> str:
    """Return a logo as an SVG in ASCII; raise `FaultsError` when the file is missing, too heavy or unsafe."""
    try:
        size = file.stat().st_size
        if size > MOST_MEGABYTES * 1_000_000:
            raise refused(
                rule="logo-sai-co",
                found=f"tệp nặng {size / 1e6:.1f} MB",
                expected=f"nhiều nhất {MOST_MEGABYTES} MB",
                repair="thu nhỏ hình",
            )
        content = file.read_bytes()
    except OSError as error:
        expected = "tên một tệp để cạnh tệp này"
        raise refused(
            rule="logo-khong-doc-duoc",
            found="không đọc được tệp này",
            expected=expected,
            repair="chép logo vào cùng thư mục, sửa tên",
        ) from error
    is_text = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return svg_logo(content) if is_text else raster_logo(content)
