# The room "people".
people-new-password = Neues Passwort, mindestens 12 Zeichen
people-new-password-again = Noch einmal dasselbe
