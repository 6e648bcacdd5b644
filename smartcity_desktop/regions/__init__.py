"""The official regions of Indonesia, and the lists of regions that coordinators bring."""
