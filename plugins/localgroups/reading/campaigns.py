"""Campaigns: from fields to item."""

from localgroups.model.items import Campaign, Goal
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.items import NATIONAL, campaign_of, common_of
from localgroups.reading.nodes import Mapping
from localgroups.reading.schema.campaign import CampaignFile
from localgroups.reading.schema.parts import GoalFields
from localgroups.reading.validation import read_record
from localgroups.reading.values import own_links


def read_campaign(node: Mapping, stem: str, text: str, line: int, faults: FileFaults, desk: Desk) -> Campaign | None:
    """The campaign; None where `faults` says what is wrong."""
    fields = read_record(CampaignFile, node, faults)
    if (
        fields.starts
        and fields.ends
        and fields.ends.first_day < fields.starts.first_day
        and str(fields.ends) not in str(fields.starts)
    ):
        faults.add(
            Fault(
                "ends-before-start",
                f"The end, {fields.ends}, is before the beginning, {fields.starts}.",
                "Look at both dates again.",
            ),
            "ends",
        )
    if fields.priority is not None and not desk.is_nation:
        faults.add(
            Fault(
                "national-only",
                "The priority campaign of a year is the national office's to name.",
                "Take the line priority: out",
            ),
            "priority",
        )
    common = common_of(fields, stem, text, line, faults, desk)
    part_of = _part_of(fields.part_of, faults, desk)
    actions = own_links(fields.actions, desk, faults, "actions")
    if faults.has_errors:
        return None
    return Campaign(
        **common,
        starts=fields.starts,
        ends=fields.ends,
        status=fields.status,
        part_of=part_of,
        goal=_goal(fields.goal),
        actions=actions,
        election=fields.election,
        priority=fields.priority,
    )


def _part_of(written: str, faults: FileFaults, desk: Desk) -> str:
    """Stem of the national campaign."""
    if written in desk.facts.campaigns:
        faults.add(
            Fault(
                "unknown-campaign",
                f"{quoted(written)} has to be named as a national campaign.",
                f"Write: {NATIONAL}{written}",
            ),
            "part_of",
        )
        return ""
    known = campaign_of(written, "part_of", faults, desk)
    if known and not known.startswith(NATIONAL):
        faults.add(
            Fault(
                "unknown-campaign",
                f"{quoted(written)} is not a national campaign.",
                f"Write {NATIONAL} and the name of a national campaign.",
            ),
            "part_of",
        )
        return ""
    return known.removeprefix(NATIONAL)


def _goal(fields: GoalFields | None) -> Goal | None:
    if fields is None or fields.target is None:
        return None
    return Goal(fields.target, fields.count, fields.what, fields.as_of, fields.sum == "groups")
