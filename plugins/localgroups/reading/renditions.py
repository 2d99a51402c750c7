"""A photo or drawing, made anew in the sizes that a page needs.

Every pixel is decoded and encoded again, so nothing of the original file but the picture itself reaches the site: no
position, no camera, no name of its maker, no bytes hidden behind the end. The only file that knows Pillow; importing it
takes a tenth of a second, so `pictures` does that late.
"""

import io
import math
import warnings

from PIL import Image

from localgroups.model.limits import IMAGE_PIXELS, IMAGE_SCANS, IMAGE_SIDE, MEGABYTE
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.picture_sizes import CARD_WIDTH, QUALITY, WIDTHS, Developed, Encoded, published_widths

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")

_GPS = 0x8825
_ORIENTATION = 0x0112
_SIDEWAYS = (
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_90,
)
_TURNS = dict(
    enumerate(
        (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM, *_SIDEWAYS), 2
    )
)
"""What puts upright what was held otherwise (Exif 2.32, 4.6.4, Orientation)."""
_LATITUDE, _LONGITUDE = 2, 4
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
"""Marks in a JPEG: a layer of the picture begins, the picture ends (ITU-T T.81, B.1.1.3)."""
_SCANNED = 10 * IMAGE_PIXELS.most
"""Pixels times layers: the largest photo in the ten layers that programs write."""
_BAND = 4 * MEGABYTE
"""Pixels that are made smaller at a time."""


def develop(data: bytes, name: str) -> Developed | Fault:
    """The picture in `data` in all its sizes, the same bytes every time. `name` is how faults speak of it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what IMAGE_PIXELS refuses in the next lines
            image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        return _too_many_pixels(name, "far more")
    except Exception:  # a hostile file can raise anything out of Pillow
        return _unknown_format(data, name)
    if image.width * image.height > IMAGE_PIXELS.most:
        return _too_many_pixels(name, f"{image.width} by {image.height}")
    if max(image.size) > IMAGE_SIDE.most:
        return _too_long(name, f"{image.width} by {image.height}")
    try:
        if image.format == "JPEG" and _is_endless(data, image.width * image.height):
            return _damaged(name)
        if _has_position(image, data):
            return Fault(
                "photo-has-position",
                f"{quoted(name)} says where it was taken.",
                "Save it without its location (when sharing from a phone: Options, Location off), and upload that.",
            )
        return _all_sizes(_upright(image))
    except Exception:  # as above: truncated data, broken chunks, odd colour spaces
        return _damaged(name)


# ------------------------------------------------------------- what is in it


def _has_position(image: Image.Image, data: bytes) -> bool:
    """Whether EXIF or XMP gives a place. Cameras with no reception leave zeros, which name none."""
    if b"GPSLatitude" in data:
        return True
    found = image.getexif().get_ifd(_GPS)
    return any(_is_somewhere(found.get(key)) for key in (_LATITUDE, _LONGITUDE))


def _is_somewhere(degrees: object) -> bool:
    parts = degrees if isinstance(degrees, tuple) else (degrees,)
    numbers = [float(part) for part in parts if part is not None]
    return any(number != 0 and math.isfinite(number) for number in numbers)


def _is_endless(data: bytes, pixels: int) -> bool:
    """Whether a JPEG is laid over itself so often that to decode it takes minutes."""
    start = data.find(_SCAN)
    scans = data.count(_SCAN, start, end if (end := data.find(_END, start)) > 0 else len(data))
    return scans > IMAGE_SCANS.most or scans * pixels > _SCANNED


def _upright(image: Image.Image) -> Image.Image:
    """Decoded, turned as the camera was held, in RGB or RGBA. A very large one is made smaller on the way."""
    image.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))  # a JPEG is decoded no larger than twice what is needed
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    has_alpha = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    width, height = image.size if turn not in _SIDEWAYS else image.size[::-1]
    factor = max(1, width // (2 * published_widths(width, height)[-1]))
    plain = _reduced(image, "RGBA" if has_alpha else "RGB", factor)
    return plain if turn is None else plain.transpose(turn)


def _reduced(image: Image.Image, mode: str, factor: int) -> Image.Image:
    """In another mode, and smaller by a whole number.

    A band at a time: a copy of fifty million pixels takes two hundred megabytes.
    """
    if factor == 1:
        image.load()
        return image if image.mode == mode else image.convert(mode)
    made = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    rows = max(1, _BAND // (image.width * factor)) * factor
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(top + rows, image.height)))
        made.paste(band.convert(mode).reduce(factor), (0, top // factor))
    return made


# ------------------------------------------------------------- making it anew


def _all_sizes(image: Image.Image) -> Developed:
    widths = published_widths(image.width, image.height)
    return Developed(
        tuple(_webp(_resized(image, width)) for width in widths),
        _jpeg(_resized(image, min(widths[-1], CARD_WIDTH))),
    )


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _webp(image: Image.Image) -> Encoded:
    """Photos with loss; drawings, posters and logos of few colours without.

    Asked of each size: a drawing made smaller gets in-between colours, and is smaller and quicker with loss.
    """
    out = io.BytesIO()
    is_drawing = image.getcolors(maxcolors=256) is not None
    _bare(image).save(out, "WEBP", quality=QUALITY, lossless=is_drawing, method=4, exact=False)
    return Encoded(image.width, image.height, out.getvalue())


def _jpeg(image: Image.Image) -> Encoded:
    out = io.BytesIO()
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    _bare(image).save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Encoded(image.width, image.height, out.getvalue())


def _bare(image: Image.Image) -> Image.Image:
    """Pillow carries metadata along in `info` and writes some of it out again."""
    image.info = {}
    return image


# ------------------------------------------------------------- faults


def _too_many_pixels(name: str, found: str) -> Fault:
    return Fault(
        "picture-too-many-pixels",
        f"{quoted(name)} has {found} pixels; {IMAGE_PIXELS.of} may have {IMAGE_PIXELS.most // 1_000_000} million.",
        "Save it 2,000 pixels wide, and upload that.",
    )


def _too_long(name: str, found: str) -> Fault:
    message = f"{quoted(name)} is {found} pixels; {IMAGE_SIDE.of} may have {IMAGE_SIDE.most:,}."
    return Fault("picture-too-many-pixels", message, "Cut what is meant out of it, and upload that.")


def _damaged(name: str) -> Fault:
    return Fault(
        "picture-damaged",
        f"{quoted(name)} is damaged: it ends early or does not hold together.",
        "Export it again, and upload that.",
    )


def _unknown_format(data: bytes, name: str) -> Fault:
    found = "is not a picture that browsers show"
    if data[4:8] == b"ftyp":
        found = "is a HEIC or AVIF photo, which not every browser shows"
    elif b"<svg" in data[:1000]:
        found = "is an SVG drawing, which can carry programs"
    return Fault("picture-format", f"{quoted(name)} {found}.", "Save it as JPEG, PNG, WebP or GIF, and upload that.")
