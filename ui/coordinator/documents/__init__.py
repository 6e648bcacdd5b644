"""Documents on the screen: printing them, looking at them, signing them in turn."""
