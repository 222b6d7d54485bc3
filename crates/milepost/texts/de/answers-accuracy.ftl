# Texte des Raums "answers-accuracy".
answers-accuracy-none = Es gibt keine Prognosen.
answers-accuracy-nothing-won = { $n ->
    [one] 1 Prognose
   *[other] { $n } Prognosen
} vom { $from } bis { $to }, und nichts wurde gewonnen.
answers-accuracy-all = { $n ->
    [one] 1 Prognose
   *[other] { $n } Prognosen
} über { $days } Tage, vom { $from } bis { $to }, { $n ->
    [one] lag
   *[other] lagen
} im Mittel { $off } daneben. Was kam, lag in { $held } der Fälle in der Spanne, die in 8 von 10 Fällen halten soll.
answers-accuracy-beside = { $n ->
    [one] 1 Prognose
   *[other] { $n } Prognosen
} über { $days } Tage, vom { $from } bis { $to }, { $n ->
    [one] lag
   *[other] lagen
} im Mittel { $off } daneben; die letzten { $days } Tage fortzuschreiben, hätte { $repeated } danebengelegen. Was kam, lag in { $held } der Fälle in der Spanne, die in 8 von 10 Fällen halten soll.
answers-accuracy-luck = Der Zufall allein hätte sie um { $off } danebenliegen lassen, selbst wenn jede Chance genau gestimmt hätte.
answers-accuracy-thin = { $n ->
    [one] 1 Termin hatte
   *[other] { $n } Termine hatten
} weniger als 30 abgeschlossene Deals und darum keine Prognose.
answers-accuracy-no-days = „{ $text }“ ist keine Zahl von Tagen; schreiben Sie 90d (bis { $most }d)
answers-accuracy-no-horizon = kein Zeitraum von { $horizon }, der am { $from } oder später beginnt, ist vergangen: Was bekannt ist, endet am { $end }, der letzte Termin ist also der { $last }; wählen Sie ein früheres --from oder ein kürzeres --horizon
answers-accuracy-too-many = { $n } Termine sind zu viele; wählen Sie ein späteres --from oder mit --every einen größeren Abstand
answers-accuracy-too-early = bis { $day } hat kein vergangener Termin { $needed } abgeschlossene Deals vor sich und seinen ganzen Zeitraum hinter sich; wählen Sie ein kürzeres --horizon oder ein späteres --from, oder importieren Sie ältere Deals
answers-accuracy-points = Prognosen, und was kam
answers-accuracy-methods = Verfahren
answers-accuracy-odds = Chancen einzelner Deals, und was aus ihnen wurde
answers-accuracy-given = Abgegebene Prognosen
