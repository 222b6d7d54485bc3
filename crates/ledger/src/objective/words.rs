//! The words that tell who does what. `sign*` stands for all that begins so; longer words forgive one
//! wrong letter. Umlauts are written out, as in `bestaetig*`.

/// The customer: roles, departments, pronouns.
pub(super) const CUSTOMER: &str = "customer customers client clients cust prospect prospects buyer \
    buyers they he she them him her ceo cfo cto coo cio cpo vp svp director directors manager managers \
    boss owner board dean mayor principal headmaster chef doctor doctors nurse surgeon broker foreman architect planner \
    procurement purchasing purchaser legal finance champion sponsor engineer engineers \
    engineering committee controller controlling dm maker mr mrs ms dr kunde kunden kundin interessent* \
    er sie ihm ihn gf geschaeftsfuehr* geschaeftsleitung gl vorstand einkauf einkaeufer* technik produktion \
    werkleit* werksleit* betriebsleit* betriebsrat rechtsabteilung fachbereich fachabteilung \
    finanzabteilung finanzchef* buchhaltung entscheider* ansprechpartner* leiter* leitung \
    gesellschafter gemeinderat stadtrat disponent* meister planer architekt* bauleit* inhaber inhaberin \
    abteilungsleit* chef chefin ap asp herr herrn hr frau fr projektleit* team stakeholder* user users \
    anwender* management bereichsleit* partner security compliance betrieb";

/// Us.
pub(super) const WE: &str = "we i wir ich";

/// Acts that only the other side can take for us.
pub(super) const ACTS: &str = "sign* countersign* approv* confirm* agree agrees agreed agreeing accept \
    accepts accepted authori* nominat* appoint* releas* grant grants granted commit commits committed \
    decide decides decided forward forwards forwarded reserve reserves reserved return returns returned \
    submit submits submitted attend attends join joins bring brings name names choose chooses select \
    selects pay pays transfer transfers buy buys purchase renew renews extend extends allocat* assign* \
    nda-signed vote votes order orders upload uploads host hosts install installs test tests fill fills \
    free frees block blocks accompan* commission* invest invests unterschr* unterzeichn* gegenzeichn* \
    bestaetig* freig* zusag* zusicher* zustimm* beauftrag* bestell* genehmig* benenn* nenn nennt nennen \
    einlad* einlaed* liefer* uebergib* uebergeb* ausfuell* teilnimm* teilnehm* teilnahm* entscheid* \
    festleg* reservier* blockier* blockt blocken bereitstell* bezahl* zahlt zahlen ueberweis* kauft kaufen \
    verlaenger* weiterleit* einreich* ruecksend* zuruecksend* zurueckschick* mitbring* einricht* \
    freischalt* abzeichn* verpflicht* abnimm* abnehm* erteil* hinterleg* akzeptier* annimm* annehm* \
    aushaendig* gezeichn* gegengezeichn* abgezeichn* freigeg* zugesag* zugestimm* eingelad* ausgefuell* \
    entschied* festgeleg* ueberwies* weitergeleit* eingereich* eingericht* freigeschalt* angenomm* \
    abgenomm* beschliess* beschloss* gebucht gekauft gezahlt genannt resolve resolves resolved zeichnet committet testet installier* buchen bucht";

/// What is theirs to give: a noun that stands for an act.
const GIFTS: &str = "signature* approval* signoff ja commitment* agreement goahead ahead greenlight \
    po loi invitation intro introduction access order deposit yes verbal confirmation decision buyin ok \
    okay go unterschrift* zusage* freigabe* zustimmung auftrag bestellung einladung zugang zugangsdaten \
    absichtserklaerung anzahlung bestaetigung projektnummer entscheidung genehmigung gegenzeichnung \
    acceptance renewal commitment abnahme kaufzusage testzusage consent permission \
    einverstaendnis erlaubnis";

/// What we want to learn.
pub(super) const LEARNING: &str = "learn* understand* discover* explor* uncover* identif* qualif* clarif* \
    figure hear know gauge prob* research* determin* assess* evaluat* gather* collect find findout \
    finding see check checking investigat* map inquire enquire question* survey sound feedback info \
    insight* information clarity update status erfahr* herausfind* rausfind* rausbekomm* rauskrieg* \
    herausbekomm* ermittel* ermitteln klaeren abklaer* aufklaer* klaerung geklaert versteh* verstaendnis \
    kennenlern* kennen erkund* erfrag* abfrag* nachfrag* fragen frage hoeren horchen schauen checken \
    pruefen qualifizier* analys* sondier* recherchier* eruier* ausloten identifizier* feststell* \
    verschaff* einschaetz* ueberblick bedarfsermittlung bedarfsanalyse rueckmeldung infos wissen \
    hinterfragen aufnehmen erfassen erfahrung";

