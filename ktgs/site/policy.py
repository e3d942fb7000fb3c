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
# MkDocs' server adds a script to each page, which asks the server whether the page has changed.
SERVED = PUBLISHED.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'; connect-src 'self'")
