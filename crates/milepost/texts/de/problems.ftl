# The room "problems".
