# Texte des Raums "answers-discover".
answers-discover-empty = es gibt noch keine Deals; importieren Sie welche mit: milepost import FILE
answers-discover-all = { $n ->
    [0] Keine Meilensteine führen
    [one] Ein Meilenstein führt
   *[other] { $n } Meilensteine führen
} zum Verkauf: { $names }. Gefunden in { $won ->
    [0] keinen gewonnenen
    [one] 1 gewonnenen
   *[other] { $won } gewonnenen
} und { $lost } verlorenen Deals.
answers-discover-few-sales = Mit { $won ->
    [0] keinem gewonnenen
    [one] 1 gewonnenen
   *[other] { $won } gewonnenen
} und { $lost } verlorenen Deals kann ein Meilenstein übersehen werden; was gefunden wird, ist selten falsch. Ab etwa { $enough } Verkäufen wird wenig übersehen.
answers-discover-weak = Schwach, denn mit den gezogenen Deals kommt und geht: { $names }.
answers-discover-silent = { $n ->
    [one] 1 Verkauf ohne einen einzigen erfassten Schritt bleibt
   *[other] { $n } Verkäufe ohne einen einzigen erfassten Schritt bleiben
} außer Betracht.
answers-discover-milestones = Meilensteine
answers-discover-others = Was kein Meilenstein ist
answers-discover-left = Wo Deals vom Weg abkamen
answers-discover-way = Der Weg zum Verkauf
answers-discover-stages = Die Phasen von heute
answers-discover-again = { $n } von { $draws }
answers-discover-times = { $n }-mal
answers-discover-over-times = über 500-mal
answers-discover-effect = { $pace ->
    [never] Der nächste Schritt kommt nie davor
   *[often] Der nächste Schritt kommt danach { $times } so oft am Tag wie davor
}{ $moves ->
    [hardly] ; die Chance auf den Verkauf selbst ändert sich kaum ({ $before } zu { $after }).
   *[more] ; die Chance auf den Verkauf steigt von { $before } auf { $after }.
}

# Warum eine Handlung kein Meilenstein ist.
answers-discover-is-the-end = So wird ein gewonnener oder verlorener Deal vermerkt.
answers-discover-comes-with-end = In { $share } der abgeschlossenen Deals, die es haben, kommt es mit ihrem Ende oder danach.
answers-discover-comes-with = Es kommt mit { $other }, { $often ->
    [always] immer
   *[share] in { $share } der Deals, die eines von beiden haben
}, { $when ->
    [minute] binnen einer Minute
    [day] am selben Tag
   *[days] im Abstand von etwa { $days ->
        [one] 1 Tag
       *[other] { $days } Tagen
    }
}, und ändert darüber hinaus nichts.
answers-discover-begins = Jeder Deal beginnt damit: Es unterscheidet keinen Deal vom anderen.
answers-discover-rare = Nur { $n ->
    [0] keine Deals haben
    [one] 1 Deal hat
   *[other] { $n } Deals haben
} es: zu wenige für ein Urteil.
answers-discover-late = Nur Deals, die älter sind als { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}, haben es: Ein langes Leben sammelt es ein, und im gleichen Alter werden Deals damit nicht öfter gewonnen.
answers-discover-flat = Es kommt vor dem Ende, ob gewonnen oder verloren: Die Chancen auf den Verkauf sind danach { $low }- bis { $high }-mal so hoch wie davor.
answers-discover-better-without = In { $share } der Verkäufe. Deals damit stehen besser da ({ $odds } so hohe Chancen wie bei Deals an derselben Stelle, ebenso lange dort und ebenso alt), aber Verkäufe kommen auch ohne aus: kein Schritt des Weges.
answers-discover-better-unwaited = In { $share } der Verkäufe. Deals damit stehen besser da ({ $odds } so hohe Chancen wie bei Deals an derselben Stelle, ebenso lange dort und ebenso alt), aber der nächste Schritt wartet nicht darauf ({ $pace } so schnell): kein Schritt des Weges.
answers-discover-worse = In { $share } der Verkäufe. Eher ein schlechtes Zeichen: { $odds } so hohe Chancen wie bei Deals an derselben Stelle, ebenso lange dort und ebenso alt.
answers-discover-nothing = In { $share } der Verkäufe, und es ändert nichts: { $low }- bis { $high }-mal so hohe Chancen wie bei Deals an derselben Stelle, ebenso lange dort und ebenso alt.

# Warum es keinen Meilenstein gibt, und wie gut sich neue Deals vorhersagen lassen.
answers-discover-record = Erfassen Sie, was der Kunde tut, mit Datum: Bedarf vereinbart, Entscheider getroffen, Test bestanden, Budget freigegeben.
answers-discover-too-few = Zu wenige Deals für ein Urteil: { $won } gewonnen und { $lost } verloren, und von beiden müssen es mindestens 15 sein. Importieren Sie ältere.
answers-discover-nothing-common = Kein Schritt kommt in den meisten Verkäufen vor, darum lässt sich kein Meilenstein nennen; { $rate } der abgeschlossenen Deals wurden gewonnen.
answers-discover-nothing-moves = Nichts, was erfasst ist, ändert die Chancen auf den Verkauf: Von allen abgeschlossenen Deals wurden { $rate } gewonnen, und zwischen { $low } und { $high }, gleich welcher Schritt erreicht war ({ $steps }).
answers-discover-fit-all = Erprobt an { $n ->
    [0] keinen neueren Deals
    [one] 1 neueren Deal
   *[other] { $n } neueren Deals
}, aus denen nicht gelernt wurde: Die Meilensteine sagen so viel wie alles Erfasste (Log-Loss { $milestones }; nach dem Alter allein { $nothing }, nach allem { $log }).
answers-discover-fit = Erprobt an { $n ->
    [0] keinen neueren Deals
    [one] 1 neueren Deal
   *[other] { $n } neueren Deals
}, aus denen nicht gelernt wurde: Die Meilensteine sagen { $kept } dessen, was alles Erfasste sagt (Log-Loss { $milestones }; nach dem Alter allein { $nothing }, nach allem { $log }).

# Die Phasen von heute.
answers-discover-stages-of-source = Phasen des Quellsystems
answers-discover-is-milestone = Es ist der Meilenstein { $milestone }.
answers-discover-no-record = Bei keinem Deal ist es erfasst.
answers-discover-today-all = { $kind ->
    [stage] { $n ->
        [one] Die eine heute genutzte Phase ist richtig.
       *[other] Alle { $n } heute genutzten Phasen sind richtig.
    }
   *[milestone] { $n ->
        [one] Der eine heute genutzte Meilenstein ist richtig.
       *[other] Alle { $n } heute genutzten Meilensteine sind richtig.
    }
}
answers-discover-today-none = { $kind ->
    [stage] { $n ->
        [one] Die eine heute genutzte Phase ist kein Meilenstein.
       *[other] Keine der { $n } heute genutzten Phasen ist ein Meilenstein.
    }
   *[milestone] { $n ->
        [one] Der eine heute genutzte Meilenstein ist in Wahrheit keiner.
       *[other] Keiner der { $n } heute genutzten Meilensteine ist in Wahrheit einer.
    }
}
answers-discover-today-some = { $right } von { $n } heute genutzten { $kind ->
    [stage] Phasen
   *[milestone] Meilensteinen
} { $right ->
    [one] ist
   *[other] sind
} richtig; nicht: { $wrong }.
answers-discover-today-missing = Es fehlen: { $names }.
