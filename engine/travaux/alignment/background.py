"""How common a word is in resolutions: the words of the genre, so that formulas weigh little in a short draft.

Made by `benchmarks/background.py`, which counts in how many distinct paragraphs of English resolutions a word
stands. Keys are minus the natural logarithm of that share, in quarters; words are cut as `tokens.words` cuts them.
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
    12: "accorda activit agenda assista capacit decembe declara environ establi facilit full health high "
    "humanit inclusi increas institu mandate non note partici parties persons promote related resourc "
    "role s service taking technol use violenc within world",
    13: "1 2030 achieve adopted any based between buildin childre civil commitm conflic coordin decides "
    "decisio discrim educati emphasi enhance express framewo gender goals integra it justice level levels "
    "may mechani meeting new not notes noting office operati order paragra peace people policie politic "
    "practic princip process progres provisi recomme review should situati society stakeho strateg take "
    "urges welcome",
    14: "19 2 2024 agreeme among armed authori can challen compreh context crimina ensurin forms girls group "
    "held impact improve include initiat inter legal made managem necessa needs obligat partner present "
    "public represe right shall state systems technic towards univers up vulnera we welcomi where while "
    "will",
    15: "2023 2025 3 4 5 6 acknowl adminis african agencie alia applica appreci approac areas basis bodies "
    "change child climate consult country crime cultura dialogu digital disabil documen elimina entitie "
    "entitle especia existin first freedom fully has indepen individ invites july june make members "
    "mission more no out outcome policy possibl poverty priorit private product recalls reitera require "
    "risk safe sector septemb sexual so specifi stresse takes them these trade view violati without "
    "working",
    16: "10 12 14 15 16 17 18 20 2015 2021 2022 21 22 30 7 8 9 about acceler accessi achievi actions adequat "
    "adoptio advisor affecte africa article associa availab being care charter civilia collabo consist "
    "contain control counter data disarma disaste diversi during empower end equal equalit eradica follow "
    "food fund fundame future groups his identif indigen innovat instrum intergo investi investm issues "
    "least line local making manner means monitor nuclear objecti october officia one opportu part "
    "peoples plan populat procedu providi purpose quality reports resilie safety scienti second set small "
    "standar status stressi summit territo terrori they third traffic trainin transit transpa treaty "
    "underta volunta weapons who youth",
    17: "11 13 2016 2017 2018 2019 2020 23 24 25 abuses actors additio advance afforda agreed aimed arrange "
    "assessm awarene been benefit best both central collect combat conditi conduct covid deliver determi "
    "discuss disease domesti drugs each early efficie emergen enhanci enjoyme equitab essenti field fifth "
    "force forum fourth functio good governa illicit improvi infrast interes involve joint landloc "
    "leaders legisla life march migrant most multila novembe ongoing pandemi peacefu period personn "
    "potenti prepare preside protoco recover reducti refugee regardi region regular regulat relatin "
    "relatio reporti republi science serious seventy sharing signifi south submit subregi substan taken "
    "timely treatme underli union victims when year",
    18: "2011 2013 2014 27 29 31 abuse across acts agricul annex annual april arms aspects assist attenti "
    "balance bearing better budget call close coheren combati complia condemn conserv constit crimes "
    "critica current day decade deep democra displac distr drug due enable energy enforce engagem exchang "
    "experie experts exploit forces free funding funds goal growth impacts inequal island item knowled "
    "labour limited living long main maintai many marine meaning media mental militar mind mobiliz must "
    "natural negativ ninth number open our over peaceke perform physica plannin plans platfor post "
    "prepara primary project questio rapport realiza reduce religio researc respond rule rules rural sea "
    "share solutio space stabili staff steps structu subject targets term terms than three time transfe "
    "two underst was water workers",
    19: "2005 2006 2009 2010 2012 26 28 above adopt adverse affairs age agency analysi area attacks august b "
    "biodive build busines but cases causes centre common complem complet conclus connect consequ convene "
    "conveni corrupt could crisis culture differe dimensi do dollars economy ecosyst effects eighty "
    "employm enablin engage evaluat evidenc executi exercis fair fight finance fisheri focus followi "
    "forward foster generat greater guideli having help highlig i if ii immedia income issue january "
    "judicia key lack land languag laws mainstr major matters mitigat multi myanmar nature negotia "
    "network observe ocean online paris party peacebu per play police previou problem prohibi proposa "
    "propose prosecu pursuan racial recruit reducin referen reinfor return risks scale section sectors "
    "self sixth sixty skills somalia some stateme strongl submitt there threat transfo transna transpo "
    "trust twenty un undersc urgent value years young",
    20: "2000 2004 2007 2008 2026 academi active after aid allocat america amount anniver appoint approve "
    "arbitra barrier basic before bilater biologi budgeta cent circums commit compete compone concret "
    "conduci confide cost court coverag create cross decent deeply departm detenti dignity disprop "
    "dispute dissemi done drc eighth eightie element emergin endorse estimat every expert experti extreme "
    "face fact familie family februar federat fifty final finding flows forced foreign fulfil geneva "
    "geograp give governi grave highest hiv iii illegal impunit indicat informe integri intelli intensi "
    "interac interne intoler journal jurisdi led light loss materia matter medical meet migrati millenn "
    "minorit movemen multipl mutual mutuall needed next nutriti offence only others outer overall palesti "
    "panel para perpetr person perspec place positio positiv power preserv proceed profess prolife "
    "propert racism raising receive recent referre reflect reform regions reinteg reliabl remain remains "
    "restric results russian safegua sanitat see seek sensiti settlem seventh since societi solidar "
    "sources strong sub success supplem targete thereon thereto threats togethe tools torture ukraine "
    "used various vienna war ways were wide would xenopho yet york",
    21: "2001 2002 2003 70/1 ababa ability accordi activel addis advanci affect afghani aim allow and/or "
    "artific asia assets avoid behind beyond board border bring c calling capabil caribbe carry case "
    "chair charact chemica commend comply consens constru costs covenan creatin creatio crises crucial d "
    "date decided defende degrada deploym design designa destruc direct distrib donors draft e east "
    "effect electio ended enterpr entrepr entry equipme ethnic exacerb extend extremi faced factors five "
    "forest forests form formula fosteri fulfilm gaps given growing guarant guidanc heads her hold "
    "holding host how imparti implica industr interre interse involvi learnin lessons list livelih "
    "mainten maritim market markets medicin men million ministe modalit multidi norms observa occupie "
    "offices older opinion options organs origin origina oversig ownersh p parts plenary posed predict "
    "punishm rapid reconci records rehabil residen result rohingy sanctio satisfa scope secure series "
    "setting six socioec soverei statist study subsequ sudan suffici supply systema tempora theme therein "
    "toleran tourism traditi treatie tribuna undermi update using v views violent vol way weapon",
    22: "1995 1999 act ad adaptat adoptin advice affecti al already alterna ammunit apply arab asian assess "
    "assisti attaina bank banks beijing belief belongi called capital carried caused certain clear co "
    "coastal commerc conform congo consoli consump contrac core coronav cruel cycle debt dedicat degradi "
    "demands deserti devices diagnos disaggr divides doha drought durable duty effort elabora ending "
    "engaged english events everyon exclusi expand expedit explore explosi extent fields fishing formal "
    "forums four great harassm harmful harmoni headqua healthy heritag hoc housing hunger inciden incorpo "
    "inform inhuman insecur interve islamic issued iv just keep kind large lead leading learned leverag "
    "literac lives low m manifes manufac margina mediati medium methods middle monusco muslims narcoti "
    "obstacl oceans officer often organis oriente outline own pacific parliam periodi permane persist "
    "polluti poor prejudi prior prisone publica pursue race raise range ratific reach refrain release "
    "relief reprodu resolve restora resulti revital root same seas segment shared soon sport standin "
    "submiss summary target task tasks team th themati therefo threate total transmi unilate unit until "
    "updated urban vaccine vital whole",
    23: "1998 able accepta adolesc aids alleged allianc amendme anti appeals approva archite arising around "
    "auspice base become bienniu binding body boys burden campaig car centred centres changes chap "
    "chapter citizen closely code coerciv colonia commemo compact competi compris conclud consent convinc "
    "criteri days de debate declare defined delay delegat deliber demand descent despite directl directo "
    "disrupt diverse divisio donor drinkin duplica elector electro engagin entity envoy europe europea "
    "event examine expandi extensi externa facing fish focused forth forty foundat fulfill gap globall "
    "goods greates gross guided guiding hate healthc higher ibid incitem infecti intenti interde intimid "
    "introdu invite items job killing lasting later legally legitim logisti looking looks marriag mention "
    "micro mindful minimiz model modern monetar months neighbo neutral off offende offline optiona "
    "otherwi overcom owing pattern pay persona played point policym pre presenc privacy proclai prosper "
    "put re reachin realize reforms regardl registr remaini renewab renewed reporte resista reviews "
    "revised rise road roles school schools seeking separat serve sex sized species stereot still subsidi "
    "survivo synergi tax tenth themsel thereof thirtie thirty thus trends triangu tubercu types unhinde "
    "unity unlawfu urgency urgentl urging uses vision warning waste whether whose worldwi",
    24: "1994 1996 1997 accurat affirmi affirms annexes another antimic asset autonom behavio brought chains "
    "clean comment constra contine credibl detaile detaine diploma disappe distinc divide does durban "
    "duties exist federal female focal former genocid giving globali guinea habitat harm harness holders "
    "holisti hostili incenti indispe interfe known leave left liberty linked locatio malnutr midterm "
    "minimum mortali multili necessi north outside past pathway payment phase possibi posts promptl "
    "psychos rakhine rates reconst removal reparat reprisa scaling sect sendai senior sentenc similar "
    "sound speech spread statute stronge subcomm summits suppres systemi thereby tool travel troop uphold "
    "utiliza vi visits widespr withdra zone",
}
