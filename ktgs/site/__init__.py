"""The site: rendered, written beside the old one, swapped in whole. This page is the contract for pages and exports.

**A page kind** is a module `ktgs/pages/<name>.py` and a template `site_templates/<name>.html`:

    ADDRESS, ADDRESSES, MENU          # where it stands and its place in the menu: `ktgs.addresses.declaring`

    @dataclass(frozen=True, slots=True)
    class UnitPage:
        url: str        # from the module's own addresses
        title: str      # plain text, for <title>; the template prints its own <h1>
        ...             # all else that the template shows, ready to print: no template computes anything

    def pages(facts: Facts) -> Iterator[UnitPage]: ...

`facts` are what the site's readers may know (`facts_for` in `ktgs.facts.facts`); a page may show all that they hold.
Whether it has room for what is internal it asks of `facts.is_internal`; no template decides. Pages come in a fixed
order and hold dates, numbers, records, Obligations, Places, Subjects and targets as they are: filters, macros and the
shell print them. Modules with a name that begins with `_` are helpers: they format and never decide. A page's address
is unique; two pages with one address stop the build.

The template begins `{% extends "base.html" %}{% import "_macros.html" as ui %}` and fills `{% block main %}`. It is
given `page` (the yielded object) and `shell` (`ktgs.site.shell.Shell`: `to`, `page`, `subject`, `obligation`, `source`,
`today`). A name that does not exist is an error, not an empty text. `_macros.html` documents the macros and the filters
`day`, `weekday`, `month`, `number`, `markdown`.

A page's address may end otherwise than in `.html` (`thay-doi.xml`, `cua-toi/….js`): its template then does without
`base.html`. What one kind of page alone loads stands in `{% block head %}`. Components are those of the page
`thanh-phan.html`; a picture is `ui.picture`, followed by the same figures as a folded table.

**An export** is a module `ktgs/exports/<name>.py` with

    def files(facts: Facts) -> Iterator[tuple[str, bytes]]: ...

that yields relative paths with `/` and bytes, again from these facts. A path is unique among pages and exports.
"""
