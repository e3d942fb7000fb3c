"""Records as text: composed anew, laid out in the one canonical form, or changed at one spot."""
