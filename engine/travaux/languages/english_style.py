"""English: what an editor changes without changing what is said.

Spellings follow the United Nations Editorial Manual (British, with `-ize`), wordings what the Official Records editors
make alike. Nothing stands here that could change who does what, how much, or by when.
"""

from typing import Final

from travaux.contracts import StyleWords

_SPELLINGS = """
    percent:per_cent program:programme programs:programmes center:centre centers:centres labor:labour color:colour
    honor:honour honors:honours honoring:honouring favor:favour favors:favours favorable:favourable behavior:behaviour
    neighbor:neighbour neighbors:neighbours neighboring:neighbouring harbor:harbour defense:defence offense:offence
    offenses:offences license:licence licenses:licences fulfill:fulfil fulfillment:fulfilment enrollment:enrolment
    skillful:skilful counseling:counselling traveled:travelled traveling:travelling modeling:modelling
    labeling:labelling channeled:channelled signaling:signalling catalog:catalogue dialog:dialogue theater:theatre
    meter:metre meters:metres kilometer:kilometre kilometers:kilometres traveler:traveller travelers:travellers
    judgement:judgment acknowledgement:acknowledgment ageing:aging artefact:artifact grey:gray
    connexion:connection connexions:connections enquiry:inquiry enquiries:inquiries learnt:learned whilst:while
    amongst:among towards:toward afterwards:afterward orientated:oriented preventative:preventive sizeable:sizable
    sulphur:sulfur aluminum:aluminium focussed:focused focussing:focusing benefitted:benefited
    benefitting:benefiting targetted:targeted worldwide:world_wide nationwide:nation_wide website:web_site
    socioeconomic:socio_economic longterm:long_term
"""
_WORDINGS = """
    relating to = related to
    in regard to = with regard to
    with respect to = with regard to
    as regards = with regard to
    in respect of = with regard to
    in the framework of = within the framework of
    in the context of = within the context of
    in order to = to
    so as to = to
    in this respect = in this regard
    in that regard = in this regard
    in this connection = in this regard
    at the request of = upon the request of
    on request = upon request
    at its request = upon its request
    at their request = upon their request
    calls on = calls upon
    calling on = calling upon
    call on = call upon
    called on = called upon
    focuses on = focuses upon
    based upon = based on
    draws on = draws upon
    drawing upon = drawing on
    building upon = building on
    per cent = %
    the present resolution = this resolution
"""

STYLE: Final = StyleWords(
    spellings=tuple((old, new.replace("_", " ")) for old, _, new in (w.partition(":") for w in _SPELLINGS.split())),
    wordings=tuple(
        (old, new) for old, _, new in (line.strip().partition(" = ") for line in _WORDINGS.strip().splitlines())
    ),
    suffixes=(
        ("ise", "ize"),
        ("ises", "izes"),
        ("ised", "ized"),
        ("ising", "izing"),
        ("isation", "ization"),
        ("isations", "izations"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("yse", "yze"),
    ),
    governed=frozenset({"in", "of", "to", "for", "on", "by", "with", "from", "at"}),
    of=("of", "training"),
)
