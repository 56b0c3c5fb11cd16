"""A channel on a WebDAV server. Reading it is plain HTTP; writing takes an extra, `webdav4`."""

from __future__ import annotations

import base64
import contextlib
import datetime
import netrc
import secrets
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_assist.channel.limits import Limits
from desktop_assist.channel.places import NotThere, Unreachable, missing_driver, read_whole, refuses
from desktop_assist.channel.web_source import WebSource
from desktop_assist.errors import AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from webdav4.client import Client

_NO_FOLDER = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
_NOTHING: Mapping[str, str] = {}


class WebdavPlace:
    """Reads and writes below `webdavs://server/path` (`webdav://` without encryption).

    The login comes from the file `.netrc` in the home folder, as with curl: an address travels in
    the invite to everybody.
    """

    def __init__(self, address: str, limits: Limits) -> None:
        scheme, _, rest = address.partition("://")
        secure = "https" if scheme.lower() == "webdavs" else "http"
        self._address = urlsplit(f"{secure}://{rest.rstrip('/')}")
        self._limits = limits
        self._login = _login(self._address.hostname or "")
        self._source = WebSource(self._address.geturl(), limits, _basic(self._login))
        self._opened: Client | None = None

    @property
    def time_told(self) -> datetime.datetime | None:
        """See `Source.time_told`."""
        return self._source.time_told

    def chunks(self, path: str) -> Iterator[bytes]:
        """See `Source.chunks`."""
        return self._source.chunks(path)

    def write(self, path: str, data: bytes) -> None:
        """See `Place.write`. Some servers show a file while it comes, so that it is moved in."""
        place = self._place(path)
        fresh = place.with_name(f".{secrets.token_hex(8)}.new")
        with self._writing():
            self._put(fresh, data)
            try:
                self._client.move(str(fresh), str(place), overwrite=True)
            except Exception:
                with contextlib.suppress(Exception):  # the first error is the one to tell
                    self._client.remove(str(fresh))
                raise

    def create(self, path: str, data: bytes) -> bool:
        """See `Place.create`; looked at before and after for servers that know no condition."""
        place = self._place(path)
        with self._writing():
            from webdav4.client import HTTPError  # noqa: PLC0415  an extra

            if self._is_there(path):
                return False
            try:
                self._put(place, data, {"If-None-Match": "*"})
            except HTTPError as error:
                if error.status_code == HTTPStatus.PRECONDITION_FAILED:
                    return False
                raise
        return read_whole(self, path, self._limits.metadata_bytes) == data

    def remove(self, path: str) -> None:
        """See `Place.remove`."""
        with self._writing():
            from webdav4.client import ResourceNotFound  # noqa: PLC0415  an extra

            with contextlib.suppress(ResourceNotFound):
                self._client.remove(str(self._place(path)))

    def names(self, folder: str) -> list[str]:
        """See `Place.names`."""
        with self._writing():
            from webdav4.client import HTTPError, ResourceNotFound  # noqa: PLC0415  an extra

            place = str(self._place(folder))
            try:
                found = self._client.ls(place, detail=False, allow_listing_resource=False)
            except ResourceNotFound:
                return []
            except HTTPError as error:
                if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                    raise self._lists_nothing() from error
                raise
        return [PurePosixPath(str(one)).name for one in found]

    def close(self) -> None:
        """See `Source.close`."""
        self._source.close()
        if self._opened is not None:
            self._opened.http.close()
            self._opened = None

    def _is_there(self, path: str) -> bool:
        try:
            next(self._source.chunks(path), b"")
        except NotThere:
            return False
        return True

    def _place(self, path: str) -> PurePosixPath:
        return PurePosixPath(self._address.path or "/") / path

    @property
    def _client(self) -> Client:
        from webdav4.client import Client  # noqa: PLC0415  an extra

        if self._opened is None:
            # From the server's root, as the channel's own folder need not be there yet.
            server = self._address._replace(path="").geturl()
            seconds = self._limits.metadata_seconds
            self._opened = Client(server, auth=self._login, timeout=seconds)
            weakref.finalize(self, self._opened.http.close)
        return self._opened

    def _put(
        self, place: PurePosixPath, data: bytes, headers: Mapping[str, str] = _NOTHING
    ) -> None:
        from webdav4.client import HTTPError, ResourceNotFound  # noqa: PLC0415  an extra

        try:
            self._client.request("PUT", str(place), content=data, headers=dict(headers))
        except (ResourceNotFound, HTTPError) as error:
            if isinstance(error, HTTPError) and error.status_code not in _NO_FOLDER:
                raise
            self._make_folder(place.parent)
            self._client.request("PUT", str(place), content=data, headers=dict(headers))

    def _make_folder(self, folder: PurePosixPath) -> None:
        from webdav4.client import (  # noqa: PLC0415  an extra
            ResourceAlreadyExists,
            ResourceConflict,
            ResourceNotFound,
        )

        with contextlib.suppress(ResourceAlreadyExists):
            try:
                self._client.mkdir(str(folder))
            except (ResourceConflict, ResourceNotFound):
                if folder == folder.parent:
                    raise
                self._make_folder(folder.parent)
                self._client.mkdir(str(folder))

    def _lists_nothing(self) -> Unreachable:
        """Nginx's own WebDAV module knows no PROPFIND (ngx_http_dav_module)."""
        return Unreachable(
            say("Channel", "“{address}” does not say which files it has, so nothing in its inbox"
                " can be found.", address=self._address.geturl()),
            say("Channel", "Have suggestions sent as files, or use a WebDAV server that lists its"
                " folders."),
        )  # fmt: skip

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except AssistError:
            raise
        except ImportError as error:
            raise missing_driver(self._address.geturl(), error) from error
        except Exception as error:  # the driver's exceptions and those of its driver
            raise refuses(self._address.geturl(), error) from error


def _login(host: str) -> tuple[str, str] | None:
    """The name and the password for `host`; None where it takes none."""
    try:
        found = netrc.netrc().authenticators(host)
    except FileNotFoundError:
        return None
    except (OSError, netrc.NetrcParseError) as error:
        raise AssistError(
            say("Channel", "The logins in the file .netrc cannot be read: {reason}.", reason=error),
            say("Channel", "Correct it in your home folder; nobody but you may be able to read"
                " it."),
        ) from error  # fmt: skip
    return None if found is None else (found[0], found[2])


def _basic(login: tuple[str, str] | None) -> str:
    if login is None:
        return ""
    return f"Basic {base64.b64encode(':'.join(login).encode()).decode('ascii')}"
