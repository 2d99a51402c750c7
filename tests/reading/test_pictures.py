"""Pictures, made anew in the sizes that pages need."""

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from localgroups.model.groups import Stored
from localgroups.model.limits import IMAGE_BYTES
from localgroups.reading.faults import Fault
from localgroups.reading.pictures import PictureResult, Pictures

PREFIX = "/groups/riverside/"
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def photo(width: int = 2000, height: int = 1000) -> Image.Image:
    """Red at the left, blue at the right, soft between."""
    ramp = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (ramp, ramp.point([120] * 256), ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))


def save(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    file = folder / name
    image.save(file, **options)
    return file


def contents(result: PictureResult) -> list[tuple[str, bytes]]:
    """Each file's address and bytes, wherever they are kept."""
    return [
        (one.href, kept_bytes(one.content) if isinstance(one.content, Stored) else one.content) for one in result.assets
    ]


def kept_bytes(stored: Stored) -> bytes:
    return stored.file.read_bytes()[stored.start :][: stored.length]


def publish(file: Path) -> PictureResult:
    return Pictures().publish(file, PREFIX, "A march")


def code(result: PictureResult) -> str:
    assert result.picture is None
    assert result.assets == ()
    assert isinstance(result.fault, Fault)
    assert result.fault.help
    return result.fault.code


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_photo_is_published_in_three_widths_and_on_a_card(tmp_path: Path) -> None:
    result = publish(save(tmp_path, "Our March (2).JPG", photo(), format="JPEG"))

    assert result.fault is None
    assert result.picture is not None
    assert result.picture.alt == "A march"
    assert [(one.width, one.height) for one in result.picture.renditions] == [(480, 240), (960, 480), (1600, 800)]
    hrefs = [one.href for one in result.picture.renditions]
    assert all(one.startswith("/groups/riverside/images/our-march-2-") for one in hrefs)
    assert [one.rpartition("-")[2] for one in hrefs] == ["480.webp", "960.webp", "1600.webp"]
    assert result.picture.card is not None
    assert result.picture.card.href.endswith("-1200.jpg")
    assert [one.href for one in result.assets] == [*hrefs, result.picture.card.href]
    images = [opened(one.content) for one in result.assets]
    assert [one.format for one in images] == ["WEBP", "WEBP", "WEBP", "JPEG"]
    assert [one.size for one in images] == [(480, 240), (960, 480), (1600, 800), (1200, 600)]


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((300, 200), [300]),
        ((480, 10), [480]),
        ((500, 300), [500]),
        ((1000, 9), [480, 1000]),
        ((1300, 9), [480, 960, 1300]),
    ],
)
def test_nothing_is_made_larger_than_its_source(tmp_path: Path, size: tuple[int, int], widths: list[int]) -> None:
    result = publish(save(tmp_path, "a.png", photo(*size)))

    assert result.picture is not None
    assert [one.width for one in result.picture.renditions] == widths


def test_a_very_tall_picture_is_made_narrower(tmp_path: Path) -> None:
    result = publish(save(tmp_path, "tall.png", photo(100, 40_000)))

    assert result.picture is not None
    assert (result.picture.largest.width, result.picture.largest.height) == (20, 8000)


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    result = publish(save(tmp_path, "side.jpg", photo(800, 400), exif=exif))

    assert result.picture is not None
    assert (result.picture.largest.width, result.picture.largest.height) == (400, 800)
    image = opened(result.assets[0].content)
    top, bottom = image.getpixel((200, 10)), image.getpixel((200, 790))
    assert top[0] < 60 < 200 < bottom[0]


def test_nothing_of_the_original_file_but_the_picture_is_published(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[MAKER] = "SecretCamera"
    file = save(tmp_path, "m.jpg", photo(), exif=exif, comment=b"SecretComment", icc_profile=b"SecretProfile" * 20)
    file.write_bytes(file.read_bytes() + b"SecretTail")

    result = publish(file)

    assert result.fault is None
    for asset in result.assets:
        assert b"Secret" not in asset.content
        assert not opened(asset.content).getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_says_where_it_was_taken_is_refused(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)}

    assert code(publish(save(tmp_path, "home.jpg", photo(600, 300), format=kind, exif=exif))) == "photo-has-position"


def test_a_position_in_xmp_is_found_too(tmp_path: Path) -> None:
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>48,51N</exif:GPSLatitude></x:xmpmeta>'

    assert code(publish(save(tmp_path, "x.jpg", photo(600, 300), xmp=packet))) == "photo-has-position"


def test_a_position_of_nothing_but_zeros_names_no_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[GPS] = {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}

    assert publish(save(tmp_path, "x.jpg", photo(600, 300), exif=exif)).fault is None


