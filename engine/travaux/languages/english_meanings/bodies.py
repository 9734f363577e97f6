"""English: who acts and who is addressed: offices, organs, funds and programmes."""

from typing import Final

from travaux.languages.tables import phrases

BODIES: Final = phrases(
    "actor",
    {
        "office": """
            Secretary-General; Deputy Secretary-General; Under-Secretary-General; Assistant Secretary-General
            Under-Secretaries-General; Assistant Secretaries-General; Executive Director; Executive Secretary
            Director-General
            Executive Coordinator; Deputy Executive Director; Administrator
            Administrator of the United Nations Development Programme
            (United Nations|) High Commissioner; (United Nations|) High Commissioner for Human Rights
            (United Nations|) High Commissioner for Refugees; High Representative
            President of the (General Assembly|Security Council|Economic and Social Council|Human Rights Council)
            President
            Chair; Chairperson; Chairman; Vice-Chair; Vice-Chairs; co-chairs; Co-Chairs; co-facilitators; Presidency
            Emergency Relief Coordinator; Special Representative; Special Representatives
            Special Representative of the Secretary-General; Special Envoy; Personal Envoy; Special Adviser
            Special Coordinator
            Special Rapporteur; Special Rapporteurs; Independent Expert; independent expert; special procedures
            treaty bodies
            human rights treaty bodies; resident coordinator; resident coordinators; resident coordinator system
            Commissioner-General
            Registrar; Prosecutor; Controller; Ombudsman; Force Commander; Head of Mission; Legal Counsel; Rapporteur
            Facilitator
            Permanent Forum; group of governmental experts; ad hoc committee; working group; open-ended working group
        """,
        "organ": """
            General Assembly; Security Council; Economic and Social Council; Human Rights Council; Trusteeship Council
            International Court of Justice; International Criminal Court; Secretariat; secretariat
            First Committee; Second Committee; Third Committee; Fourth Committee; Fifth Committee; Sixth Committee
            Main Committees
            Special Political and Decolonization Committee; Committee on Conferences; Advisory Committee
            Advisory Committee on Administrative and Budgetary Questions; Committee for Programme and Coordination
            Committee on Contributions; International Law Commission; International Civil Service Commission
            Joint Inspection Unit
            Board of Auditors; Office of Internal Oversight Services; Peacebuilding Commission
            Commission on the Status of Women
            Commission for Social Development; Commission on Narcotic Drugs; Commission on Population and Development
            Commission on Crime Prevention and Criminal Justice; Statistical Commission; Disarmament Commission
            Committee; Commission; Council; Assembly; Conference; Conference of the Parties; Board; Executive Board
            Governing Council
            Preparatory Committee; Working Group; Panel; Panel of Experts; Group of Experts; Tribunal; Court; Forum
            Meeting
            high-level political forum; high-level political forum on sustainable development; regional commissions
            Office; Division; Branch; Department; Mission; Force; Centre; Institute; University; Agency; Authority
            Bureau
            Office for Disarmament Affairs; Department of Economic and Social Affairs
            Department of Global Communications
            Department of Peace Operations; Department of Political and Peacebuilding Affairs
            Department of Operational Support
            Department for General Assembly and Conference Management; Office of Legal Affairs
            Office of Counter-Terrorism
            Office of the United Nations High Commissioner for (Human Rights|Refugees)
            Office of the High Commissioner
        """,
        "agency": """
            United Nations; United Nations system; specialized agencies; funds and programmes
            (United Nations|) funds and programmes; funds, programmes and specialized agencies
            United Nations country teams
            United Nations country team; United Nations development system; United Nations entities; agencies
            United Nations Development Programme; United Nations Environment Programme; United Nations Children's Fund
            United Nations Population Fund; United Nations Human Settlements Programme
            United Nations Conference on Trade and Development
            World Food Programme; United Nations Office on Drugs and Crime
            United Nations Office for Disaster Risk Reduction
            United Nations Entity for Gender Equality and the Empowerment of Women; UN-Women
            United Nations Office for Project Services
            Food and Agriculture Organization of the United Nations; International Labour Organization
            World Health Organization
            United Nations Educational, Scientific and Cultural Organization
            United Nations Industrial Development Organization
            International Atomic Energy Agency; International Maritime Organization
            International Organization for Migration
            International Telecommunication Union; World Meteorological Organization; World Trade Organization
            World Bank
            World Bank Group; International Monetary Fund; Bretton Woods institutions
            International Committee of the Red Cross
            African Union; European Union; League of Arab States; Organization of American States
            Association of Southeast Asian Nations
            Organisation of Islamic Cooperation; Organization of Islamic Cooperation; Commonwealth of Independent States
            Organization for Security and Cooperation in Europe; Inter-Parliamentary Union; Global Environment Facility
            International Seabed Authority; Organisation for the Prohibition of Chemical Weapons; Group of 20
        """,
    },
)
