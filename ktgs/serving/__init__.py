"""The server that stays: it hears what is edited, makes the page that is asked for first, and tells browsers.

One thread does all the work (`workshop`), so that no answer is half of one state and half of another; the threads of
the server (`answering`) and of the file system's events (`watching`) only hand it what came.
"""
