"""How common a word is in resolutions, so that the formulas of the genre weigh little in a short draft.

Made by `benchmarks/background.py`, which counts in how many distinct paragraphs of English resolutions a word
stands. Keys are minus the natural logarithm of that share, in quarters; words are cut as `tokens.stem` cuts them.
"""

SCALE = 4
WORDS = {
    0: "the",
    1: "and of to",
    2: "in",
    4: "for on that",
    5: "a by includi with",
    6: "all as develop interna its nations states united",
    7: "at general impleme their",
    8: "human other resolut rights support sustain",
    9: "also assembl be continu coopera countri encoura from nationa or organiz recogni relevan request "
    "secreta this through well which",
    10: "an appropr are committ economi effecti efforts ensure further importa is measure member particu "
    "prevent program protect recalli regiona report securit social strengt women",
    11: "access account action address against calls commiss communi concern confere conside contrib convent "
    "council financi global governm have informa into law need promoti provide reaffir regard respect "
    "respons session special such system those under upon work",
    12: "accorda activit agenda assista capacit decembe environ establi facilit full health high humanit "
    "inclusi increas institu mandate non partici parties persons promote related resourc role s service "
    "taking technol use violenc within world",
    13: "achieve adopted any based between buildin childre civil commitm conflic coordin decides decisio "
    "declara discrim educati emphasi enhance express framewo gender integra it justice level levels may "
    "mechani meeting new not note notes noting office operati order paragra peace people policie politic "
    "practic princip process progres provisi recomme review should situati society stakeho strateg take "
    "urges welcome",
    14: "agreeme among areas armed authori can challen compreh context crimina ensurin forms girls goals "
    "group held impact improve include initiat inter legal made managem necessa needs obligat partner "
    "present public represe right shall state systems technic towards univers up vulnera we welcomi where "
    "while will",
    15: "acknowl adminis african agencie alia applica appreci approac basis bodies change child climate "
    "consult country crime cultura dialogu digital disabil documen elimina entitie entitle especia "
    "existin first freedom fully groups has indepen individ invites july june make members mission more "
    "no opportu out outcome policy poverty priorit private product recalls reitera require risk safe "
    "sector septemb sexual specifi stresse takes them these trade view violati without working",
    16: "about acceler accessi achievi actions adequat adoptio affecte africa article associa availab being "
    "care charter civilia collabo collect conditi consist contain control counter data disarma disaste "
    "diversi during empower end equal equalit eradica follow food fund fundame future his identif indigen "
    "innovat instrum intergo investi investm issues least line local making manner means monitor nuclear "
    "objecti october officia one part peoples plan populat possibl procedu providi purpose quality "
    "reports resilie safety second set small so standar status stressi territo terrori they third traffic "
    "trainin transit transpa treaty underta volunta weapons who youth",
    17: "abuses actors additio advance advisor afforda agreed aimed arrange assessm assist awarene been "
    "benefit best both central combat conduct covid deliver determi discuss disease domesti drugs each "
    "efficie emergen enhanci enjoyme equitab essenti field fifth force forum fourth functio good governa "
    "illicit improvi infrast interes involve item joint landloc leaders legisla life march migrant most "
    "multila novembe ongoing pandemi peacefu period personn potenti prepare preside protoco recover "
    "reducti refugee regardi region regular regulat relatin relatio reporti republi science scienti "
    "serious seventy sharing signifi south subject submit subregi substan summit taken timely treatme "
    "underli union victims when year",
    18: "above abuse across acts age agricul annex annual april arms aspects attenti balance bearing better "
    "budget build call close coheren combati complia condemn conserv constit crimes critica current day "
    "decade deep democra displac distr drug due early effects enable energy enforce engagem exchang "
    "experie experts exploit forces free funding funds goal growth impacts inequal island knowled limited "
    "living long main maintai many marine meaning media mental militar mind mobiliz must natural negativ "
    "ninth number open our over peaceke perform physica plannin plans platfor post prepara primary "
    "project questio rapport realiza reduce religio researc respond rule rules rural sea share solutio "
    "space stabili staff steps structu targets term terms than three time transfe two underst water "
    "workers young",
    19: "adopt adverse affairs agency analysi area attacks august b biodive busines but cases causes centre "
    "commit common complem complet connect consequ convene conveni corrupt could crisis culture differe "
    "dimensi do dollars economy ecosyst eighty employm enablin engage evaluat evidenc executi exercis "
    "fair fight finance fisheri focus followi forward foster generat greater guideli having help i if ii "
    "immedia income issue judicia key labour lack land languag laws mainstr major matters mitigat multi "
    "myanmar nature negotia network observe online party peacebu per play police previou problem prohibi "
    "proposa propose prosecu pursuan racial recruit reducin referen reinfor return risks scale section "
    "sectors self sixth sixty skills somalia some stateme strongl submitt there threat threats transfo "
    "transpo trust twenty un undersc urgent value was years",
    20: "academi active after aid allocat america amount anniver appoint approve arbitra artific barrier "
    "basic before bilater biologi budgeta cent circums compete compone conclus concret conduci confide "
    "cost court coverag create cross decent deeply departm detenti dignity disprop dispute dissemi done "
    "drc eighth eightie element emergin endorse estimat every expert experti face fact familie family "
    "federat fifty final finding flows forced foreign fulfil geneva geograp give governi grave highest "
    "highlig hiv iii illegal impunit indicat informe integri intelli intensi interac interne intoler "
    "january journal jurisdi led loss materia matter medical meet migrati minorit movemen multipl mutual "
    "mutuall needed next nutriti ocean offence only others outer overall palesti panel para paris perpetr "
    "person perspec place positio positiv power preserv proceed profess prolife propert racism raising "
    "receive recent referre reflect reform regions rehabil reinteg reliabl remain remains restric results "
    "russian safegua sanitat see seek sensiti settlem seventh since societi solidar sources strong sub "
    "success sudan supplem targete thereon thereto togethe tools torture transna used various vienna war "
    "ways were wide would xenopho yet york",
    21: "ababa ability accordi activel addis advanci affect afghani aim allow alterna asia assets avoid "
    "behind beyond board border bring calling capabil caribbe carry case chair co commend comply consens "
    "constru costs covenan creatin creatio crises crucial date decided defende degrada deploym design "
    "designa destruc direct distrib donors draft east effect electio ended enterpr entrepr equipme ethnic "
    "exacerb extend extreme extremi faced factors februar five forest forests form formula fosteri "
    "fulfilm gaps given growing guarant guidanc heads her hold holding host how imparti implica industr "
    "interre interse involvi learnin lessons light list livelih mainten maritim market markets medicin "
    "medium men methods millenn million ministe modalit multidi norms observa occupie offices older "
    "opinion options organs origin origina oversig ownersh parts persist plenary posed predict punishm "
    "rapid reconci records residen result rohingy sanctio secure series setting six socioec soverei "
    "statist study subsequ suffici supply systema tempora theme therein toleran tourism traditi tribuna "
    "ukraine undermi update using v views violent vol way weapon",
    22: "act ad adaptat adoptin advice affecti al already ammunit apply arab asian assess assisti attaina "
    "bank banks beijing belief belongi c called capital carried caused certain charact chemica clear "
    "coastal commerc conform congo consoli core coronav cruel cycle d debt dedicat degradi demands "
    "deserti devices diagnos disaggr divides doha drought durable duty e effort elabora ending engaged "
    "english entry events everyon exclusi expand expedit explore explosi extent fields fishing formal "
    "forums four fulfill great harassm harmful harmoni headqua healthy heritag hoc housing hunger ibid "
    "inciden incorpo inform inhuman insecur interve invite islamic issued iv just keep kind large lead "
    "leading learned leverag literac lives logisti low manifes manufac margina mediati middle monusco "
    "muslims narcoti obstacl oceans officer often oriente outline own parliam periodi permane polluti "
    "poor prejudi prisone proclai publica pursue race raise range reach refrain release relief reprodu "
    "resolve restora resulti revital root same satisfa scope seas segment shared sport submiss subsidi "
    "summary target task tasks team themati therefo threate thus total transmi treatie unilate unit until "
    "updated urban vaccine vital whole",
    23: "able accepta adolesc aids alleged allianc amendme anti appeals archite arising around auspice base "
    "become bienniu binding body boys burden campaig car centred centres changes chap chapter citizen "
    "closely code coerciv colonia commemo compact competi compris conclud consent consump contrac convinc "
    "criteri days de debate declare defined delay delegat deliber demand descent despite directl directo "
    "disrupt distinc diverse divisio donor drinkin duplica elector electro engagin entity envoy europe "
    "europea event examine expandi extensi externa facing fish focused forth forty foundat gap globall "
    "goods gross guided guiding hate healthc higher infecti intenti interde intimid items job killing "
    "lasting later legally legitim looking looks marriag mention micro mindful minimiz model modern "
    "monetar months mortali neighbo off offende offline optiona organis otherwi overcom owing pacific "
    "pattern pay persona played point policym pre presenc prior privacy prosper put ratific re reachin "
    "realize reforms regardl registr remaini renewab renewed reporte resista reviews revised road roles "
    "school schools seeking separat serve sex sized soon species spread standin stereot still survivo "
    "synergi tax tenth themsel thereof thirtie thirty trends triangu tubercu types unhinde unity unlawfu "
    "urgency urgentl urging warning whether whose widespr worldwi",
    24: "accurat affirmi affirms annexes another antimic approva asset behavio brought chains clean comment "
    "constra credibl decide demonst detaile detaine diploma divide does duties exist federal female focal "
    "former genocid giving globali greates ground guinea harm harness holders holisti hostili incenti "
    "incitem indispe interfe introdu iran known launch leave left liberty linked locatio malnutr midterm "
    "minimum multili necessi neutral north outside p past pathway payment phase possibi posts promptl "
    "psychos rakhine rates reconst removal reparat repatri reprisa rise scaling sect sendai senior "
    "sentenc similar sound speech statute stronge subcomm summits systemi thereby tool travel troop "
    "uphold uses utiliza vi vision visits waste withdra zone",
}
