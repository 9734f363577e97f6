"""The words from which drafts are generated: the manner of the United Nations, matters of our own."""

# ruff: noqa: SIM905 - lists of phrases are read and mended more easily as running text

NOTINGS = tuple(
    "Recalling|Reaffirming|Noting|Noting with appreciation|Noting with concern|Taking note of|Welcoming|Recognizing|"
    "Acknowledging|Bearing in mind|Convinced of|Deeply concerned by|Emphasizing|Stressing|Mindful of|Considering|"
    "Underlining|Conscious of|Alarmed by|Commending|Having considered|Affirming".split("|")
)
ACTS = tuple(
    "Reaffirms|Takes note of|Welcomes|Also welcomes|Recognizes|Stresses|Emphasizes|Calls for|Urges|Encourages|"
    "Further encourages|Invites|Requests|Also requests|Decides upon|Expresses its concern at|Deplores|Commends|"
    "Underlines|Reiterates|Demands|Acknowledges|Appeals for|Endorses|Affirms|Supports|Looks forward to".split("|")
)
ACTORS = tuple(
    "Member States|all States|the Secretary-General|the Council of Tide-Keepers|the Almanac Commission|"
    "the Office for Night-Sky Reserves|the Seed Libraries Programme|the Authority for Drifting Ice|"
    "the regional commissions|the specialized agencies|riparian States|landlocked developing countries|"
    "small island developing States|local authorities|the private sector|academic institutions|"
    "the Working Group on Foghorns|the Committee on Beekeeping Routes|the Special Envoy for Footbridges|"
    "the network of lighthouse museums|harbour masters|the Institute for Bird Crossings|pilots and ferrymen|"
    "the Fund for Village Clocks|the Panel on Echo Sounding|non-governmental organizations|"
    "the Secretariat of the Peatland Compact|national meteorological services|the World Kite Federation|"
    "the Board of the Mountain Shelters Register|indigenous navigators|youth delegates".split("|")
)
VERBS = tuple(
    "strengthen|promote|accelerate|support|facilitate|protect|review|mobilize|coordinate|monitor|assess|expand|"
    "improve|develop|establish|maintain|integrate|prevent|reduce|address|provide|increase|advance|foster|safeguard|"
    "harmonize|streamline|finance|restore|preserve|widen|deepen|evaluate|document|disseminate|survey|chart|inspect|"
    "repair|certify|translate|archive|exchange|calibrate|register".split("|")
)
QUALITIES = tuple(
    "sustainable|inclusive|equitable|comprehensive|transparent|timely|predictable|multilateral|technical|voluntary|"
    "regional|national|seasonal|tidal|nocturnal|coastal|alpine|long-term|resilient|participatory|evidence-based|"
    "concessional|additional|integrated|innovative|digital|legal|rural|urban|marine|agricultural|educational|"
    "scientific|polar|riverine|migratory|communal|portable|historic|affordable|open|certified|independent|joint|"
    "interim|periodic|standardized|bilingual|underground|volcanic|floating|temporary".split("|")
)
THINGS = tuple(
    "tidal observatories|shared almanacs|seed libraries|night-sky reserves|foghorn stations|beekeeping routes|"
    "village clocks|rope bridges|ferry landings|lighthouse museums|ice charts|peat archives|bird crossings|"
    "harbour signals|echo soundings|footpath registers|salt roads|weather balloons|reed beds|drift buoys|"
    "kite festivals|well inspections|snow fences|avalanche bulletins|cave surveys|dialect atlases|map libraries|"
    "spring guardians|glacier markers|sundial networks|herb gardens|orchard exchanges|cistern repairs|"
    "lantern standards|mooring rights|portage trails|dune plantings|river gauges|whale soundings|moth counts|"
    "pasture calendars|granary audits|mill races|quarry records|bell foundries|paper conservation|ink recipes|"
    "signal flags|sail lofts|rowing schools|tide tables|storm shelters|swimming lessons|oyster banks|eel ladders|"
    "canal lighting|towpath safety|dry-stone walls|hedge planting|compost schemes|rainwater cisterns|sheep dips|"
    "wool grading|loom repair|basket weaving|pottery kilns|glass recycling|clock towers|star catalogues|"
    "eclipse expeditions|meteor networks|dark corridors|quiet zones|sound archives|choir exchanges|puppet theatres|"
    "travelling circuses|chess congresses|postal museums|stamp designs|telegraph cables|semaphore towers|"
    "pigeon lofts|balloon landings|cable ferries|funicular railways|sledge routes|ski patrols|hut wardens|"
    "rescue dogs|field kitchens|water mills|wind pumps|tidal fences|kelp farms|mangrove nurseries|turtle beaches|"
    "coral gardens|pearl fisheries|sponge divers|sea walls|breakwater repairs|harbour dredging|wreck registers|"
    "anchor buoys".split("|")
)
TEXTS = tuple(
    "the Charter of the United Nations|the Almanac Convention|the Reykholt Declaration on Tides|"
    "the Compact on Peatlands|the Thimphu Programme of Action|the 2045 Agenda for Quiet Zones|"
    "the Strategy for Night-Sky Reserves 2040-2055|the Convention on Drifting Ice|the Lamu Principles|"
    "the Guidelines for Keepers of Shelters|the Protocol on Foghorns|the Statute of the Tide-Keepers".split("|")
)
LINKS = tuple(
    "including through|in accordance with|in line with|with a view to|as well as|taking into account|in particular|"
    "in close cooperation with|without prejudice to|pursuant to|on the basis of|in consultation with".split("|")
)
FORMULAS = (
    (
        "Recalling its resolution {number} of {date}, and all its previous resolutions on {thing},",
        "Recalling also its resolution {number} of {date},",
        "Taking note of the report of the Secretary-General on {thing},",
        "Reaffirming the purposes and principles of the Charter as they bear on {thing},",
        "Guided by the conclusions adopted on {date} on {thing},",
    ),
    (
        "Requests the Secretary-General to submit a report on {thing} no later than {date};",
        "Takes note of the report of the Secretary-General on {thing};",
        'Decides to include in the provisional agenda of its next session the item entitled "{thing}";',
        "Invites all Member States to implement resolution {number} of {date} without delay;",
        "Decides to remain seized of the question of {thing};",
    ),
)
"""Sentences that return: of the preamble, of the operative part."""

FIRST = tuple(
    "Ka Te Mo Ri Su Va Le No Du Ba Fi Gor Hal Jor Ken Lun Mar Nor Or Pel Quin Ros Sil Tor Ul Ver Wen Yar".split()
)
MIDDLE = tuple("ra li no me sta vi ku do ne ri sha lo be ti van dor mel gan".split())
LAST = tuple("ne ra vik mund lo dal tha ris ko stad via go mar len to sk burg wa nia hold".split())
"""Syllables of the names of places that are on no map: first, middle, last."""
