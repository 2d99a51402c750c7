"""`localgroups new`: a file that is right from its first line.

What is missing is asked for; on a pipe, where nobody can answer, it is an error that names the option.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from typing import Any

from localgroups.cli.arguments import add_source, add_today
from localgroups.cli.rendering import as_text
from localgroups.cli.words import complain, say
from localgroups.engine.check import check
from localgroups.host.clock import today_of
from localgroups.model.limits import SLUG
from localgroups.model.values import Struct
from localgroups.reading.faults import Fault
from localgroups.reading.files import group_slugs
from localgroups.reading.moments import read_when

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,'()-]*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Question(Struct, frozen=True):
    """One thing that a new file needs."""

    name: str
    asks: str
    is_needed: bool = True


SLUG_QUESTION = Question(
    "slug", "What shall its file or folder be called? (a to z, figures, hyphens; Enter for its title)", is_needed=False
)
GROUP = Question("group", "Which group? (its folder's name, such as riverside)")
TITLE = Question("title", "What is it called?")
QUESTIONS: dict[str, tuple[Question, ...]] = {
    "group": (
        Question("name", "What is the group called?"),
        Question("region", "Which region is it in? (a slug of content/regions.yaml)"),
        Question("town", "In which town does it meet? (Enter to leave out)", is_needed=False),
        Question("email", "At which e-mail address can people reach it? (Enter to leave out)", is_needed=False),
    ),
    "meeting": (
        GROUP,
        TITLE,
        Question("starts", "When does it start? (such as 2026-12-03 19:00)"),
        Question("where", "Where is it? (Enter to leave out)", is_needed=False),
    ),
    "news": (
        GROUP,
        TITLE,
        Question("date", "Of which day? (such as 2026-12-03; Enter for today)", is_needed=False),
    ),
    "campaign": (GROUP, TITLE, Question("summary", "In one sentence? (Enter to leave out)", is_needed=False)),
}


class NobodyToAsk(Exception):
    """A needed answer is missing, and there is no terminal."""


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("new", help="start a group, a meeting, news or a campaign")
    kinds = parser.add_subparsers(dest="kind", metavar="|".join(QUESTIONS), required=True)
    for kind, questions in QUESTIONS.items():
        one = kinds.add_parser(kind)
        for question in (*questions, SLUG_QUESTION):
            one.add_argument(f"--{question.name}", help=question.asks)
        add_source(one)
        add_today(one)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0 where the file was written, 1 where it has a slip or could not be, 2 where an answer is missing."""
    today = chosen.today or today_of(chosen.source)
    try:
        answers = _ask(QUESTIONS[chosen.kind], vars(chosen))
    except NobodyToAsk as missing:
        complain(f"--{missing} is needed.")
        return 2
    slug = chosen.slug or slug_of(answers["name" if chosen.kind == "group" else "title"])
    if not _SLUG.fullmatch(slug):
        complain(f"{slug or 'Its title'!r} cannot be the name of a file. Give it one, of a to z and hyphens: --slug")
        return 2
    if chosen.kind != "group" and answers["group"] not in group_slugs(chosen.source)[0]:
        complain(f"There is no folder groups/{answers['group']}. Start the group first: localgroups new group")
        return 1
    path, text = FILES[chosen.kind](answers, slug, today.isoformat())
    file = chosen.source / path
    if file.exists():
        complain(f"{path} is there already, and stays as it is.")
        return 1
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    say(f"Written: {path}")
    outcome = check(chosen.source, (path,), today)
    if outcome.diagnostics:
        say(as_text(outcome.diagnostics, chosen.source))
        return 1
    say("It can be published as it is. Open it to add the text.")
    return 0


def _ask(questions: tuple[Question, ...], given: Mapping[str, Any]) -> dict[str, str]:
    """Every answer: as given, else as typed."""
    answers = {}
    for question in questions:
        answer = given.get(question.name)
        if answer is None and sys.stdin.isatty():
            answer = _answer(question)
        if answer is None and question.is_needed:
            raise NobodyToAsk(question.name)
        answers[question.name] = " ".join((answer or "").split())
    return answers


def _answer(question: Question) -> str:
    while True:
        answer = input(f"{question.asks} ").strip()
        if answer or not question.is_needed:
            return answer


def slug_of(text: str) -> str:
    """A name for a file: `Members' meeting` becomes `members-meeting`; empty where nothing of it fits an address."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[: SLUG.most].strip("-")


def value(text: str) -> str:
    """A value as YAML takes it: quoted where it must be."""
    return text if _BARE.fullmatch(text) and not text.endswith(" ") else json.dumps(text, ensure_ascii=False)


def fields(pairs: Mapping[str, str]) -> str:
    """`key: value` lines of what was answered."""
    return "".join(f"{key}: {value(text)}\n" for key, text in pairs.items() if text)


def day_of(text: str) -> str:
    """The ISO day of a date in words, for a file's name; empty where it is none, which the check will tell."""
    found = read_when(text)
    return "" if isinstance(found, Fault) else found.day.isoformat()


def _group(answers: dict[str, str], slug: str, _today: str) -> tuple[str, str]:
    lines = fields({"name": answers["name"], "region": answers["region"]})
    if answers["town"]:
        lines += f"place:\n  town: {value(answers['town'])}\n"
    if answers["email"]:
        lines += f"contact:\n  email: {value(answers['email'])}\n"
    return f"groups/{slug}/group.yaml", lines


def _meeting(answers: dict[str, str], slug: str, _today: str) -> tuple[str, str]:
    day = day_of(answers["starts"])
    front = fields({key: answers[key] for key in ("title", "starts", "where")})
    return f"groups/{answers['group']}/meetings/{f'{day}-' if day else ''}{slug}.md", f"---\n{front}---\n\n"


def _news(answers: dict[str, str], slug: str, today: str) -> tuple[str, str]:
    written = answers["date"] or today
    day = day_of(written)
    front = fields({"title": answers["title"], "date": written})
    return f"groups/{answers['group']}/news/{f'{day}-' if day else ''}{slug}.md", f"---\n{front}---\n\n"


def _campaign(answers: dict[str, str], slug: str, _today: str) -> tuple[str, str]:
    front = fields({"title": answers["title"], "summary": answers["summary"]})
    return f"groups/{answers['group']}/campaigns/{slug}.md", f"---\n{front}---\n\n"


FILES = {"group": _group, "meeting": _meeting, "news": _news, "campaign": _campaign}
"""Kind to a function that gives (path below the source, text)."""
