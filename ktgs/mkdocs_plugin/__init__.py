"""The only importer of mkdocs: the plugin that MkDocs loads, and the commands that run MkDocs."""

from ktgs.mkdocs_plugin.commands import build, serve
from ktgs.mkdocs_plugin.plugin import KtgsPlugin

__all__ = ["KtgsPlugin", "build", "serve"]
