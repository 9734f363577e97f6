"""English: words of degree and tone, modal verbs and negations."""

from typing import Final

from travaux.languages.tables import phrases

_BE = "(is|are|was|were|be|has been|have been)"

TONE: Final = (
    *phrases(
        "intensity",
        {
            "force": """
                strongly; deeply; gravely; firmly; fully; urgently; seriously; profoundly; extremely; highly; warmly
                vigorously
                categorically; unequivocally; resolutely; utterly; solemnly; sincerely; forcefully
                in the strongest (possible|) terms
                deep; grave; profound; sincere; utmost; heartfelt; deepest; gravest; utmost; severe; severely; serious
                urgent
                significantly; substantially; considerably; effectively; actively; adequately; sufficiently
                increasingly
                significant; substantial; considerable; adequate; sufficient; effective; meaningful; meaningfully
                critical
                critically; vital; essential; crucial; important; paramount; indispensable; clearly; explicitly
                strictly; strict
                rigorously; rigorous; robust; strong; stronger; particularly important; great; greatly; particular
                extreme
                genuine; truly; full; most; very; more; less; greater; comprehensive; ambitious; concrete
                special; specifically; duly; properly; widely; broadly; significantly; utmost; high; highest
            """,
            "tone": """
                with (deep|great|grave|serious|profound|much|sincere|) \
(appreciation|satisfaction|gratitude|interest|concern|regret|alarm|dismay|disappointment)
                (its|) (deep|great|grave|serious|profound|sincere|) \
(appreciation|satisfaction|gratitude|concern|regret|alarm|dismay|outrage|condolences|solidarity)
            """,
        },
    ),
    *phrases(
        "modal",
        {
            "obligation": f"""
                shall; must; (has|have|had) to; {_BE} to; {_BE} (required|obliged|obligated|bound) to
            """,
            "need": """
                (need|needs|needed) to
            """,
            "recommendation": f"""
                should; ought to; {_BE} (encouraged|invited|urged|expected|requested|called upon) to
            """,
            "future": """
                will
            """,
            "possibility": """
                can; could
            """,
            "permission": f"""
                may; {_BE} (permitted|allowed|authorized|free) to
            """,
            "supposition": """
                would; might
            """,
        },
    ),
    *phrases(
        "negation",
        {
            "negation": """
                not; no; neither; nor; never; none; nothing; nobody; no one; without; nowhere; hardly; scarcely
                no longer
                lack of; absence of; (refrain|refrains|refraining|refrained) from; (fail|fails|failing|failed) to
                (prevent|preventing) from; in the absence of
            """,
        },
    ),
    *phrases(
        "",
        {
            "": """
                not only; not least; whether or not; not limited to; but not limited to; not to mention; no doubt
                (political|free|good|popular|sovereign|common|collective|national|genuine|expressed|own) will
                (the|their|its|his|her|a|of) will; at will; will of; deep sea; deep seabed; deep ocean
                United States; United Nations; high seas; high-level; special session; great powers; high contracting
                high level; serious crimes; most recent; early warning; early childhood; early marriage; early recovery
                early detection; early and forced; early action
                full moon; full-scale; great lakes; strong room; high court; most favoured
            """,
        },
    ),
)
