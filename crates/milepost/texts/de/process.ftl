# The room "process".
process-drawn = Die Meilensteine, und wie viele Deals sie erreichen
process-the-milestones = Die Meilensteine
process-milestones = Meilensteine
process-edit = Bearbeiten und veröffentlichen
process-record = was der Datenbestand sagt
process-edit-or-see = { $edit }, oder sehen Sie, { $record }.
process-see = Sehen Sie, { $record }.
process-versions = Fassungen
process-opened = Angelegt
process-won = Gewonnen
process-no-wins = noch kein Verkauf
process-of-wins = { $share } der Verkäufe
process-means = Bedeutet
process-proved-by = Bewiesen durch
process-ask-for = Zusageziel
process-concerns = Betrifft
process-recognised-by = Erkannt an
process-usually = Üblich
process-median = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach dem davor, Median aus { $n }
process-reached-by = Erreicht von
process-reached = { $deals }, davon { $won } gewonnen
process-published = Veröffentlicht
process-name = Name
process-version = Fassung
process-none-published = Es ist noch keine veröffentlicht.
process-published-versions = Veröffentlichte Fassungen
process-from-file = Um eine aus einer Datei zu veröffentlichen, schreiben Sie sie auf und führen Sie { $command } aus:

# Ihn bearbeiten.
process-cannot-publish = So lässt er sich nicht veröffentlichen: { $why }
process-would-do = Das würden Ihre Änderungen bewirken. Noch ist nichts veröffentlicht.
process-your-words = Sagen Sie es in Ihren Worten. Nichts gilt, bevor Sie es veröffentlichen, und jede Fassung bleibt lesbar.
process-too-few = zu wenige Deals
process-outlook = { $mean } { $currency }, in 8 von 10 Fällen zwischen { $low } und { $high }
process-effect = Wirkung
process-log-loss = Log-Loss bei neueren Deals
process-whole-log = … mit allen Ereignissen
process-next-quarter = Nächstes Quartal
process-as-edited = Wie bearbeitet
process-today = Heute
process-new-business = Neugeschäft
process-name-of = Name des Prozesses
process-preview = Ansehen, was es bewirkt
process-publish = Veröffentlichen
process-back = Zurück zur Entdeckung
process-place = Platz
process-milestone = Meilenstein
process-new-milestone = Ein neuer Meilenstein
process-merge = mit dem darüber zusammenlegen
process-drop = streichen
process-details = Bedeutung, Nachweis, Zusageziel, Abteilungen, Ereignisse
process-meaning = Was er bedeutet
process-evidence = Was ihn beweist
process-objective = Worum Sie den Kunden bitten
process-departments = Abteilungen, mit Kommas
process-events = Auch erkannt an, ein Ereignis je Zeile
process-has-no-name = Der Prozess hat keinen Namen; geben Sie ihm einen mit name = "Neugeschäft"
process-has-no-milestones = Der Prozess hat keine Meilensteine; fügen Sie für jeden ein [[milestone]] mit Namen hinzu
process-unnamed = Meilenstein { $place } hat keinen Namen; geben Sie ihm einen mit name = "…"
process-twice = „{ $name }“ steht für zwei Meilensteine; jeder Name und jedes Ereignis darf nur zu einem Meilenstein gehören
