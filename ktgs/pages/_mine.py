"""Where what a reader has chosen lies, and how it is chosen: `?don-vi=…`, `?can-bo=…`."""

FOLDER = "cua-toi"
UNIT = "don-vi"
PERSON = "can-bo"
