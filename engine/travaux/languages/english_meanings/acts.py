"""English: verbs of acts and verbs of action, in bands of conventional strength.

After the inventories of preambular and operative verbs; there is no official ranking (Legal Response Initiative), and
"takes note of" and "notes" are neutral by decision 55/488 of the Assembly.
"""

from typing import Final

from travaux.languages.tables import acts

_DIRECTIVE = {
    5: """
        (demands|demanding|demanded|demand)
    """,
    4: """
        (urges|urging|urged|urge)
        (directs|directing|directed|direct)
        (instructs|instructing|instructed|instruct)
        (insists|insisting|insisted|insist)
        (exhorts|exhorting|exhorted|exhort)
    """,
    3: """
        (calls|calling|called|call) upon
        (calls|calling|called|call) on
        (calls|calling|called|call) for
        (requests|requesting|requested|request)
        (asks|asking|asked|ask)
    """,
    2: """
        (recommends|recommending|recommended|recommend)
        (appeals|appealing|appealed|appeal) to
        (reminds|reminding|reminded|remind)
        (advises|advising|advised|advise)
    """,
    1: """
        (encourages|encouraging|encourage|encouraged)
        (invites|inviting|invited|invite)
        (suggests|suggesting|suggested|suggest)
        (proposes|proposing|proposed|propose)
    """,
}
_DISPOSITIVE = {
    5: """
        (decides|deciding|decided|decide)
        (establishes|establishing|established|establish)
        (adopts|adopting|adopted|adopt)
        (approves|approving|approved|approve)
        (authorizes|authorizing|authorized|authorize|authorises|authorising|authorised|authorise)
        (renews|renewing|renewed|renew)
        (extends|extending|extended|extend)
        (appropriates|appropriating|appropriated|appropriate the)
        (determines|determining|determine)
        (terminates|terminating|terminated|terminate)
        (appoints|appointing|appointed|appoint)
        (elects|electing|elected|elect)
        (imposes|imposing|imposed|impose)
    """,
    4: """
        (endorses|endorsing|endorsed|endorse)
        (proclaims|proclaiming|proclaimed|proclaim)
        (declares|declaring|declared|declare)
        (resolves|resolving|resolved|resolve)
        (agrees|agreeing|agreed|agree)
    """,
    3: """
        (accepts|accepting|accepted|accept)
        (undertakes|undertaking|undertook|undertake)
        (pledges|pledging|pledged|pledge)
        (commits|committing|committed|commit) itself
        (commits|committing) to
    """,
    2: """
        (concludes|concluding|concluded|conclude)
        (confirms|confirming|confirmed|confirm)
    """,
    1: """
        (looks|looking|looked|look) forward
        (intends|intending|intended|intend)
        (remains|remaining|remain) seized
    """,
}
_APPROVING = {
    4: """
        (commends|commending|commended|commend)
        (applauds|applauding|applauded|applaud)
        (pays|paying|paid|pay) tribute
    """,
    3: """
        (welcomes|welcoming|welcomed|welcome)
        (congratulates|congratulating|congratulated|congratulate)
        (thanks|thanking|thanked|thank)
        (appreciates|appreciating|appreciated|appreciate)
        (hails|hailing|hailed)
        (expresses|expressing|expressed|express) (its|) (deep|sincere|) (appreciation|gratitude|satisfaction|thanks)
    """,
    2: """
        (supports|supporting|supported|support)
    """,
    0: """
        encouraged by
        convinced
        confident
        determined
        (hopes|hoping)
        desirous
        (trusts|trusting)
    """,
}
_DISAPPROVING = {
    4: """
        (condemns|condemning|condemned|condemn)
        (denounces|denouncing|denounced|denounce)
        (rejects|rejecting|rejected|reject)
    """,
    3: """
        (deplores|deploring|deplored|deplore)
        appalled
        outraged
    """,
    2: """
        (expresses|expressing|expressed|express) (its|) (deep|grave|serious|profound|) (concern|alarm)
        alarmed
        shocked
        (concerned|is concerned)
        disturbed
    """,
    1: """
        (regrets|regretting|regretted|regret)
        (expresses|expressing|expressed|express) (its|) (deep|profound|) (regret|disappointment)
    """,
}
_COGNITIVE = {
    4: """
        (reaffirms|reaffirming|reaffirmed|reaffirm)
        (affirms|affirming|affirmed|affirm)
    """,
    3: """
        (reiterates|reiterating|reiterated|reiterate)
        (emphasizes|emphasizing|emphasized|emphasize|emphasises|emphasising|emphasised|emphasise)
        (stresses|stressing|stressed|stress)
        (underlines|underlining|underlined|underline)
        (underscores|underscoring|underscored|underscore)
    """,
    2: """
        (recognizes|recognizing|recognized|recognize|recognises|recognising|recognised|recognise)
        (acknowledges|acknowledging|acknowledged|acknowledge)
        (recalls|recalling|recalled|recall)
        (highlights|highlighting|highlighted|highlight)
    """,
    1: """
        (takes|taking|took|take) note
        (notes|noting|noted|note)
        (considers|considering)
        (observes|observing|observed|observe)
        (is aware|aware)
    """,
    0: """
        (expresses|expressing|expressed|express)
        guided
        (bears|bearing|bear) in mind
        (keeps|keeping|keep) in mind
        mindful
        conscious
        (cognizant|cognisant)
        (believes|believing)
        (realizes|realizing)
        (refers|referring|referred)
        (having considered|has considered)
        (having examined|has examined)
        (having heard|has heard)
        (having received|has received)
        (having reviewed|has reviewed)
        acting
    """,
}
_ACTION = {
    5: """
        (ensure|ensures|ensuring)
        (guarantee|guarantees|guaranteeing)
        (comply|complies|complying) with
        (eliminate|eliminates|eliminating)
        (eradicate|eradicates|eradicating)
        (prohibit|prohibits|prohibiting)
        (prevent|prevents|preventing)
        (abolish|abolishes|abolishing)
        (halt|halts|halting)
        (cease|ceases|ceasing)
        (end|ends|ending)
        (withdraw|withdraws|withdrawing)
    """,
    4: """
        (implement|implements|implementing)
        (provide|provides|providing)
        (protect|protects|protecting)
        (respect|respects|respecting)
        (fulfil|fulfils|fulfilling)
        (uphold|upholds|upholding)
        (ratify|ratifies|ratifying)
        (accede|accedes|acceding) to
        (adopt|adopts|adopting)
        (establish|establishes|establishing)
        (combat|combats|combating)
        (reduce|reduces|reducing)
        (increase|increases|increasing)
        (submit|submits|submitting)
        (report|reports|reporting)
        (convene|convenes|convening)
        (conduct|conducts|conducting)
        (create|creates|creating)
    """,
    3: """
        (strengthen|strengthens|strengthening)
        (enhance|enhances|enhancing)
        (promote|promotes|promoting)
        (advance|advances|advancing)
        (improve|improves|improving)
        (address|addresses|addressing)
        (mitigate|mitigates|mitigating)
        (accelerate|accelerates|accelerating)
        (continue|continues|continuing)
        (maintain|maintains|maintaining)
        (intensify|intensifies|intensifying)
        (support|supports|supporting)
        (facilitate|facilitates|facilitating)
        (foster|fosters|fostering)
        (assist|assists|assisting)
        (develop|develops|developing)
    """,
    2: """
        (contribute|contributes|contributing) to
        (encourage|encourages|encouraging)
        (enable|enables|enabling)
        (share|shares|sharing)
        (discuss|discusses|discussing)
        (monitor|monitors|monitoring)
        (review|reviews|reviewing)
        (assess|assesses|assessing)
    """,
    1: """
        (consider|considers|considering)
        (explore|explores|exploring)
        (examine|examines|examining)
        (study|studies|studying)
        (reflect|reflects|reflecting) on
    """,
}

ACTS: Final = (
    *acts("directive", _DIRECTIVE),
    *acts("dispositive", _DISPOSITIVE),
    *acts("approving", _APPROVING),
    *acts("disapproving", _DISAPPROVING),
    *acts("cognitive", _COGNITIVE),
    *acts("action", _ACTION),
)

_ADVERBS = """
    also further again once equally strongly firmly deeply gravely seriously profoundly extremely fully warmly highly
    urgently particularly sincerely categorically unequivocally vigorously resolutely solemnly deeply greatly very
    likewise furthermore moreover therefore utterly to
"""
ADVERBS: Final = frozenset(_ADVERBS.split())
