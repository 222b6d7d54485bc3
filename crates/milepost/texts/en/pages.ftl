# The room "pages".
