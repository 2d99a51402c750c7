"""A picture of lines, dots and words, as SVG and as PNG from the same list of shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

INK, SOFT, FAINT, PAPER = "#1a1a1a", "#555555", "#dddddd", "#ffffff"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"
SCALE = 2
"""Pixels of the PNG for each unit."""
SMOOTH = 2
"""Drawn so many times larger, then made smaller: Pillow's lines have hard edges."""


@dataclass(frozen=True, slots=True)
class Line:
    points: Sequence[tuple[float, float]]
    colour: str = FAINT
    width: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    colour: str
    radius: float = 4.5


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    """Of the letters' foot."""
    text: str
    size: float = 14
    colour: str = INK
    anchor: str = "start"
    """start, middle or end"""
    is_bold: bool = False


Shape = Line | Dot | Words


def as_svg(shapes: Sequence[Shape], width: int, height: int, title: str) -> bytes:
    head = f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}" font-family="{escape(FONT)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {head}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *(_svg(one) for one in shapes),
        "</svg>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _svg(shape: Shape) -> str:
    if isinstance(shape, Line):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)
        return (
            f'<polyline points="{points}" fill="none" stroke="{shape.colour}" stroke-width="{shape.width}" '
            'stroke-linejoin="round" stroke-linecap="round"/>'
        )
    if isinstance(shape, Dot):
        return (
            f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.radius}" fill="{shape.colour}" stroke="{PAPER}"/>'
        )
    weight = ' font-weight="600"' if shape.is_bold else ""
    return (
        f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size}" fill="{shape.colour}" '
        f'text-anchor="{shape.anchor}"{weight}>{escape(shape.text)}</text>'
    )


def as_png(shapes: Sequence[Shape], width: int, height: int) -> bytes:
    times = SCALE * SMOOTH
    image = Image.new("RGB", (width * times, height * times), PAPER)
    draw = ImageDraw.Draw(image)
    for one in shapes:
        _paint(draw, one, times)
    small = image.resize((width * SCALE, height * SCALE), Image.Resampling.LANCZOS)
    made = BytesIO()
    small.quantize(128, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _paint(draw: ImageDraw.ImageDraw, shape: Shape, times: int) -> None:
    if isinstance(shape, Line):
        points = [(x * times, y * times) for x, y in shape.points]
        draw.line(points, fill=shape.colour, width=round(shape.width * times), joint="curve")
    elif isinstance(shape, Dot):
        x, y = shape.x * times, shape.y * times
        for radius, colour in ((shape.radius + 0.5, PAPER), (shape.radius - 0.5, shape.colour)):
            reach = radius * times
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)
    else:
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[shape.anchor]
        stroke = round(times * 0.22) if shape.is_bold else 0
        font = ImageFont.load_default(shape.size * times)
        draw.text((shape.x * times, shape.y * times), shape.text, shape.colour, font, anchor, stroke_width=stroke)
