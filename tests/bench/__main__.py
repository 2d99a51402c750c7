"""`python3 tasks.py bench`: this project, Hugo and plain Pelican build the same nations side by side."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from bench import contenders, tools
from bench.contenders import HUGO, PELICAN, ROOT, Contender
from bench.corpus import SHAPES, Corpus
from bench.machine import described
from bench.readme import write_pictures, write_readme
from bench.results import Results, full_table, machine_line, short_table
from bench.rounds import CouldNotBuild, Run, Site, interleaved, site_of
from environment import CannotMake
from localgroups.host.measuring import CAN_MEASURE

KEPT = ROOT / ".bench"
PEERS = (HUGO, PELICAN)
SLOW = 20_000
"""From so many items on, plain Pelican takes many minutes a build, and takes part in one round."""


def main(words: Sequence[str]) -> int:
    chosen = _arguments(words)
    if not CAN_MEASURE:
        print("Windows keeps no account of what a program costs. Linux and macOS do, and so does WSL.", file=sys.stderr)
        return 2
    folder = chosen.results
    file = folder / "results.json"
    try:
        results = Results.read(chosen.read) if chosen.read else measured(chosen)
    except (CannotMake, CouldNotBuild) as fault:
        print(fault, file=sys.stderr)
        return 1
    if not chosen.read:
        results.write(file)
    table = f"{full_table(results)}\n\n{machine_line(results)}\n"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "table.txt").write_text(table, encoding="utf-8")
    (folder / "table.md").write_text(short_table(results) + "\n", encoding="utf-8")
    write_pictures(results, folder, "bench", chosen.plot)
    print(f"\n{table}\nAll figures: {file}\nThe plot: {folder / 'bench.svg'}")
    if chosen.write:
        write_readme(results, ROOT, chosen.plot)
        print("README.md and docs/images/ hold them now.")
    return 0


def measured(chosen: argparse.Namespace) -> Results:
    """All sizes, all programs, all rounds; what was measured stands on the terminal as it comes."""
    taking_part = [contenders.ours(*chosen.ours.split()), *(_peer(name) for name in chosen.peers)]
    with tempfile.TemporaryDirectory(prefix="bench-", dir=chosen.folder) as folder:
        results = Results(described(Path(folder)), {one.name: one.label for one in taking_part}, {})
        for size in chosen.items:
            place = Path(folder) / str(size)
            runs = list(_runs(taking_part, Corpus(SHAPES[size], chosen.seed), place, chosen.rounds))
            results = results.with_runs(size, runs)
            results.write(chosen.results / "results.json")  # a long run that is stopped keeps what it has
    return results


def _runs(taking_part: Sequence[Contender], corpus: Corpus, folder: Path, rounds: int) -> list[Run]:
    size = corpus.shape.items
    print(f"Laying out {size:,} items ...", flush=True)
    sites = [site_of(one, corpus, KEPT / "corpora", folder) for one in taking_part]
    wanted = {site.contender.name: _rounds_of(site, size, rounds) for site in sites}
    runs = []
    for run in interleaved(sites, wanted):
        cost = run.cost
        print(
            f"{size:>6,}  {run.scenario:<31} {run.contender:<12} {cost.wall:8.2f} s {cost.cpu:8.2f} s CPU "
            f"{cost.memory / 1e6:7.0f} MB {run.written:>7,} of {run.files:,} files written",
            flush=True,
        )
        runs.append(run)
    return runs


def _rounds_of(site: Site, size: int, rounds: int) -> int:
    return 1 if site.contender.name == PELICAN and size >= SLOW else rounds


def _peer(name: str) -> Contender:
    if name == PELICAN:
        return contenders.pelican()
    program = tools.hugo_program(KEPT / "tools")
    return contenders.hugo(program, tools.hugo_label(program))


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench", description=__doc__)
    sizes = ",".join(map(str, SHAPES))
    parser.add_argument(
        "--items", type=_sizes, default=[3000, 10000], help=f"sizes out of {sizes} (default: 3000,10000)"
    )
    parser.add_argument(
        "--peers", type=_peers, default=list(PEERS), help="out of hugo,pelican; or none (default: both)"
    )
    parser.add_argument("--rounds", type=_number, default=5, help="how often everything is measured (default: 5)")
    parser.add_argument("--seed", default="1", help="another seed, another nation")
    parser.add_argument(
        "--folder", type=Path, help="where the sites are built (default: the system's temporary folder)"
    )
    parser.add_argument(
        "--results", type=Path, default=KEPT / "results", help="where the figures go (default: .bench/results)"
    )
    parser.add_argument(
        "--read", type=Path, metavar="RESULTS.json", help="measure nothing: take figures that were kept"
    )
    parser.add_argument("--plot", choices=("wall", "cpu"), default="wall", help="what the plot shows (default: wall)")
    parser.add_argument("--write", action="store_true", help="write table and plot into the README")
    parser.add_argument("--ours", default="", metavar="OPTIONS", help='more for our own build: "--jobs 2"')
    return parser.parse_args(words)


def _sizes(text: str) -> list[int]:
    with suppress(ValueError):
        found = [int(one.replace("_", "")) for one in text.split(",")]
        if found and set(found) <= SHAPES.keys():
            return found
    raise argparse.ArgumentTypeError(f"{text!r} is not a list out of {','.join(map(str, SHAPES))}.")


def _peers(text: str) -> list[str]:
    found = [one for one in text.split(",") if one and one != "none"]
    for one in found:
        if one not in PEERS:
            raise argparse.ArgumentTypeError(f"{one!r} is not known here: {', '.join(PEERS)}, or none.")
    return found


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rounds. Write 1 or more.")
    return int(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
