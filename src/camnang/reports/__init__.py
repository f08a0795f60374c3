"""Reports of every office under the province's plan 940: the form, the returned forms, and what they say together."""
