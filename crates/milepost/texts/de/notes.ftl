# The room "notes".
