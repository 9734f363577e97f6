"""English: words that say how wide a paragraph reaches: how many, which ones, for example which."""

from typing import Final

from travaux.languages.tables import phrases

SCOPE: Final = phrases(
    "scope",
    {
        "width": """
            all; every; each; any; some; certain; several; many; most of; few; a few; various; other; both; numerous
            a number of; the majority of; a majority of; the whole; the entire; entire; whole; wide range of
            broad range of
            everyone; anyone; universal; universally; global; globally; worldwide; all other; the full range of
            half of the; one of the; selected; additional; multiple; different; diverse; those
        """,
        "narrowing": """
            relevant; interested; concerned; competent; affected; respective; applicable; participating; contributing
            eligible
            requesting; willing; specific; particular; main; major; key; principal; core; regional; national
            international; local
            domestic; bilateral; multilateral; subregional; interregional; public; private; other relevant
            all relevant; own
            armed; civilian; foreign; existing; current; new; future; past; recent; emerging; potential; possible
            independent
            direct; indirect; legitimate; illegal; unlawful; lawful; legal; peaceful; non-peaceful; credible; alleged
            sustainable; inclusive; equitable; vulnerable; developing; developed
        """,
        "group": """
            Member States; States Members; States; State; States (parties|Parties); State (party|Party); Member State
            non-Member States; non-States parties; States Members of the United Nations; observer States
            non-member States
            parties; party; Governments; Government; countries; developing countries; developed countries
            least developed countries; small island developing States; landlocked developing countries
            middle-income countries; low-income countries; countries with economies in transition; African countries
            donors; donor countries; donor community; stakeholders; civil society; civil society organizations
            non-governmental organizations; private sector; international community
            international organizations; regional organizations; intergovernmental organizations
            regional economic integration organizations; local authorities; academia; national human rights institutions
            troop-contributing countries; troop- and police-contributing countries; police-contributing countries
            host countries
            host country; transit countries; receiving States; nuclear-weapon States; non-nuclear-weapon States
            flag States
            coastal States; port States; neighbouring States; neighbouring countries; partners; development partners
            indigenous peoples; local communities; persons with disabilities; older persons; migrants; refugees; youth
            women; girls; men; boys; children
            young people; persons; individuals; peoples; communities; entities; delegations; Members
            observers; participants; international financial institutions; regional development banks
        """,
        "example": """
            including; in particular; especially; particularly; such as; inter alia; among others; among other things
            notably
            for example; for instance; e.g.; including but not limited to; including, but not limited to
            not limited to
            including through; including by; among them; primarily; mainly; chiefly; principally; predominantly
        """,
        "limit": """
            only; solely; exclusively; alone; merely; exclusive; sole; strictly limited to; limited to; at least in part
        """,
        "joint": """
            and; or; and/or; nor; as well as; but; either or
        """,
    },
)
