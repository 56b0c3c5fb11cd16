"""Lets TUF read through our seam. Its addresses are paths within the channel."""

from __future__ import annotations

from collections.abc import Iterator

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from desktop_assist.channel.places import NotThere, Source, Unreachable


class SourceFetcher(FetcherInterface):
    """Fetches from `source`, whose trouble is the cause of the error that TUF raises."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.requests = 0

    def _fetch(self, url: str) -> Iterator[bytes]:
        self.requests += 1
        chunks = self._source.chunks(url)
        # The first piece is asked for here: TUF wants to know at once whether a file is there.
        try:
            first = next(chunks, b"")
        except NotThere as error:
            raise DownloadHTTPError(f"{url} is not there", 404) from error
        except Unreachable as error:
            raise DownloadError(str(error)) from error
        return self._rest(first, chunks)

    def _rest(self, first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
        yield first
        try:
            yield from chunks
        except Unreachable as error:
            raise DownloadError(str(error)) from error
