"""Senses: what the coming, going and exchange of words means, in sentences that a delegate accepts.

Every sentence tells a rule of drafting, none a verdict on politics. `FAMILIES` and `SENSES` name all that a table of
words may use.
"""

from typing import Final

FAMILIES: Final = {
    "directive": "a request",
    "dispositive": "a decision",
    "approving": "approval",
    "disapproving": "disapproval",
    "cognitive": "a statement",
    "action": "an action",
}
"""What the verbs of a family express."""

NEUTRAL: Final = 1
"""Cognitive verbs of this band are neutral: "notes" and "takes note of" express neither approval nor disapproval
(decision 55/488 of the Assembly)."""

MODALS: Final = {
    "obligation": "an obligation",
    "need": "a need",
    "recommendation": "a recommendation",
    "future": "a statement of what will be",
    "possibility": "a possibility",
    "permission": "a permission",
    "supposition": "a supposition",
}
"""What a modal verb makes of a sentence."""

SENSES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "qualifier": {
        "choice": ("weakens the {}: it leaves room to decide", "makes the {} firmer: it leaves less room to decide"),
        "extent": ("weakens the {}: only as far as possible", "makes the {} firmer: no longer only as far as possible"),
        "condition": ("puts a condition on the {}", "takes a condition off the {}"),
        "means": ("says from which means", "no longer says from which means"),
        "remit": ("limits the {} to a mandate", "no longer limits the {} to a mandate"),
        "law": ("makes the {} follow a law or policy", "no longer makes the {} follow a law or policy"),
        "voluntary": ("says how binding it is", "no longer says how binding it is"),
        "effort": ("asks for an effort rather than a result", "no longer asks for an effort only"),
        "graded": ("spreads it over time", "no longer spreads it over time"),
        "purpose": ("states a purpose", "no longer states a purpose"),
        "regard": ("adds something to be regarded", "drops something to be regarded"),
        "partners": ("brings others in", "no longer brings others in"),
        "exception": ("makes an exception", "drops an exception"),
        "firm": ("makes the {} firmer", "makes the {} less firm"),
    },
    "intensity": {
        "force": ("another degree", "another degree"),
        "tone": ("another tone", "another tone"),
    },
    "negation": {"negation": ("turns the meaning round", "turns the meaning round")},
    "scope": {
        "width": ("says how many are meant", "no longer says how many are meant"),
        "narrowing": ("says which are meant", "no longer says which are meant"),
        "group": ("others are named", "fewer are named"),
        "example": ("singles something out", "no longer singles something out"),
        "limit": ("limits it to this", "no longer limits it to this"),
        "joint": ("joins otherwise", "joins otherwise"),
        "member": ("the list is longer", "the list is shorter"),
    },
    "actor": {
        "office": ("another who acts or is addressed", "one fewer who acts or is addressed"),
        "organ": ("another who acts or is addressed", "one fewer who acts or is addressed"),
        "agency": ("another who acts or is addressed", "one fewer who acts or is addressed"),
        "name": ("another who acts or is addressed", "one fewer who acts or is addressed"),
    },
    "entity": {"name": ("it is named now", "it is no longer named")},
    "time": {
        "frequency": ("says how often", "no longer says how often"),
        "deadline": ("sets a date", "no longer sets a date"),
        "urgency": ("says how soon", "no longer says how soon"),
        "session": ("names a session", "no longer names the session"),
        "span": ("says for how long", "no longer says for how long"),
        "date": ("a date is given", "the date is no longer given"),
        "period": ("a length of time is given", "the length of time is no longer given"),
        "year": ("a year is given", "the year is no longer given"),
    },
    "quantity": {
        "bound": ("sets a bound", "no longer sets a bound"),
        "share": ("a quantity is given", "the quantity is no longer given"),
        "number": ("a number is given", "the number is no longer given"),
        "ordinal": ("an ordinal number is given", "the ordinal number is no longer given"),
    },
    "citation": {
        "document": ("a document is cited", "a document is no longer cited"),
        "provision": ("a provision is cited", "a provision is no longer cited"),
    },
}
"""Of each kind and sense: what its coming does, and what its going does; `{}` stands for what the paragraph is."""

EXCHANGED: Final = {
    "qualifier": "another qualifier",
    "intensity": "another degree or tone",
    "negation": "another negation",
    "scope": "another scope",
    "actor": "somebody else acts or is addressed",
    "entity": "another name",
    "time": "another time",
    "quantity": "another number",
    "citation": "another source",
}
"""What the exchange of one term for another of its kind does, where nothing closer is known."""

EXCHANGED_SENSES: Final = {
    ("time", "session"): "another session",
    ("time", "date"): "another date",
    ("time", "year"): "another year",
    ("time", "period"): "another length of time",
    ("time", "frequency"): "how often has changed",
    ("time", "urgency"): "how soon has changed",
    ("quantity", "ordinal"): "another ordinal number",
    ("quantity", "bound"): "another bound",
    ("scope", "joint"): "joined otherwise",
    ("scope", "group"): "others are meant",
    ("intensity", "force"): "another degree",
    ("intensity", "tone"): "another tone",
    ("citation", "provision"): "another provision is cited",
    ("citation", "document"): "another document is cited",
}
"""The same, where both terms have one sense."""
