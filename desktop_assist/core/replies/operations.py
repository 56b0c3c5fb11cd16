"""Wishes about replies, one or many, made into operations. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from desktop_assist.core.replies import layers
from desktop_assist.core.replies.layers import Clash, Override
from desktop_assist.core.replies.library import OWN_PACK
from desktop_assist.core.replies.merging import merged
from desktop_assist.core.replies.operation import Kept, Operation, OperationKind, OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.text import say

Category = tuple[str, ...]
Edit = Callable[[Snippet], Snippet]


class Operations:
    """What it would take to carry out a wish, by what is kept now and what the team has now.

    Replies are named by the keys of their entries, also those in the bin and hidden ones. Of many
    keys those that are locked stay as they are (`Operation.left`); if all of them are, the wish is
    refused.
    """

    def __init__(
        self, original: Callable[[str], Snippet | None], kept: Callable[[str], Kept | None]
    ) -> None:
        """`original` tells the team's version of a key, `kept` what the agent has of it."""
        self._original = original
        self._kept = kept

    def snippet(self, key: str) -> Snippet | None:
        """The reply as the agent sees it now."""
        team, kept = self._original(key), self._kept(key)
        if isinstance(kept, OwnReply):
            return kept.snippet
        if team is not None:
            return layers.layered(team, kept)
        return None if kept is None else layers.withdrawn(kept)

    def clashes(self, key: str) -> tuple[Clash, ...]:
        """The fields that the agent changed and the team has changed since."""
        team = self._original(key)
        return () if team is None else layers.clashes(team, self._override(key))

    def save(self, key: str, snippet: Snippet) -> Operation:
        """Keep `snippet` as the reply `key`: an own one, or a team's with its fields overridden.

        Raises:
            AssistError: it is locked, has a field changed that is the team's alone, or is gone.
        """
        before = self._kept(key)
        if is_own(key):
            kind: OperationKind = "new" if before is None else "edit"
            return Operation(kind, {key: before}, {key: OwnReply(snippet)})
        return Operation("edit", {key: before}, {key: self._with_edit(key, snippet)})

    def bring(self, snippets: Mapping[str, Snippet]) -> Operation:
        """Keep what came from elsewhere: new own replies and other versions of known ones, by key.

        Those that are locked stay as they are, and so do fields that are the team's alone.
        """
        after: dict[str, Kept | None] = {}
        left: list[str] = []
        for key, snippet in snippets.items():
            team = self._original(key)
            if is_own(key):
                after[key] = OwnReply(snippet)
            elif team is not None and team.locked:
                left.append(key)
            else:
                seen = self._known(key)
                alone = {name: getattr(seen, name) for name in layers.TEAMS_ALONE}
                after[key] = self._with_edit(key, _replaced(snippet, **alone))
        if left and not after:
            layers.check_open(self._known(left[0]))
        return Operation("import", {key: self._kept(key) for key in after}, after, tuple(left))

    def move(self, keys: Iterable[str], category: Category) -> Operation:
        """Put the replies into `category`."""
        return self._each("move", keys, lambda one: _replaced(one, category=category))

    def move_category(self, keys: Iterable[str], old: Category, new: Category) -> Operation:
        """Put `new` in place of the path `old`, with which the replies' categories begin.

        Those in other categories stay where they are.
        """

        def moved(one: Snippet) -> Snippet:
            if one.category[: len(old)] != old:
                return one
            return _replaced(one, category=(*new, *one.category[len(old) :]))

        return self._each("move", keys, moved)

    def tag(
        self, keys: Iterable[str], add: Sequence[str] = (), remove: Collection[str] = ()
    ) -> Operation:
        """Take the tags `remove` from the replies and give them those to `add`."""

        def tagged(one: Snippet) -> Snippet:
            kept = (tag for tag in one.tags if tag not in remove)
            return _replaced(one, tags=tuple(dict.fromkeys((*kept, *add))))

        return self._each("tag", keys, tagged)

    def delete(self, keys: Iterable[str]) -> Operation:
        """Put own replies into the bin, and hide the team's from the agent's eyes."""
        return self._put_away("delete", keys, away=True)

    def restore(self, keys: Iterable[str]) -> Operation:
        """Take replies out of the bin, and show hidden ones again."""
        return self._put_away("restore", keys, away=False)

    def duplicate(self, keys: Iterable[str], ids: Iterable[str]) -> Operation:
        """Copies among the own replies, with an id of `ids` each.

        What must be unique in a library stays with the first: code and hotkey.
        """
        copies = {
            f"{OWN_PACK}/{one}": OwnReply(
                _replaced(self._known(key), id=one, code="", hotkey="", locked=False)
            )
            for key, one in zip(dict.fromkeys(keys), ids, strict=False)
        }
        return Operation("duplicate", dict.fromkeys(copies), copies)

    def reset(self, keys: Iterable[str], names: Collection[str] = ()) -> Operation:
        """The team's text again in the fields `names`, or in all; own replies have none.

        Raises:
            AssistError: the team has deleted every one of them.
        """
        return self._dropped("reset", keys, names)

    def take(self, key: str, names: Collection[str] = ()) -> Operation:
        """The team's news in place of the agent's text, in `names` or wherever both changed it."""
        news = names or [one.name for one in self.clashes(key)]
        return self._dropped("take", [key] if news else [], news)

    def keep(self, key: str, names: Collection[str] = ()) -> Operation:
        """The agent's text although the team has changed it, in `names` or wherever it has."""
        team, override = self._original(key), self._override(key)
        news = names or [one.name for one in self.clashes(key)]
        if team is None or override is None or not news:
            return Operation("keep", {}, {})
        return Operation("keep", {key: override}, {key: layers.kept_mine(override, team, news)})

    def merge(self, kept_key: str, other_keys: Iterable[str]) -> Operation:
        """One reply out of several: what only the others have is taken over, and they are put away.

        Raises:
            AssistError: the one to keep is locked.
        """
        others = [key for key in dict.fromkeys(other_keys) if key != kept_key]
        whole = merged(self._known(kept_key), [self._known(key) for key in others])
        kept = self._edited(kept_key, whole)
        away = self._put_away("merge", others, away=True)
        return Operation(
            "merge", {kept_key: self._kept(kept_key), **away.before}, {kept_key: kept, **away.after}
        )

    def _each(self, kind: OperationKind, keys: Iterable[str], edit: Edit) -> Operation:
        after: dict[str, Kept | None] = {}
        left: list[str] = []
        for key in dict.fromkeys(keys):
            team = self._original(key)
            if team is not None and team.locked:
                left.append(key)
            else:
                after[key] = self._edited(key, edit(self._known(key)))
        if left and not after:
            layers.check_open(self._known(left[0]))
        return Operation(kind, {key: self._kept(key) for key in after}, after, tuple(left))

    def _put_away(self, kind: OperationKind, keys: Iterable[str], *, away: bool) -> Operation:
        before = {key: self._kept(key) for key in dict.fromkeys(keys)}
        after = {key: self._away(key, state, away=away) for key, state in before.items()}
        return Operation(kind, before, after)

    def _away(self, key: str, state: Kept | None, *, away: bool) -> Kept | None:
        if isinstance(state, OwnReply):
            return OwnReply(state.snippet, deleted=away)
        seen = self._original(key) or (state.seen if state else self._known(key))
        return _or_none(Override(key, seen, state.changes if state else (), hidden=away))

    def _dropped(
        self, kind: OperationKind, keys: Iterable[str], names: Collection[str]
    ) -> Operation:
        before: dict[str, Kept | None] = {}
        after: dict[str, Kept | None] = {}
        left: list[str] = []
        for key in dict.fromkeys(keys):
            override = self._override(key)
            if override is None:
                continue
            if self._original(key) is None:
                left.append(key)
            else:
                before[key] = override
                after[key] = _or_none(layers.without(override, names))
        if left and not after:
            raise _is_withdrawn(self._known(left[0]))
        return Operation(kind, before, after, tuple(left))

    def _edited(self, key: str, snippet: Snippet) -> Kept | None:
        """The reply with other content, in the bin if it lies there."""
        state = self._kept(key)
        if isinstance(state, OwnReply):
            return OwnReply(snippet, state.deleted)
        return self._with_edit(key, snippet)

    def _with_edit(self, key: str, snippet: Snippet) -> Override | None:
        team, override = self._original(key), self._override(key)
        if team is not None:
            return _or_none(layers.with_edit(key, team, override, snippet))
        if override is None:
            raise _unknown(key)
        return layers.with_edit_of_withdrawn(override, snippet)

    def _override(self, key: str) -> Override | None:
        kept = self._kept(key)
        return kept if isinstance(kept, Override) else None

    def _known(self, key: str) -> Snippet:
        snippet = self.snippet(key)
        if snippet is None:
            raise _unknown(key)
        return snippet


def is_own(key: str) -> bool:
    """Whether an entry's key names a reply of the agent's own."""
    return key.startswith(f"{OWN_PACK}/")


def _replaced(snippet: Snippet, **fields: object) -> Snippet:
    return msgspec.structs.replace(snippet, **fields)


def _or_none(override: Override) -> Override | None:
    return None if override.is_empty else override


def _unknown(key: str) -> AssistError:
    return AssistError(
        say("Layers", "The reply “{key}” is no longer there. Nothing was changed.", key=key),
        say("Layers", "Save your text as a new reply, or choose another from the list."),
    )


def _is_withdrawn(snippet: Snippet) -> AssistError:
    return AssistError(
        say(
            "Layers",
            "Your team has deleted “{title}”, so there is no version of theirs to go back to."
            " Yours is as it was.",
            title=snippet.title,
        ),
        say("Layers", "Delete it if you no longer need it."),
    )
