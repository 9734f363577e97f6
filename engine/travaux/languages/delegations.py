"""Codes by which negotiators name delegations, the same in every language: groups, and countries by ISO 3166."""

from typing import Final

_GROUPS = (
    "EU|UK|US|USA|G-?77|G77(?: ?(?:&|and) ?China)?|AOSIS|CARICOM|CANZ|JUSCANZ|NAM|OIC|LDCs?|LLDCs?|AG|SADC|GCC|ASEAN"
    "|PIF|LMG|EIG"
)
_COUNTRIES = (
    "AFG|AGO|ALB|AND|ARE|ARG|ARM|ATG|AUS|AUT|AZE|BDI|BEL|BEN|BFA|BGD|BGR|BHR|BHS|BIH|BLR|BLZ|BOL|BRA|BRB|BRN|BTN|BWA|CAF|CAN"
    "|CHE|CHL|CHN|CIV|CMR|COD|COG|COL|COM|CPV|CRI|CUB|CYP|CZE|DEU|DJI|DMA|DNK|DOM|DZA|ECU|EGY|ERI|ESP|EST|ETH|FIN|FJI|FRA|FSM"
    "|GAB|GBR|GEO|GHA|GIN|GMB|GNB|GNQ|GRC|GRD|GTM|GUY|HND|HRV|HTI|HUN|IDN|IND|IRL|IRN|IRQ|ISL|ISR|ITA|JAM|JOR|JPN|KAZ|KEN|KGZ"
    "|KHM|KIR|KNA|KOR|KWT|LAO|LBN|LBR|LBY|LCA|LIE|LKA|LSO|LTU|LUX|LVA|MAR|MCO|MDA|MDG|MDV|MEX|MHL|MKD|MLI|MLT|MMR|MNE|MNG|MOZ"
    "|MRT|MUS|MWI|MYS|NAM|NER|NGA|NIC|NLD|NOR|NPL|NRU|NZL|OMN|PAK|PAN|PER|PHL|PLW|PNG|POL|PRK|PRT|PRY|PSE|QAT|ROU|RUS|RWA|SAU"
    "|SDN|SEN|SGP|SLB|SLE|SLV|SMR|SOM|SRB|SSD|STP|SUR|SVK|SVN|SWE|SWZ|SYC|SYR|TCD|TGO|THA|TJK|TKM|TLS|TON|TTO|TUN|TUR|TUV|TZA"
    "|UGA|UKR|URY|UZB|VAT|VCT|VEN|VNM|VUT|WSM|YEM|ZAF|ZMB|ZWE"
)

_CODE = rf"(?:{_GROUPS}|{_COUNTRIES})"
_VERB = r"(?:\s(?:supp?\.?|supports?|res\.?|reserves?|opposes?|deletes?|del\.?|adds?|retain|AL))?"

ATTRIBUTION: Final = (
    rf"[(\[]{_CODE}(?:\s?[,/]\s?{_CODE})*{_VERB}(?::\s?(?:del\.?|delete|add|retain|reserve))?[)\]]"
    rf"|(?<![\w-]){_CODE}(?:\s?[,/]\s?{_CODE})*(?::|\sres\.|\ssupp\.)(?!\w)"
)
"""Who proposes, supports or opposes: "(EU, NOR supp.)", "[US: delete]", "G77:"."""
