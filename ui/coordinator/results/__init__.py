"""The results on the screen: ranking, one region, a comparison, the plenary screen."""
