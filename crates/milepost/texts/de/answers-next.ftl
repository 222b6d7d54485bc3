# Texte des Raums "answers-next".
# Wo ein Deal steht, und warum.
answers-next-no-commitment = Der Kunde hat keinen nächsten Schritt zugesagt.
answers-next-here = Seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} bei { $milestone }; 9 von 10 gewonnenen Deals waren innerhalb von { $most ->
    [0] einem Tag
    [one] 1 Tag
   *[other] { $most } Tagen
} weiter.
answers-next-here-before = Seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} vor dem ersten Meilenstein; 9 von 10 gewonnenen Deals waren innerhalb von { $most ->
    [0] einem Tag
    [one] 1 Tag
   *[other] { $most } Tagen
} weiter.
answers-next-too-few = Seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} bei { $milestone }; bisher wurden zu wenige Deals gewonnen, um zu sagen, wie lange zu lange ist.
answers-next-too-few-before = Seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} vor dem ersten Meilenstein; bisher wurden zu wenige Deals gewonnen, um zu sagen, wie lange zu lange ist.
answers-next-overdue = { $milestone } war für den { $due } zugesagt, vor { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}, und ist nicht erledigt.
answers-next-agreed = Der Kunde hat { $milestone } bis { $due } zugesagt, { $days ->
    [0] also bis heute
    [one] also in 1 Tag
   *[other] also in { $days } Tagen
}.

# Die Frage "next".
answers-next-all = { $n ->
    [one] 1 offener Deal
   *[other] { $n } offene Deals
}; { $stalled ->
    [0] keiner stockt
    [one] 1 stockt
   *[other] { $stalled } stocken
}{ $overdue ->
    [0] .
   *[other] , { $overdue } davon mit überfälliger Zusage.
}
answers-next-first = Zuerst kommt { $deal }: { $because }
answers-next-title = Was als Nächstes geschehen muss
answers-next-no-departments = kein Meilenstein betrifft die Abteilung „{ $wanted }“: Der Prozess nennt keine; schreiben Sie departments = ["…"] zu einem Meilenstein und veröffentlichen Sie ihn
answers-next-departments = kein Meilenstein betrifft die Abteilung „{ $wanted }“: Der Prozess nennt { $names }
