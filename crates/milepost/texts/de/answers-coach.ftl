# The room "answers-coach".
answers-coach-no-process = Es gibt keinen Prozess, an dem sich das Coaching ausrichten könnte; importieren Sie Deals oder veröffentlichen Sie einen
answers-coach-nobody = Niemand namens „{ $name }“ hat Deals; es gibt: { $known }
answers-coach-alone = Bei einem einzigen Verkäufer gibt es niemanden zum Vergleichen.
answers-coach-no-seller = Kein Deal ist einem Verkäufer zugeordnet.
answers-coach-one-luck = Nichts unterscheidet { $name } von den anderen, was nicht auch Zufall sein kann.
answers-coach-all-luck = Nichts unterscheidet die { $n } Verkäufer, was nicht auch Zufall sein kann.
answers-coach-beyond-luck = Bei { $n } von { $all } Verkäufern kommt ein Schritt später als in den Deals der anderen, über den Zufall hinaus. { $named }{ $more ->
    [0] .
    [one] {" "}und 1 weiterer.
   *[other] {" "}und { $more } weitere.
}
answers-coach-owner-at = { $owner } { $step ->
    [sale] beim Verkauf
   *[milestone] bei { $milestone }
}
answers-coach-sellers = Verkäufer

# Über einen Verkäufer. Der Schritt führt zum Verkauf oder zu einem Meilenstein.
answers-coach-too-few = { $name } hat { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} abgeschlossen: zu wenige für eine Aussage.
answers-coach-none-later = Kein Schritt kommt in den Deals von { $name } später als in denen der anderen.
answers-coach-may-be-luck = Am langsamsten { $step ->
    [sale] beim Verkauf
   *[milestone] bei { $milestone }
}, aber das kann Zufall sein: { $taken } Schritte, { $expected } waren zu erwarten, bei gleicher Mischung der Deals.
answers-coach-slow = Die Deals werden { $step ->
    [sale] beim Verkauf
   *[milestone] bei { $milestone }
} langsam: { $pace } des Teamtempos bei gleicher Mischung der Deals ({ $taken } Schritte, { $expected } waren zu erwarten).
answers-coach-better = Vor einem Monat waren es { $pace }.
answers-coach-worse = Vor einem Monat waren es noch { $pace }.
answers-coach-beyond = ja
answers-coach-luck = kann Zufall sein
answers-coach-of = { $n } von { $all }
answers-coach-pace = Tempo, Schritt für Schritt
answers-coach-standing = Deals, die dort stehen
answers-coach-calls = Kundengespräche, die Sie gemeinsam durchgehen sollten
answers-coach-wordings = Zusageziele, denen Kunden hier zustimmen

# Was Kundengespräche und Zusagen bewirken.
answers-coach-no-calls = Es ist noch kein Kundengespräch festgehalten: Planen Sie eines mit milepost call plan und sagen Sie, was der Kunde zusagen soll.
answers-coach-had-objective = { $share } { $n ->
    [one] von 1 geführten Kundengespräch
   *[other] der { $n } geführten Kundengespräche
} hatten ein Zusageziel.
answers-coach-committed = { $share } des offenen Werts stehen unter einer Zusage, die der Kunde noch rechtzeitig einhalten kann.
answers-coach-first-call = Von den Deals, deren erstes Kundengespräch mit einem Fortschritt endete, wurden { $advance } ({ $advance_low } bis { $advance_high }) gewonnen, mit einer Vertagung { $other } ({ $other_low } bis { $other_high }).
answers-coach-sooner = Die Hälfte dieser Verkäufe kam innerhalb von { $advance } Tagen danach, im anderen Fall innerhalb von { $other }.
answers-coach-gained = Erreichte Zusageziele
answers-coach-by-milestone = Meilenstein
answers-coach-by-salesperson = Verkäufer
answers-coach-by-source = Quelle
answers-coach-by-kind = Art
answers-coach-the-sale = Verkauf
answers-coach-no-owner = nicht zugeordnet
answers-coach-no-source = keine Quelle
answers-coach-continuation = Vertagung
answers-coach-no-sale = Absage
