"""What a browser may load and run for a page, told by the page itself: it holds from disk as from a server.

`'self'` is the page's own server or, for a page opened from disk, the disk (seen in Chromium and in Firefox).
"""

PUBLISHED = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
# While data is edited a page asks its server whether it has changed, by a file of ours …
SERVED = PUBLISHED.replace("script-src 'self'", "script-src 'self'; connect-src 'self'")
# … or by a script that MkDocs' own server writes into the page.
SERVED_BY_MKDOCS = SERVED.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
