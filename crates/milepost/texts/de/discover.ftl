# The room "discover".
