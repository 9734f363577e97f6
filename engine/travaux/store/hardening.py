"""What git is told before it looks at a repository, so that nothing which the repository says is run.

A child of git gets no variable that is not named here: not GIT_DIR or GIT_CONFIG_PARAMETERS of a caller, no tracing, no
editor. The settings go on its command line, where they outrank the configuration of the repository.
"""

import os
from collections.abc import Iterator, Mapping

SYSTEM = ("PATH", "TMPDIR", "SYSTEMROOT", "COMSPEC", "PATHEXT", "TEMP", "TMP")
"""Taken from the caller for every child: where programs and room for temporary files are."""

USER = (
    "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GNUPGHOME", "SSH_AUTH_SOCK", "USERPROFILE", "APPDATA",
)  # fmt: skip
"""Taken for those few children that ask who the user is, or sign, or judge a signature."""

NOTHING = os.devnull

VARIABLES = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": NOTHING,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # a replaced object is another text under the same id
    "GIT_GRAFT_FILE": NOTHING,  # and a graft other parents
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # outranks protocol.ext.allow of the repository
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_EDITOR": "false",
    "GIT_PAGER": "cat",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}

SETTINGS = (
    # What runs a program.
    ("core.hooksPath", NOTHING),
    ("core.fsmonitor", "false"),
    ("core.sshCommand", "false"),
    ("core.gitProxy", ""),
    ("core.askPass", ""),
    ("core.editor", "false"),
    ("core.pager", "cat"),
    ("core.alternateRefsCommand", ""),
    ("credential.helper", ""),
    ("diff.external", ""),
    ("uploadpack.packObjectsHook", ""),
    ("gpg.program", "gpg"),
    ("gpg.openpgp.program", "gpg"),
    ("gpg.x509.program", "gpgsm"),
    ("gpg.ssh.program", "ssh-keygen"),
    ("gpg.ssh.defaultKeyCommand", ""),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    # What reaches out.
    ("protocol.allow", "never"),
    ("submodule.recurse", "false"),
    # What makes a commit look other than it is. A commit graph is a copy of the parents that nobody has hashed.
    ("core.attributesFile", NOTHING),
    ("core.useReplaceRefs", "false"),
    ("core.commitGraph", "false"),
    ("advice.graftFileDeprecated", "false"),
    ("gpg.ssh.allowedSignersFile", NOTHING),
    ("gpg.minTrustLevel", "undefined"),
    ("log.showSignature", "false"),
    ("log.mailmap", "false"),
    ("i18n.commitEncoding", "UTF-8"),
    ("i18n.logOutputEncoding", "UTF-8"),
    ("commit.gpgSign", "false"),
    # What writes more than is asked: an old reflog is appended to, wherever it points.
    ("core.logAllRefUpdates", "false"),
    ("core.autocrlf", "false"),
    # What is acknowledged is on the disk (git 2.36; older ones pass over it).
    ("core.fsync", "committed,reference"),
    ("core.filesRefLockTimeout", "200"),
    ("core.packedRefsTimeout", "1000"),
)


def variables(environment: Mapping[str, str], *, user: bool) -> dict[str, str]:
    """The whole environment of a child; with `user` it can find the user's own keys and configuration."""
    taken = {name: environment[name] for name in SYSTEM if name in environment}
    taken.setdefault("PATH", os.defpath)
    if user:
        taken |= {name: environment[name] for name in USER if name in environment}
    return taken | VARIABLES


def user_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """The same for the one child that reads the user's configuration."""
    taken = variables(environment, user=True)
    del taken["GIT_CONFIG_GLOBAL"]
    if "GIT_CONFIG_GLOBAL" in environment:
        taken["GIT_CONFIG_GLOBAL"] = environment["GIT_CONFIG_GLOBAL"]
    return taken


def options(settings: Mapping[str, str]) -> Iterator[str]:
    """The settings as options for git's command line, the caller's after ours: the last one counts."""
    yield "--no-pager"
    for name, value in (*SETTINGS, *settings.items()):
        yield "-c"
        yield f"{name}={value}"
