"""The whole main job on the real list of regions, with an invented panel and invented scores."""
