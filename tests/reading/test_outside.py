"""What lies in a folder, as it looks from outside."""

from pathlib import Path

from localgroups.reading.outside import look


def test_folders_of_a_name_are_passed_by_with_all_that_is_in_them_and_files_of_it_are_not(tmp_path: Path) -> None:
    for path in ("kept/one.py", "kept/spared/deep/two.py", "spared/three.py", "unspared/spared", "unspared/four.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")

    wanted = ["kept/", "kept/one.py", "unspared/", "unspared/four.py", "unspared/spared"]
    assert [one.path for one in look(tmp_path, without="spared")] == wanted
    assert len(look(tmp_path)) == 10
