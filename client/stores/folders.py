"""`Folders`: the folders that chats are sorted into."""

from __future__ import annotations

from client.changes import Changes, Noun
from tdlib import types as td


class Folders:
    """Folders in the order of their tabs; Noun.FOLDERS.

    Attributes:
        folders: without the main list.
        main_chat_list_position: how many folders stand before the main list.
        are_tags_enabled: whether chats show the folders they are in.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.folders: list[td.ChatFolderInfo] = []
        self.main_chat_list_position = 0
        self.are_tags_enabled = False

    def on_folders(self, update: td.UpdateChatFolders) -> None:
        self.folders = update.chat_folders
        self.main_chat_list_position = update.main_chat_list_position
        self.are_tags_enabled = update.are_tags_enabled
        self._changes.record(Noun.FOLDERS, None, "folders")
