"""Images and documents are fetched from the disk one at a time, and only as they were checked."""

import hashlib
from pathlib import Path

import pytest

from localgroups.engine.assets import ChangedMeanwhile, asset_draft
from localgroups.model.groups import Asset, Stored

CHECKED = b"%PDF-1.7 as checked"


def document(folder: Path) -> Asset:
    file = folder / "agenda.pdf"
    file.write_bytes(CHECKED)
    stored = Stored(file, 0, len(CHECKED), hashlib.sha256(CHECKED).hexdigest())
    return Asset("/groups/riverside/documents/agenda.pdf", stored)


def test_a_document_is_published_as_it_was_checked(tmp_path: Path) -> None:
    draft = asset_draft(document(tmp_path), "riverside")
    assert (draft.path.text, draft.make()) == ("groups/riverside/documents/agenda.pdf", CHECKED)


def test_a_size_of_a_picture_is_a_part_of_the_file_that_keeps_them_all(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"{}\nsmalllarge")
    asset = Asset("/images/photo.webp", Stored(tmp_path / "kept", 8, 5))
    assert asset_draft(asset, "").make() == b"large"


@pytest.mark.parametrize("now", [b"%PDF-1.7 as changed", CHECKED + b"<script>", CHECKED[:-1], b""])
def test_a_document_that_changed_since_it_was_checked_is_not_published(tmp_path: Path, now: bytes) -> None:
    asset = document(tmp_path)
    (tmp_path / "agenda.pdf").write_bytes(now)
    with pytest.raises(ChangedMeanwhile, match=r"agenda\.pdf"):
        asset_draft(asset, "riverside").make()


def test_a_document_that_went_away_is_named(tmp_path: Path) -> None:
    asset = document(tmp_path)
    (tmp_path / "agenda.pdf").unlink()
    with pytest.raises(ChangedMeanwhile, match=r"agenda\.pdf"):
        asset_draft(asset, "riverside").make()
