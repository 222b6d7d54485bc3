# The room "people".
people-new-password = New password, 12 characters or more
people-new-password-again = The same again
