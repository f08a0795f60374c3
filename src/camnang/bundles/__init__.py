"""Made files put together for carrying: packs for places, the handbook for sticks and Kiwix."""
