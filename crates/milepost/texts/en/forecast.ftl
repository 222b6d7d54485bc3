# The room "forecast".
