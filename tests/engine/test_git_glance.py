"""What plain files say of the newest commit is what Git says, or nothing."""

from pathlib import Path

import pytest

from engine.committing import commit, git, needs_git
from localgroups.engine.git_glance import newest_commit
from localgroups.engine.git_history import History

pytestmark = needs_git


@pytest.fixture
def nation(tmp_path: Path) -> Path:
    """The source folder, below the top of a repository."""
    folder = tmp_path / "nation"
    (folder / "site").mkdir(parents=True)
    (folder / "site" / "news.md").write_text("News", encoding="utf-8")
    commit(folder)
    return folder / "site"


def test_it_is_what_git_says_after_every_commit(nation: Path) -> None:
    first = newest_commit(nation)
    assert first == History(nation).head() != ""
    commit(nation.parent, "2026-01-02")
    assert newest_commit(nation) == History(nation).head() != first


def test_a_branch_with_a_path_for_a_name_is_found(nation: Path) -> None:
    git(nation, "switch", "--quiet", "--create", "groups/riverside-v1.2")
    commit(nation.parent, "2026-01-02")
    assert newest_commit(nation) == History(nation).head()


def test_no_repository_has_no_commit(tmp_path: Path) -> None:
    assert newest_commit(tmp_path) == History(tmp_path).head() == ""


@pytest.mark.parametrize(
    "words",
    [("pack-refs", "--all"), ("checkout", "--quiet", "--detach"), ("switch", "--quiet", "--orphan", "empty")],
    ids=["packed", "detached", "empty"],
)
def test_git_is_asked_where_plain_files_do_not_say(nation: Path, words: tuple[str, ...]) -> None:
    git(nation.parent, *words)
    assert newest_commit(nation.parent) is None


def test_git_is_asked_in_another_work_tree_and_in_a_shallow_clone(nation: Path, tmp_path: Path) -> None:
    git(nation, "worktree", "add", "--quiet", str(tmp_path / "other"))
    assert newest_commit(tmp_path / "other" / "site") is None
    git(tmp_path, "clone", "--quiet", "--depth=1", (nation.parent / ".git").as_uri(), "shallow")
    assert newest_commit(tmp_path / "shallow") is None


@pytest.mark.parametrize(
    "head", [b"", b"\xff", b"ref: refs/heads/../../secret\n", b"ref: refs/heads/main\nmore\n", b"ref: /etc/passwd\n"]
)
def test_a_strange_head_leads_nowhere(nation: Path, head: bytes) -> None:
    (nation.parent / ".git" / "HEAD").write_bytes(head)
    assert newest_commit(nation) is None
