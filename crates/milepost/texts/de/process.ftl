# The room "process".
