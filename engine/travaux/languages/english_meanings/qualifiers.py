"""English: phrases that weaken, condition, limit or firm up what a paragraph says."""

from typing import Final

from travaux.languages.tables import phrases

_BY = "(in accordance with|consistent with|in line with|in conformity with|subject to|pursuant to|in compliance with)"

QUALIFIERS: Final = phrases(
    "qualifier",
    {
        "choice": """
            (as|where|when|if|whenever|wherever|where and when|as and where|as and when) (appropriate|necessary|needed)
            (as|where|when|if|where and when|as and when) (required|applicable|relevant)
            (as|where|when) (may be|is|deemed|considered|may be deemed) (appropriate|necessary|required|relevant)
            where (they|it) (exist|exists)
            as (it|they|he|she) (deem|deems|consider|considers|may deem|may consider|see|sees)
            as the case may be; at (their|its|his|her) (own|) discretion; as desired
            (if|should|where) they so (wish|desire|decide|choose|request); if (so|) desired; as suitable; where useful
            (where|when|if|whenever|wherever|where and when) (possible|feasible|practicable); as feasible
            as practicable
        """,
        "extent": """
            to the (greatest|maximum|fullest|maximum possible|fullest possible|greatest possible|) extent
            to the (greatest|maximum|fullest|) extent (possible|feasible|practicable|necessary|appropriate|permitted)
            (as far as|in so far as|insofar as|as much as|so far as) (possible|feasible|practicable|they are able)
            (in so far as|insofar as|inasmuch as); within (their|its) (means|capacities|capabilities|capacity)
            to the best of (their|its) (ability|abilities|knowledge); (their|its|) best (efforts|endeavours)
            to the degree possible; as (fully|widely|broadly) as possible
        """,
        "condition": """
            (upon|on) (the|their|its|) request; upon their request; upon its request
            if (so|) requested; when (so|) requested; where (so|) requested
            at (the|their|its) request; at the request of; upon the request of; upon request by; upon request from
            subject to the availability of (extrabudgetary|voluntary|sufficient|adequate|) (resources|funds|funding)
            subject to the availability of (voluntary contributions|extrabudgetary funding|extrabudgetary funds)
            (subject to|depending on) available (resources|funds|funding)
            subject to; subject to the availability of; on condition that; on the condition that; provided that
            (with|without) (their|its|the|) (prior|free|free, prior and informed|) consent; with the (prior|) consent of
            depending (on|upon); contingent (on|upon); conditional (on|upon)
            unless otherwise (decided|agreed|specified)
            (that are|which are|) in a position to do so; if (they|it) (are|is) in a position to do so
            as resources permit
            when conditions (permit|allow); as conditions permit; as circumstances (permit|allow); if agreed
        """,
        "means": """
            (within|from|from within|through|using|utilizing) (its|their|) (existing|available|approved) \
                (resources|means)
            within the (limits|limit|level) of (existing|available|approved) resources; within the approved budget
            (from|through|using|with|) (voluntary contributions|extrabudgetary resources|extrabudgetary funds)
            (from|under|within) the regular budget
            (extrabudgetary|regular budget|existing|additional|new and additional) resources
            (at|with|without|involving) (no|any|) additional (cost|costs)
            no additional (cost|costs|financial implications)
            without (additional|any) (cost|costs|financial implications)
            in a (cost-neutral|cost-effective|budget-neutral) manner
            extrabudgetary; cost-neutral; budget-neutral
        """,
        "remit": """
            (within|in accordance with|consistent with|in line with|under) (its|their) (respective|existing|own|) \
                (mandate|mandates)
            within (its|their|the) (respective|) \
                (competence|competences|remit|jurisdiction|area of competence|areas of competence)
            within the (purview|scope|remit|limits|competence) of; within existing mandates
            consistent with existing mandates
        """,
        "law": f"""
            {_BY} (their|its|) (respective|) (national|domestic) (law|laws|legislation|laws and regulations)
            {_BY} (their|) (respective|) national (circumstances|priorities|policies|capacities)
            taking into (account|consideration) (their|different|) (respective|) national \
                (circumstances|priorities|realities)
            {_BY} (applicable|relevant|their obligations under|) (international|international humanitarian) law
            {_BY} (applicable|relevant|) international human rights law
            (international|domestic|national) (law|legislation)
            {_BY} (applicable|relevant|their|its|) international (obligations|commitments|standards|agreements)
            {_BY} (their|its|) (respective|) (obligations|commitments) under
            as provided for in national (law|legislation)
            in the light of national circumstances; in accordance with (the constitution|constitutional requirements)
            national (laws|laws and regulations|circumstances|priorities); domestic laws; at the national level
        """,
        "voluntary": """
            voluntary; voluntarily; on a voluntary basis; of a voluntary nature; non-binding; legally binding
            on mutually agreed terms; mutually agreed terms; mutually agreed
            on (an ad hoc|a case-by-case|an exceptional) basis
            on a non-reimbursable basis; on a reimbursable basis; ad hoc; optional; mandatory; compulsory
        """,
        "effort": """
            consider …ing; considering …ing; (explore|exploring|explores)
            (explore|exploring) \
                (ways|means|ways and means|options|possibilities|the possibility|the feasibility|avenues)
            (endeavour|endeavours|endeavouring) to; (seek|seeks|seeking) to; (strive|strives|striving) to
            (strive|strives|striving) for; (aim|aims|aiming) to; (attempt|attempts|attempting) to; (try|trying) to
            (work|works|working) (towards|toward); (make|making) (every|all|) (effort|efforts) to
            make every possible effort
            (give|giving) (due|serious|favourable|positive|appropriate|further|full|) consideration to
            (take|taking) steps (to|towards); (take|taking) (appropriate|reasonable|possible) (steps|measures) to
            (use|using) (its|their) (best|) endeavours; promote efforts; with due (diligence|regard|consideration)
        """,
        "graded": """
            progressively; progressive; gradually; gradual; incrementally; incremental; step by step; in a phased manner
            phased; over time; in a step-by-step manner; in stages
        """,
        "purpose": """
            with a view to; with the aim of; aimed at; with the (objective|purpose|goal) of; intended to
        """,
        "regard": """
            taking into (account|consideration); bearing in mind; having regard to; with (due|full|) regard (for|to)
            without prejudice (to|); notwithstanding; in (the|) light of; in view of; while respecting
            with (full|due|) respect for; in full respect of; with full respect for; consistent with; in accordance with
            in conformity with; in compliance with; in line with; pursuant to; on the basis of; based on
            in keeping with
            without affecting; without distinction; without discrimination; on an equal (basis|footing); regardless of
            irrespective of; in full compliance with; in full accordance with; in a manner consistent with
            under the (auspices|leadership|guidance|authority|supervision) of; following
        """,
        "partners": """
            in (close|full|) \
                (consultation|cooperation|coordination|collaboration|partnership|agreement|conjunction) with
            with the (support|participation|involvement|assistance|cooperation) of; in close (consultation|coordination)
            together with; jointly with; in concert with
        """,
        "exception": """
            (except|except for|with the exception of|other than|unless|save for|excluding|apart from|barring)
        """,
        "firm": """
            as a matter of (priority|urgency|high priority|the highest priority|utmost urgency|principle)
            as a (high|) priority
            without exception; under all circumstances; in all circumstances; in full; fully and effectively
            at all times
            without (any|) (preconditions|conditions|reservation); unconditionally; unconditional; in good faith
            in any case; under any circumstances; to the fullest
        """,
    },
)
