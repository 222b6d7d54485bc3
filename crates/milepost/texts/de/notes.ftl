# The room "notes".
notes-name = Name
notes-account = Kunde
notes-owner = Verantwortlicher
notes-source = Quelle
notes-type = Art
notes-pipeline = Pipeline
notes-amount = Betrag
notes-close-date = Abschlussdatum
notes-category = Kategorie
notes-stage = Phase
notes-won-and-lost = gewonnen und verloren
notes-counted = { $what } ({ $n })
notes-from-creation = gilt als bekannt, seit der Deal angelegt wurde, denn nichts zeigt eine Änderung: { $what }; --strict schaltet das ab
notes-from-modified = ohne Verlauf und deshalb erst seit der letzten Änderung des Deals bekannt: { $what }
notes-from-import = ohne Verlauf und deshalb erst seit diesem Import bekannt: { $what }
notes-no-currency = Beträge ohne Währung gelten als USD ({ $n }); eine andere nennen Sie mit --currency oder in den Einstellungen
notes-named-deals = { $n ->
    [one] 1 Deal hat keine Nummer und wird an Kunde und Name erkannt; exportieren Sie auch die Nummer, damit aus einem umbenannten Deal nicht zwei werden
   *[other] { $n } Deals haben keine Nummer und werden an Kunde und Name unterschieden; exportieren Sie auch die Nummern, damit aus einem umbenannten Deal nicht zwei werden
}
notes-quotas = { $n ->
    [one] 1 Vorgabe gilt seit Beginn ihres Zeitraums als bekannt; --strict schaltet das ab
   *[other] { $n } Vorgaben gelten seit Beginn ihres Zeitraums als bekannt; --strict schaltet das ab
}
notes-endless-quotas = { $n ->
    [one] 1 Vorgabe nennt kein Ende; sie gilt, bis die nächste beginnt
   *[other] { $n } Vorgaben nennen kein Ende; sie gelten jeweils, bis die nächste beginnt
}
notes-amounts-import = { $n ->
    [one] der Betrag von 1 Deal ist erst seit diesem Import bekannt
   *[other] die Beträge von { $n } Deals sind erst seit diesem Import bekannt
}
notes-amounts-first = { $n ->
    [one] der Betrag von 1 Deal gilt seit seinem ersten Ereignis als bekannt; --strict schaltet das ab
   *[other] die Beträge von { $n } Deals gelten seit ihrem ersten Ereignis als bekannt; --strict schaltet das ab
}
notes-other-properties = { $n ->
    [one] 1 Änderung betrifft eine andere Eigenschaft und wurde übergangen
   *[other] { $n } Änderungen betreffen andere Eigenschaften und wurden übergangen
}
notes-deleted = { $n ->
    [one] 1 Datensatz war im Quellsystem gelöscht und wurde übergangen
   *[other] { $n } Datensätze waren im Quellsystem gelöscht und wurden übergangen
}
notes-zoneless = { $n ->
    [one] 1 Zeitangabe nennt keine Zeitzone und gilt als UTC
   *[other] { $n } Zeitangaben nennen keine Zeitzone und gelten als UTC
}
