# The room "draw".
