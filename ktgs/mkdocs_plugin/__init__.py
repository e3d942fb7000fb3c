"""The only importer of mkdocs: the plugin that MkDocs loads, and what runs MkDocs with it."""

from ktgs.mkdocs_plugin.commands import build
from ktgs.mkdocs_plugin.plugin import KtgsPlugin

__all__ = ["KtgsPlugin", "build"]