/// What we do.
pub(super) const OURS: &str = "present presenting presentation show* demonstrat* pitch* explain* convinc* \
    persuad* follow* fu touch ring phone email mail discuss* talk* speak chat catch build* establish* \
    develop* strengthen maintain keep introduc* position* prepar* creat* draft write negotiat* push close \
    closing upsell crosssell cross handle overcome remind* chas* nudg* ping deliver* educat* inspir* \
    impress* promot* sell offer quote propos* highlight* reassur* thank* nurtur* reconnect* reach connect \
    engage* warm generat* rais* say send sending give walk run go call visit meet review* update* \
    provide share invite help advise consult address stay try work wait look rapport remain \
    vorstell* praesent* zeigen vorfuehr* nachfass* nachhak* nachtelefonier* anruf* telefonier* telefonat \
    erklaer* erlaeuter* ueberzeug* besprech* sprechen reden diskutier* informier* zusend* zuschick* \
    schicken senden aufbau* pflegen beziehungspflege vertief* vorbereit* erstell* ausarbeit* kalkulier* \
    verhandel* abschluss abschliess* verkauf* anbiet* beraten beratung melden kontaktier* besuchen \
    treffen erinner* drangbleib* dranbleib* dran halten motivier* begeister* wecken platzier* \
    positionier* austausch* abhol* aufzeig* darstell* nachgehen unterbreit* abgeben anschreib* mailen \
    mailing uebersenden schreiben bleiben demonstrieren intensivier* staerken schaffen praesenz \
    naeherbringen vorbeifahren vorbeischauen begruessen gratulier* durchsprech* durchgehen abstimmen";

/// What the customer should only feel, know or see.
pub(super) const FEELING: &str = "understand* know* like likes love* feel* think* believ* want wants need \
    needs is are was be has have interest* happy aware see sees realis* realiz* recogni* trust* \
    appreciat* consider* remember* hear* learn* can could excited comfortable get gets satisf* might \
    value values enjoy* contact* look looks stay stays speak speaks talk talks versteh* \
    kenn* moecht* mag findet finden weiss denk* glaub* fuehl* interess* ist sind hat haben sieht sehen \
    erkenn* begeister* ueberleg* meldet melden hoer* zufrieden ueberzeug* vertrau* schaetz* erfaehrt \
    lernt freut koenn* kann bleibt gefaellt bekommt erhaelt braucht";

/// Words after which the customer is to do something: "get them to …".
pub(super) const CAUSES: &str = "get getting have make making ask convince persuade let bring push move \
    lead want need expect motivate ensure invite";

/// Getting something from them.
pub(super) const GETTING: &str = "get getting obtain* secur* win receiv* gain* ask request collect need \
    want have einhol* hol holen bekomm* erhalt* krieg* sicher* abhol* erreich* brauch* anforder* erwirk*";

/// Agreeing a time together …
pub(super) const JOINT: &str = "book books schedul* arrang* set fix lock get secure confirm agree \
    organis* organiz* plan find vereinbar* ausmach* festmach* fixier* einplan* planen abstimm* ansetz* \
    finden fix machen setzen bekommen holen kriegen";

/// … for something where both must be.
pub(super) const MEETING: &str = "demo meeting workshop visit trial pilot session kickoff poc tour date \
    walkthrough appointment slot termin* workshop* besuch besichtigung ortstermin werksbesuch \
    praesentationstermin test teststellung kickofftermin vorort probelauf";

/// What a customer sends, not we.
pub(super) const THEIRS: &str = "bill bills data drawing drawings requirement* figures numbers login \
    logins credentials sample samples nda po questionnaire spec specs specification* export extract \
    layout orgchart org chart rechnung* daten zeichnung* plaene organigramm lastenheft pflichtenheft \
    anforderungen zahlen stueckliste* muster fragebogen vertragsentwurf wasserrechnung* verbrauchsdaten \
    redlines signed form rfp tender";

/// Theirs, even where we call them ours.
pub(super) const THEIR_SIDE: &str = "champion sponsor contact customer client prospect buyer partner \
    kunde kundin ansprechpartner ansprechpartnerin interessent auftraggeber";

/// Ours: what is said of it, nobody there does.
pub(super) const THINGS: &str = "angebot* produkt* preis* praesentation* vorfuehrung* loesung* demo demos \
    offer* quote* proposal* product* price* pricing solution* presentation* pitch call relationship* value \
    roadmap* feature* budget* next open";

/// With these an object begins, in English …
pub(super) const OBJECTS: &str = "a an the us our her his their its my me two three four five six all both \
    each one some to in herself himself themselves";

/// How many there are of a subject.
pub(super) const COUNTS: &str = "two three four five six seven eight ten zwei drei vier fuenf sechs sieben acht \
    zehn";

/// After these no verb is finite.
pub(super) const PREPOSITIONS: &str = "of on in at for with from to by and or a an the und oder auf in im an am fuer \
    mit von vom zu zum zur bei";

/// … and in German.
pub(super) const OBJEKTE: &str = "der die das den dem des ein eine einen einem einer unser unsere unseren \
    unserem uns mir mich ihr ihre ihren ihrem sein seine seinen seinem im in am an auf aus zu zur zum bei \
    beim zwei drei vier fuenf sechs alle beide dieses diesen diese";

