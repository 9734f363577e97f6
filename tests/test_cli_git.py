"""Plain git shows redlines, once travaux is registered; nothing of others is lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from travaux_cli.entry import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
OLD, NEW = (EXAMPLES / f"lighthouses-{name}.txt" for name in ("1-draft", "3-revised"))
GIT = shutil.which("git") or "git"
RUN = "import sys; from travaux_cli.entry import main; sys.exit(main())"


class Repository:
    """A repository in a folder, and a travaux beside the interpreter that runs the tests."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def git(self, *arguments: str) -> str:
        """Run git; fails where it does."""
        command = [GIT, *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def travaux(self, *arguments: str, code: int = 0) -> str:
        """Run travaux here; gives what it says, errors too."""
        command = [sys.executable, "-c", RUN, "git", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        assert done.returncode == code, done.stderr.decode()
        return (done.stdout + done.stderr).decode()

    def write(self, name: str, content: bytes | str) -> None:
        """Write a file in it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, name: str) -> str:
        """Read a file in it."""
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self) -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a first draft, and nothing of the user's own git."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{Path(GIT).parent}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
        "COLUMNS": "80",
    }  # fmt: skip
    folder = tmp_path / "repository"
    folder.mkdir()
    found = Repository(folder, environment)
    found.git("init", "-q")
    found.write("draft.txt", OLD.read_bytes())
    found.write("notes.md", "# Notes\n")
    found.commit()
    return found


def test_plain_git_diff_is_a_redline(repository: Repository) -> None:
    repository.travaux("install")
    repository.write("draft.txt", NEW.read_bytes())
    shown = repository.git("diff")
    assert shown.startswith("diff --travaux a/draft.txt b/draft.txt\nE/2047/L.14 → E/2047/L.14/Rev.1\n")
    assert "OP2           split in two" in shown
    assert "{+ and+}\n              {+of fishing communities+}," in shown


def test_plain_git_log_shows_paragraphs_without_numbers(repository: Repository) -> None:
    repository.travaux("install")
    repository.write("draft.txt", NEW.read_bytes())
    repository.commit()
    changed = [line for line in repository.git("log", "-p", "-1").splitlines() if line[:1] in ("-", "+")]
    assert "-Regrets that no country has offered to receive a school for keepers;" in changed
    assert not any("training of keepers" in line for line in changed), "a paragraph that has another number is the same"
    words = repository.git("log", "-p", "-1", "--word-diff")
    assert "developing States{+ and of fishing communities+}," in words.replace("{+and of", "{+ and of").replace(
        "States {+", "States{+"
    )
    assert "OP2           split in two" in repository.git("log", "-p", "-1", "--ext-diff")


def test_new_deleted_renamed_and_binary_files(repository: Repository) -> None:
    repository.travaux("install")
    repository.write("new draft [1].txt", NEW.read_bytes())
    repository.write("-x.txt", OLD.read_bytes())
    repository.write("binary.txt", bytes(range(256)))
    repository.write("empty.txt", "")
    repository.git("add", "-A")
    shown = repository.git("diff", "--cached")
    assert "nothing → E/2047/L.14/Rev.1" in shown
    assert "a/-x.txt b/-x.txt" in shown
    assert "Not compared by travaux: binary.txt" in shown
    repository.commit()
    repository.git("mv", "draft.txt", "renamed.txt")
    repository.write("renamed.txt", OLD.read_text("utf-8").replace("a school", "two schools"))
    repository.git("add", "-A")
    assert "a/draft.txt b/renamed.txt" in repository.git("diff", "--cached", "-M")
    repository.git("rm", "-q", "-f", "renamed.txt")
    assert "→ nothing" in repository.git("diff", "--cached", "--no-renames")
    assert "+Not read by travaux: " in repository.git("log", "-p")


def test_a_text_that_is_no_draft_is_shown_as_git_shows_it(repository: Repository) -> None:
    old = "numpy==1.26.0\nrequests>=2\n\n# for the\ttests\npytest\n"
    repository.write("requirements.txt", old)
    repository.write("gone.txt", "one\ntwo\n")
    repository.commit()
    repository.write("requirements.txt", old.replace("1.26.0", "2.0.1").replace("pytest", "pytest\nhypothesis"))
    repository.write("fresh.txt", "three\nfour\n")
    (repository.folder / "gone.txt").unlink()
    repository.git("add", "-A")
    plain = [line for line in repository.git("diff", "--cached").splitlines() if not line.startswith("index ")]
    logged = repository.git("diff", "--cached", "--no-ext-diff")
    repository.travaux("install")
    assert repository.git("diff", "--cached", "--", ":!.gitattributes").splitlines() == plain
    assert repository.git("diff", "--cached", "--no-ext-diff", "--", ":!.gitattributes") == logged
    assert "+numpy==2.0.1" in plain


def test_a_draft_that_comes_or_goes_is_still_a_redline(repository: Repository) -> None:
    repository.travaux("install")
    repository.write("draft.txt", "one\ntwo\n")
    assert repository.git("diff", "--", "draft.txt").startswith("diff --travaux a/draft.txt")


def test_modes_and_new_names_of_a_text_that_is_no_draft(repository: Repository) -> None:
    repository.write("list.txt", "\n".join(f"item {n}" for n in range(30)) + "\n")
    repository.commit()
    (repository.folder / "list.txt").chmod(0o755)
    repository.git("mv", "--", "list.txt", "-new.txt")
    repository.write("-new.txt", repository.read("-new.txt").replace("item 7\n", "item seven\n"))
    repository.git("add", "-A")
    plain = [line for line in repository.git("diff", "--cached", "-M").splitlines() if not line.startswith("index ")]
    repository.travaux("install")
    assert repository.git("diff", "--cached", "-M", "--", ":!.gitattributes").splitlines() == plain


def test_a_volume_is_compared_as_a_whole(repository: Repository) -> None:
    volume = (EXAMPLES / "mountain-shelters-council-volume.txt").read_text("utf-8")
    repository.travaux("install")
    repository.write("volume.txt", volume)
    repository.commit()
    repository.write("volume.txt", volume.replace("oncerned that many", "onvinced that many"))
    assert "2044/12 PP4" in repository.git("diff")


def test_lines_of_others_stay_and_win(repository: Repository) -> None:
    repository.write(".gitattributes", "# ours\n*.md text\nletters/*.txt -diff")
    repository.travaux("install")
    assert (
        repository.read(".gitattributes")
        == "*.txt diff=travaux\n*.docx diff=travaux\n# ours\n*.md text\nletters/*.txt -diff\n"
    )
    assert repository.git("check-attr", "diff", "letters/a.txt", "a.txt").splitlines() == [
        "letters/a.txt: diff: unset",
        "a.txt: diff: travaux",
    ]
    repository.travaux("install")
    assert repository.read(".gitattributes").count("travaux") == 2
    repository.travaux("install", "--uninstall")
    assert repository.read(".gitattributes") == "# ours\n*.md text\nletters/*.txt -diff\n"


@pytest.mark.parametrize("line", ["*.txt diff=other", "*.txt -diff", "*.txt text !diff", "*.txt binary"])
def test_a_line_of_others_about_the_same_files_is_never_overruled(repository: Repository, line: str) -> None:
    repository.write(".gitattributes", f"*.md text\n{line}\n")
    said = repository.travaux("install", code=2)
    assert f"line 2 of {repository.folder.resolve()}/.gitattributes says already how *.txt is compared: {line};" in said
    assert repository.read(".gitattributes") == f"*.md text\n{line}\n"
    assert "travaux" not in repository.read(".git/config")


def test_a_setting_of_others_is_never_overruled(repository: Repository) -> None:
    repository.git("config", "diff.travaux.command", "other")
    assert "diff.travaux.command is 'other' already" in repository.travaux("install", code=2)
    assert not (repository.folder / ".gitattributes").exists()


def test_uninstalling_leaves_nothing(repository: Repository) -> None:
    before = repository.read(".git/config")
    repository.travaux("install", "*.txt", "drafts/**")
    assert repository.read(".gitattributes") == "*.txt diff=travaux\ndrafts/** diff=travaux\n"
    repository.travaux("install", "--uninstall")
    assert not (repository.folder / ".gitattributes").exists()
    assert repository.read(".git/config") == before
    repository.travaux("install", "--uninstall")


def test_only_with_global_is_the_users_configuration_written(repository: Repository) -> None:
    home = repository.folder.parent
    repository.travaux("install")
    assert not (home / ".gitconfig").exists()
    repository.travaux("install", "--uninstall")
    repository.travaux("install", "--global")
    assert "travaux" in (home / ".gitconfig").read_text("utf-8")
    assert (home / ".config" / "git" / "attributes").read_text("utf-8") == "*.txt diff=travaux\n*.docx diff=travaux\n"
    repository.write("draft.txt", NEW.read_bytes())
    assert "split in two" in repository.git("diff")
    repository.travaux("install", "--global", "--uninstall")
    assert "split in two" not in repository.git("diff")


def test_a_bare_repository_is_written_to_info(repository: Repository) -> None:
    bare = Repository(repository.folder.parent / "bare.git", repository.environment)
    repository.git("clone", "-q", "--bare", ".", str(bare.folder))
    bare.travaux("install")
    assert bare.read("info/attributes") == "*.txt diff=travaux\n*.docx diff=travaux\n"


def test_a_symbolic_link_is_not_followed(repository: Repository) -> None:
    outside = repository.folder.parent / "outside"
    outside.write_text("", encoding="utf-8")
    (repository.folder / ".gitattributes").symlink_to(outside)
    assert "is a symbolic link" in repository.travaux("install", code=2)
    assert outside.read_text("utf-8") == ""
    assert "travaux" not in repository.read(".git/config")


@pytest.mark.parametrize("pattern", ["", "a b", "#x", "!x", "x\ny", "[attr]x"])
def test_a_pattern_that_cannot_be_one(repository: Repository, pattern: str) -> None:
    assert "is not a pattern for files" in repository.travaux("install", pattern, code=2)


def test_outside_of_a_repository(repository: Repository) -> None:
    outside = Repository(repository.folder.parent, repository.environment | {"GIT_CEILING_DIRECTORIES": "/"})
    assert "there is no git repository here" in outside.travaux("install", code=2)


def test_an_unmerged_path_and_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git", "diff", "--", "draft.txt"]) == 0
    assert capsys.readouterr().out == "draft.txt: not merged yet\n"
    assert main(["git", "diff", "--", "a", "b"]) == 2
    assert "git gives a diff driver 7 words, not 2" in capsys.readouterr().err
