def default(scopes):
    return None, "acme"
