# The room "pages".
pages-rest = { $n } weitere stehen in der { $list }; oder grenzen Sie die Liste nach Verantwortlichen, Team oder Quelle ein.
pages-list-of-all = Liste aller
pages-picture = Dieses Bild als SVG
