# SPDX-License-Identifier: Apache-2.0
"""Draws small charts as SVG: a curve over sizes, and stacked bars."""

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 640, 300
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 44, 42
COLOURS = ("#1b6ca8", "#d1793b", "#4d9454", "#8b5fa8", "#b8a03a", "#777777")
Points = Sequence[tuple[float, float]]


def curves(title: str, unit: str, lines: Mapping[str, Points]) -> str:
    """Lines over the number of files, both axes from zero: what grows in proportion is straight."""
    most_x = max(x for points in lines.values() for x, _ in points)
    most_y = _round(max(y for points in lines.values() for _, y in points))
    parts = [*_frame(title, unit, most_y), *_legend(list(lines))]
    marks = sorted({x for points in lines.values() for x, _ in points})
    parts += [_text(_x(x / most_x), HEIGHT - BOTTOM + 16, f"{x / 1000:,.0f}k", "middle") for x in marks]
    parts.append(_text(LEFT + _inner() / 2, HEIGHT - 8, "files", "middle"))
    for colour, points in zip(COLOURS, lines.values(), strict=False):
        places = [(_x(x / most_x), _y(y / most_y)) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
    return _whole(parts)


def bars(title: str, unit: str, columns: Mapping[str, Mapping[str, float]]) -> str:
    """Stacked bars, one for each column, the parts of each from below in their order."""
    names = list(dict.fromkeys(name for parts in columns.values() for name in parts))
    most = _round(max(sum(parts.values()) for parts in columns.values()))
    drawn = [*_frame(title, unit, most), *_legend(names)]
    step = _inner() / len(columns)
    for place, (label, parts) in enumerate(columns.items()):
        left, below = LEFT + step * (place + 0.25), 0.0
        for name, value in parts.items():
            top, colour = _y((below + value) / most), COLOURS[names.index(name) % len(COLOURS)]
            tall = _y(below / most) - top
            drawn.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{step / 2:.1f}" height="{tall:.1f}" fill="{colour}"/>'
            )
            below += value
        drawn.append(_text(left + step / 4, HEIGHT - BOTTOM + 16, label, "middle"))
    return _whole(drawn)


def _frame(title: str, unit: str, most: float) -> list[str]:
    """Title, axes, and five lines with their values."""
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>', _text(LEFT, 18, f"{title}, {unit}", "start")]
    for fifth in range(6):
        y = _y(fifth / 5)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        parts.append(_text(LEFT - 6, y + 4, f"{most * fifth / 5:,.4g}", "end"))
    return parts


def _legend(names: Sequence[str]) -> list[str]:
    parts, left = [], float(LEFT)
    for colour, name in zip(COLOURS, names, strict=False):
        parts.append(f'<rect x="{left:.0f}" y="26" width="10" height="10" fill="{colour}"/>')
        parts.append(_text(left + 14, 35, name, "start"))
        left += 28 + 7 * len(name)
    return parts


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _whole(parts: Sequence[str]) -> str:
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12" fill="#222222">'
    return "\n".join([head, *parts, "</svg>", ""])


def _inner() -> float:
    return WIDTH - LEFT - RIGHT


def _x(share: float) -> float:
    return LEFT + share * _inner()


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _round(value: float) -> float:
    """The next number above that five steps divide well."""
    size = 10.0 ** (len(str(int(value))) - 1)
    return next(step * size for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * size >= value)
