# The room "import".
