# The room "cli".