/// Modals and the like, after which a verb comes.
pub(super) const MODALS: &str = "to will shall should must would would'll ll going soll sollen muss \
    muessen will wollen wird werden darf duerfen may agrees commits promises";

/// Words that end like verbs and are none.
pub(super) const NOT_VERBS: &str = "needs requirements details contacts expectations problems pains goals \
    issues plans views thoughts objections concerns numbers infos news docs process business status \
    basis access pros cons terms is as us was always this its hers his projects pain points stakeholders \
    priorities users engineers customers clients budgets weeks days budget projekt gut mit nicht seit \
    jetzt oft erst produkt angebot kontakt bedarf markt dort fast laut statt trotzdem mandat kontext \
    gesamt vertrag und recht punkt schritt bericht konzept paket test zeit start leicht letzt direkt \
    tat bereit sofort monat ort kost zukunft arbeit sicht gespraecht unterschrift vorort";

/// A clause that begins so is a question.
pub(super) const QUESTIONS: &str = "who whether if what how when why where which whom whose wer ob was wie \
    wann warum wo welche welcher welches wieviel woran wieso wem wen";

/// Words that may stand before whatever matters.
pub(super) const FILLERS: &str = "the a an der die das den dem ein eine einen einem that dass goal ziel obj \
    objective please pls bitte to um zu mal nur just first then dann also try hopefully next bis by \
    until before vor ende end of monday tuesday wednesday thursday friday montag dienstag mittwoch \
    donnerstag freitag am im on in beim eod eow kw week morgen tomorrow their his ihr ihre ihren \
    ihrem our unser unsere unserem unseren todays new neue neuen now jetzt both beide alle all main senior head technical \
    techn technischer technische kaufm commercial damit so let's lets ensure sure make want need we'd \
    idealerweise ideally auch noch wieder";

/// Whether `word` is in `list`.
pub(super) fn is(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => begins(word, stem),
        None => word == entry || (entry.len() >= 5 && near(word, entry)),
    })
}

/// Folded words: small letters, umlauts written out, nothing but letters and digits.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            letter if letter.is_alphanumeric() => out.push(letter),
            _ => {}
        }
    }
    out
}

/// A noun that stands for an act of theirs, compounds too: "Budgetfreigabe".
pub(super) fn is_gift(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "freigabe",
        "auftrag",
        "zusage",
        "unterschrift",
        "genehmigung",
        "bestellung",
        "entscheidung",
    ];
    !is_about(word) && (is(word, GIFTS) || ENDS.iter().any(|end| word.ends_with(end)))
}

/// Compounds that speak of an act and are none: "Freigabeprozess", "Entscheider".
pub(super) fn is_about(word: &str) -> bool {
    const ENDS: &[&str] =
        &["prozess", "prozesse", "kriterien", "weg", "wege", "ablauf", "struktur", "bereitschaft"];
    word.starts_with("entscheider")
        || word.starts_with("lieferung")
        || ENDS.iter().any(|end| word.len() > end.len() + 3 && word.ends_with(end))
}

fn begins(word: &str, stem: &str) -> bool {
    if word.starts_with(stem) {
        return true;
    }
    // A slip is forgiven inside a stem, not at its end: "Unterschied" is no "Unterschrift".
    let sizes = [stem.len(), stem.len() - 1, stem.len() + 1];
    let close = |head: &str| near(head, stem) && head.as_bytes().last() == stem.as_bytes().last();
    stem.len() >= 8 && sizes.iter().any(|size| word.get(..*size).is_some_and(close))
}

/// Whether two words differ by one letter at most: left out, added, changed or swapped with the next.
/// Short words are only forgiven a swap.
fn near(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => {
            let swapped = a.len() >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
            a.is_empty() || swapped || (same + a.len() >= 6 && a[1..] == b[1..])
        }
        std::cmp::Ordering::Less => same + b.len() >= 6 && a == &b[1..],
        std::cmp::Ordering::Greater => same + a.len() >= 6 && &a[1..] == b,
    }
}

/// Whether a text says when.
pub(super) fn is_dated(text: &str) -> bool {
    const DAYS: &str = "monday tuesday wednesday thursday friday mon tue wed thu fri montag dienstag \
        mittwoch donnerstag freitag mo di mi do fr january february march april june july august \
        september october november december jan feb mar apr jun jul aug sep oct nov dec januar februar \
        maerz mai juni juli oktober dezember tomorrow today week month quarter eow eod kw woche monat \
        quartal morgen heute uebermorgen q1 q2 q3 q4 wochenende monatsende eom eoq jahresende";
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    text.split(|c: char| c.is_whitespace() || c == ',').any(|raw| {
        let date = digit(raw) && raw.contains(['.', '/', '-']) && raw.len() >= 3;
        let word = folded(raw);
        date || DAYS.split_ascii_whitespace().any(|day| day == word)
    })
}
