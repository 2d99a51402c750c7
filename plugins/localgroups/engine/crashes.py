"""What stands in for a group at which the program came to grief: its pages as the last build left them."""

from datetime import date

from localgroups.engine.group_work import Crash
from localgroups.engine.ledger import Diagnostics, GroupLine
from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.model.items import LAST_GOOD, LEFT_OUT, Held
from localgroups.model.values import replace

CODE = "program-fault"


def crashed_line(crash: Crash, before: GroupLine | None, today: date) -> GroupLine:
    """The group's line as it was, with a word of what happened; one without pages, where no build knew it. The next
    build tries again."""
    path = f"groups/{crash.slug}"
    fault = Diagnostic(
        "program-fault",
        Span(path),
        "The program came to grief over this group's files. That is a fault of the program, and of nobody who writes.",
        f"Tell the maintainers of the program, with the files as they are: {crash.what}",
    )
    earlier = [one.since for one in before.held if CODE in one.codes] if before else []
    since = min([*earlier, today.isoformat()])
    if before is None:
        held = Held(path, since, LEFT_OUT, (CODE,))
        return GroupLine(
            slug=crash.slug, looks="", contents="", turn=today, diagnostics=Diagnostics.of([fault]), held=(held,)
        )
    return replace(
        before,
        looks="",
        contents="",
        diagnostics=Diagnostics.of([*(one for one in before.diagnostics.all() if one.code != CODE), fault]),
        held=(*(one for one in before.held if CODE not in one.codes), Held(path, since, LAST_GOOD, (CODE,))),
    )
