"""What the files of digests are called, beside the page that they are about.

Apart from the files themselves: a desk names them, and need not wait for what makes them.
"""

WEEK, MONTH, FEED = "digest-week", "digest-month", "digest.rss"
