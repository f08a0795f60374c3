"""The handbook where there is no network: kept by a phone, carried on a USB stick, read in Kiwix."""
