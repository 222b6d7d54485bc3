# The room "pages".
pages-rest = { $n } more are in the { $list }; or narrow the list by owner, team or source.
pages-list-of-all = list of all
pages-picture = This picture as SVG
