"""Where everything stands on the site."""
