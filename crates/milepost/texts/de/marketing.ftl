# The room "marketing".
