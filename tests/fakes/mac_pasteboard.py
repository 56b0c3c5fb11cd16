"""NSPasteboard as Apple documents it: items, promised formats, and a count of changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fakes.mac_objects import FakeObjects

TEXT = "public.utf8-plain-text"


@dataclass
class Item:
    """An NSPasteboardItem: bytes, and who gives the rest when it is asked for."""

    data: dict[str, bytes] = field(default_factory=dict)
    provider: int = 0
    promised: tuple[str, ...] = ()


class FakePasteboard(FakeObjects):
    """The one pasteboard, and other programs that copy and paste."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self.change = 1
        self.host_only = False
        self.refuses_writes = False

    def copy(self, *items: dict[str, bytes]) -> None:
        """Another program copies."""
        self._empty()
        self.items = [Item(dict(one)) for one in items]

    def paste(self, kind: str = TEXT) -> bytes | None:
        """Another program asks for a format of the first item."""
        for item in self.items[:1]:
            if kind not in item.data and kind in item.promised:
                self._call(
                    item.provider,
                    "pasteboard:item:provideDataForType:",
                    0,
                    self._address_of(item),
                    self._string(kind),
                )
            return item.data.get(kind)
        return None

    @property
    def types(self) -> list[str]:
        """The formats of the first item."""
        return [*self.items[0].data, *self.items[0].promised] if self.items else []

    def _empty(self) -> int:
        before, self.items = self.items, []
        self.change += 1
        for provider in {one.provider for one in before if one.provider}:
            self._call(provider, "pasteboardFinishedWithDataProvider:", 0)
        return self.change

    def _nspasteboard_generalpasteboard(self, *_: int) -> int:
        return self._new("NSPasteboard")

    def _nspasteboard_changecount(self, *_: int) -> int:
        return self.change

    def _nspasteboard_clearcontents(self, *_: int) -> int:
        self.host_only = False
        return self._empty()

    def _nspasteboard_preparefornewcontentswithoptions_(self, _one: int, how: int, *_: int) -> int:
        self.host_only = how == 1
        return self._empty()

    def _nspasteboard_writeobjects_(self, _one: int, array: int, *_: int) -> int:
        if self.refuses_writes:
            return 0
        self.items = [self._objects[one].value for one in self._objects[array].value]
        return 1

    def _nspasteboard_pasteboarditems(self, *_: int) -> int:
        return self._new("NSArray", [self._address_of(one) for one in self.items])

    def _nspasteboard_stringfortype_(self, _one: int, kind: int, *_: int) -> int:
        content = self.paste(self._objects[kind].value)
        return 0 if content is None else self._string(content.decode())

    def _nspasteboarditem_alloc(self, *_: int) -> int:
        return self._new("NSPasteboardItem", Item())

    def _nspasteboarditem_types(self, one: int, *_: int) -> int:
        item: Item = self._objects[one].value
        names = dict.fromkeys((*item.data, *item.promised))
        return self._new("NSArray", [self._string(name) for name in names])

    def _nspasteboarditem_datafortype_(self, one: int, kind: int, *_: int) -> int:
        content = self._objects[one].value.data.get(self._objects[kind].value)
        return 0 if content is None else self._new("NSData", content)

    def _nspasteboarditem_setdata_fortype_(self, one: int, data: int, kind: int, *_: int) -> int:
        item: Item = self._objects[one].value
        item.data[self._objects[kind].value] = self._objects[data].value
        return 1

    def _nspasteboarditem_setdataprovider_fortypes_(
        self, one: int, provider: int, types: int, *_: int
    ) -> int:
        item: Item = self._objects[one].value
        item.provider = provider
        item.promised = tuple(self._objects[name].value for name in self._objects[types].value)
        return 1

    def _address_of(self, item: Item) -> int:
        for address, one in self._objects.items():
            if one.value is item:
                return address
        return self._new("NSPasteboardItem", item)