def test_the_format_is_known_by_the_content(tmp_path: Path) -> None:
    assert publish(save(tmp_path, "really-a-png.jpg", photo(100, 50), format="PNG")).fault is None
    assert publish(save(tmp_path, "a.gif", photo(100, 50).quantize(8))).fault is None


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("a.jpg", b"<html></html>", "not a picture"),
        ("a.png", b"", "not a picture"),
        ("a.tif", b"II*\0\x08\0\0\0", "not a picture"),
    ],
)
def test_other_formats_are_refused_by_name(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(content)

    result = publish(tmp_path / name)

    assert code(result) == "picture-format"
    assert result.fault is not None
    assert word in result.fault.message


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_ends_early_is_a_fault_and_no_crash(tmp_path: Path, kind: str, part: float) -> None:
    whole = io.BytesIO()
    Image.effect_noise((300, 200), 90).convert("RGB").save(whole, kind)
    (tmp_path / "a.img").write_bytes(whole.getvalue()[: int(len(whole.getvalue()) * part)])

    assert code(publish(tmp_path / "a.img")) in ("picture-damaged", "picture-format")


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    for side in (8_000, 12_000, 60_000):
        whole = io.BytesIO()
        Image.new("1", (16, 16)).save(whole, "PNG")
        data = bytearray(whole.getvalue())
        data[16:24] = side.to_bytes(4, "big") * 2
        data[29:33] = _crc(bytes(data[12:29]))
        (tmp_path / "bomb.png").write_bytes(bytes(data))

        assert code(publish(tmp_path / "bomb.png")) == "picture-too-many-pixels"


def _crc(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(IMAGE_BYTES.most + 1)

    assert code(publish(tmp_path / "huge.jpg")) == "picture-too-heavy"


def test_what_is_not_a_file_of_its_own_is_refused(tmp_path: Path) -> None:
    real = save(tmp_path, "real.png", photo(10, 10))
    (tmp_path / "link.png").symlink_to(real)

    assert code(publish(tmp_path / "link.png")) == "not-a-plain-file"
    assert code(publish(tmp_path)) == "not-a-plain-file"
    assert code(publish(tmp_path / "none.png")) == "file-not-there"


def test_drawings_of_few_colours_lose_nothing(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (200, 100), (255, 0, 0, 0))
    drawing.paste((10, 200, 30, 255), (50, 20, 150, 80))

    result = publish(save(tmp_path, "logo.png", drawing))

    shown = opened(result.assets[0].content).convert("RGBA")
    assert shown.getpixel((100, 50)) == (10, 200, 30, 255)
    assert shown.getpixel((5, 5))[3] == 0
    assert opened(result.assets[-1].content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(tmp_path: Path, mode: str) -> None:
    assert publish(save(tmp_path, "a.png", Image.new(mode, (60, 40)))).fault is None


def test_a_photo_for_print_is_taken(tmp_path: Path) -> None:
    assert publish(save(tmp_path, "a.jpg", photo(60, 40).convert("CMYK"))).fault is None


def test_the_same_source_gives_the_same_bytes_with_a_cache_and_without(tmp_path: Path) -> None:
    file = save(tmp_path, "a.jpg", photo())
    cache = tmp_path / "cache"

    without = publish(file)
    first = Pictures(cache).publish(file, PREFIX, "A march")
    again = Pictures(cache).publish(file, PREFIX, "A march")

    assert contents(without) == contents(first) == contents(again) == contents(publish(file))
    assert without.picture == first.picture == again.picture
    assert len(list(cache.iterdir())) == 1


def test_a_picture_in_the_cache_is_not_made_again(tmp_path: Path) -> None:
    file = save(tmp_path, "a.jpg", photo(600, 300))
    Pictures(tmp_path / "cache").publish(file, PREFIX, "A march")
    program = (
        "import sys; from pathlib import Path; from localgroups.reading.pictures import Pictures;"
        "r = Pictures(Path(sys.argv[2])).publish(Path(sys.argv[1]), '/', ''); assert r.picture;"
        "assert 'PIL' not in sys.modules"
    )

    subprocess.run(
        [sys.executable, "-c", program, str(file), str(tmp_path / "cache")],
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:200] + b"x" + data[201:],
        lambda data: b"[]\n" + data,
        lambda data: b'{"sha256": "", "sizes": 3}\n',
        lambda data: b"[" * 100_000 + b"\n",
        lambda data: b"\xff\xfe\n",
        lambda data: b'{"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "sizes": []}\n',
    ],
)
def test_a_spoilt_cache_is_made_anew(tmp_path: Path, spoil: object) -> None:
    file = save(tmp_path, "a.jpg", photo(600, 300))
    pictures = Pictures(tmp_path / "cache")
    made = pictures.publish(file, PREFIX, "A march")
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    assert callable(spoil)
    kept.write_bytes(spoil(whole))

    assert pictures.publish(file, PREFIX, "A march") == made
    assert kept.read_bytes() == whole
