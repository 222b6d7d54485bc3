# The room "calls".
