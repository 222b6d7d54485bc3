# The room "live".
